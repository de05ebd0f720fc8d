// One stage on one budget, in a process of its own: prints seconds and the process's peak memory as JSON.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  compose,
  disclose,
  discloseDepartment,
  discloseTogether,
  findProfile,
  inspect,
  readBudget,
} from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { dataFiles, RENDERERS } from "@mingzhang/renderers";
import { loadSolver } from "@mingzhang/solver";

const [folder, stage, output] = process.argv.slice(2);
const profile = findProfile("chongqing-district");

const entries = [];
for (const name of (await readdir(folder)).filter((file) => file.endsWith(".csv")).sort())
  entries.push({ name, bytes: await readFile(join(folder, name)) });

let seconds = 0;
const measured = async (name, work) => {
  const start = performance.now();
  const result = await work();
  if (name === stage) seconds = (performance.now() - start) / 1000;
  return result;
};

const budget = await measured("read", async () => {
  const read = readBudget((await readLedger(entries)).sheets, { weights: profile.weights });
  if (read.budget === undefined) throw new Error(JSON.stringify(read.findings.slice(0, 5), null, 1));
  return read.budget;
});
if (stage === "round" || stage === "together") {
  await measured(stage, async () => {
    const rounding = { mode: "consistent", solve: await loadSolver() };
    if (stage === "round") discloseDepartment(budget, profile, rounding);
    else for (const _ of discloseTogether(budget, profile, rounding));
  });
} else if (stage !== "read") {
  const { disclosure, document } = await measured("derive", () => {
    const derived = disclose(budget, profile);
    const errors = derived.findings.filter(({ level }) => level === "error");
    if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
    return { disclosure: derived, document: compose(derived) };
  });
  const renderer = RENDERERS.find(({ id }) => id === stage);
  if (stage === "data") await measured("data", () => dataFiles(disclosure));
  if (renderer !== undefined) {
    const { bytes, findings } = await measured(stage, () =>
      renderer.render({ document, ...(stage === "html" ? { inspection: inspect(disclosure) } : {}) }),
    );
    if (bytes.length === 0) throw new Error(JSON.stringify(findings.slice(0, 5), null, 1));
    if (output !== undefined) await writeFile(output, bytes);
  }
}
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
