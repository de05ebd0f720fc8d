import type { Context } from "hono";
import { ROUTES } from "../api/index.ts";

const PATHS = [...new Set(Object.values(ROUTES).map(({ path }) => path))].map((path) => ({
  path,
  fits: new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`),
}));

/** The method, and the path as the contract writes it where only the method is wrong: nothing of what was asked. */
export function unusedCall({ req }: Context): string {
  const known = PATHS.find(({ fits }) => fits.test(req.path));
  return known === undefined ? req.method : `${req.method} ${known.path}`;
}
