import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
/** What the pages are built from. */
const SOURCES = [
  "apps/web/index.html",
  "apps/web/vite.config.ts",
  "apps/web/public",
  "apps/web/src",
  "apps/server/dist/api",
  "packages/core/dist",
  "packages/renderers/dist",
  "packages/solver/dist",
  "package-lock.json",
].map((path) => join(root, path));
const BUILT = join(root, "apps/web/dist/index.html");
const LOCK = join(root, "node_modules/.cache/mingzhang-pages");
/** Milliseconds after which whoever was building is taken to have been ended. */
const GIVEN_UP = 180_000;
const LOOK_AGAIN = 200;

/**
 * Builds the pages into the folder that the program serves, where a source is newer than they are: test files that run
 * at one time share one build, and none empties the folder from which another is served.
 */
export function buildPages(): void {
  mkdirSync(join(LOCK, ".."), { recursive: true });
  while (!locked()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN);
  try {
    if (Math.max(...SOURCES.map(newest)) <= changedAt(BUILT)) return;
    const vite = join(root, "node_modules/vite/bin/vite.js");
    const begun = new Date();
    execFileSync(process.execPath, [vite, "build", "apps/web"], { cwd: root, stdio: "ignore" });
    // What changes while they are built is newer than they are.
    utimesSync(BUILT, begun, begun);
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function locked(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    if (Date.now() - changedAt(LOCK) > GIVEN_UP) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

/** When a file, or the newest in a folder, was changed; 0: it is not there. */
function newest(path: string): number {
  const own = changedAt(path);
  if (own === 0 || !statSync(path).isDirectory()) return own;
  return Math.max(own, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
