import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { Hono } from "hono";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/**
 * Serves the built web pages. The files are listed once, so that no address reaches any other; addresses without a
 * file are the pages' own and answer index.html.
 */
export function serveWeb(app: Hono, folder: string): void {
  if (!existsSync(join(folder, "index.html"))) return;
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    files.set(`/${relative(folder, path).split(sep).join("/")}`, {
      bytes: new Uint8Array(readFileSync(path)),
      type,
    });
  }
  app.get("*", (context) => {
    const asked = files.get(context.req.path);
    const file = asked ?? files.get("/index.html");
    if (file === undefined) return context.notFound();
    const lasting = context.req.path.startsWith("/assets/") && asked !== undefined;
    return new Response(file.bytes, {
      headers: {
        "content-type": file.type,
        "cache-control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
      },
    });
  });
}
