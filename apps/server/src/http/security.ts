import type { Context, MiddlewareHandler } from "hono";
import { refuse } from "./refusal.ts";

/** Nothing from elsewhere, nothing inline but styles that the component library writes; WebAssembly for the solver. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

const OF_INTERFACE: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-disposition": 'attachment; filename="api.json"',
};

/** Headers of every answer; those of the interface are kept by no cache, and are files where a browser is sent to them. */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
    if (secure) context.res.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
    if (!context.req.path.startsWith("/api/")) return;
    for (const [name, value] of Object.entries(OF_INTERFACE))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  };
}

/** A browser says where a request comes from: a change asked for by another site is refused. */
export function refuseOtherSites(context: Context): void {
  if (context.req.method === "GET") return;
  const site = context.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") throw refuse("forbidden");
  const origin = context.req.header("origin");
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== context.req.header("host")) throw refuse("forbidden");
}
