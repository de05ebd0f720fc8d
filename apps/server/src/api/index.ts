/** The HTTP contract, for the server and for browsers: depends on zod and core only. */
export * from "./ceilings.ts";
export * from "./check.ts";
export * from "./client.ts";
export * from "./common.ts";
export * from "./permissions.ts";
export * from "./raw-sheets.ts";
export * from "./roles.ts";
export * from "./route.ts";
export * from "./routes/bodies.ts";
export * from "./routes/budgets.ts";
export * from "./routes/console.ts";
export * from "./routes/entry.ts";
export * from "./routes/review.ts";
export * from "./routes/session.ts";
export * from "./routes.ts";
export * from "./scan.ts";
export * from "./transitions.ts";
