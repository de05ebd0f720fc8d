// Sets everything up, builds the pack of the example department and plays its year through: monitoring in July, the
// self-evaluation in December; then says which files to open.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run, setUp } from "./setup.mjs";

setUp("compile");
const PROGRAM = "apps/cli/bin/mingzhang.mjs";
const FIXTURE = "fixtures/wansheng-2023";
run("node", [PROGRAM, "build", FIXTURE, "-o", "out"]);
// The example's year has something to point out, which the exit code says too.
const playThrough = (...words) => spawnSync("node", [PROGRAM, ...words], { stdio: "inherit" });
playThrough("monitor", FIXTURE, "--at", "2023-07-31", "-o", "out/monitoring");
playThrough("evaluate", FIXTURE, "-o", "out/year");
console.log("\n请打开 Now open:");
for (const folder of ["out", "out/monitoring", "out/year"]) {
  for (const format of folder === "out" ? ["html", "pdf", "xlsx", "docx"] : ["pdf"]) {
    for (const name of readdirSync(join(folder, format))) console.log(`  ${join(folder, format, name)}`);
  }
}
