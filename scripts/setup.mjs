// Installs the dependencies that the lock file names and compiles. Needs Node 20, npm and git only.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = fileURLToPath(new URL("../node_modules/.mingzhang-lock", import.meta.url));

/** Runs a program in the repository's root and lets it speak; where it fails, everything ends with its exit code. */
export function run(command, args) {
  // npm is a script on Windows, which only a shell starts.
  const options = { cwd: root, stdio: "inherit", shell: process.platform === "win32" };
  const { status, error } = spawnSync(command, args, options);
  if (status === 0) return;
  console.error(
    `失败 Failed: ${[command, ...args].join(" ")}${error === undefined ? "" : ` (${error.message})`}`,
  );
  process.exit(status ?? 1);
}

/** Leaves the repository installed and compiled: all of it, or, by "compile", without the web pages. */
export function setUp(script = "build") {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20) {
    console.error(`需要 Node 20 或更新的版本，现在是 ${process.version}。Node 20 or later is needed.`);
    process.exit(2);
  }
  const lock = readFileSync(new URL("../package-lock.json", import.meta.url), "utf8");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
    console.log("安装依赖 Installing dependencies …");
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    writeFileSync(stamp, lock);
  }
  console.log("编译 Compiling …");
  run("npm", ["run", "--silent", script]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp();
