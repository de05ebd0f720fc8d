// Sets everything up and builds the pack of the example department; then says which files to open.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run, setUp } from "./setup.mjs";

setUp("compile");
run("node", ["apps/cli/bin/mingzhang.mjs", "build", "fixtures/wansheng-2023", "-o", "out"]);
console.log("\n请打开 Now open:");
for (const format of ["html", "pdf", "xlsx", "docx"]) {
  for (const name of readdirSync(join("out", format))) console.log(`  ${join("out", format, name)}`);
}
