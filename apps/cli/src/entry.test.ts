import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Command } from "./command.ts";
import importCommand from "./commands/import-lines.ts";
import newCommand from "./commands/new-entry.ts";
import { Failure } from "./failure.ts";
import { loadBudget } from "./load.ts";

const FIXTURE = fileURLToPath(new URL("../../../fixtures/wansheng-2023", import.meta.url));
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingzhang-cli-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(
  command: Command,
  args: readonly string[],
  options: Readonly<Record<string, string | boolean>>,
): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const terminal = {
    out: (text: string) => said.push(text),
    error: (text: string) => said.push(text),
    interactive: false,
  };
  const code = await command.run({ arguments: args, options }, terminal);
  return { code, said: said.join("\n") };
}

/** Without places: they are those of the file. */
async function load(path: string) {
  const { budget, findings } = await loadBudget(path, "chongqing-district");
  return {
    findings: findings.map(({ rule }) => rule),
    budget: budget && { ...budget, lines: budget.lines.map(({ place: _, ...line }) => line) },
  };
}

test("a CSV folder becomes a workbook and a CSV folder again without a change", async () => {
  const book = join(folder, "填报.xlsx");
  const csv = join(folder, "csv");
  expect((await run(newCommand, [book], { from: FIXTURE })).code).toBe(0);
  expect((await run(newCommand, [], { from: book, csv })).code).toBe(0);
  for (const name of ["department.csv", "ledger.csv", "indicators.csv", "reasons.csv"]) {
    expect(await readFile(join(csv, name), "utf8")).toBe(await readFile(join(FIXTURE, name), "utf8"));
  }
});

test("an existing file is not overwritten without --force", async () => {
  const book = join(folder, "填报.xlsx");
  await writeFile(book, "mine");
  const options = { year: "2026", profile: "chongqing-district" };
  await expect(run(newCommand, [book], options)).rejects.toThrow(Failure);
  expect(await readFile(book, "utf8")).toBe("mine");
  expect((await run(newCommand, [book], { ...options, force: true })).code).toBe(0);
});

test("a blank workbook needs a year and a profile", async () => {
  await expect(run(newCommand, [join(folder, "a.xlsx")], { profile: "chongqing-district" })).rejects.toThrow(
    /--year/,
  );
  await expect(run(newCommand, [join(folder, "a.xlsx")], { year: "2026" })).rejects.toThrow(Failure);
});

/** The fixture's ledger as a system exports it: field names, codes with names, amounts in yuan. */
async function exportFile(): Promise<string> {
  const ledger = await readFile(join(FIXTURE, "ledger.csv"), "utf8");
  const [, ...rows] = ledger
    .trimEnd()
    .split("\n")
    .map((row) => row.split(","));
  const units: Record<string, string> = {
    organ: "中共重庆市万盛经济技术开发区工作委员会老干部局（本级）",
    institution: "重庆市万盛经济技术开发区老干部服务管理中心",
  };
  const kinds: Record<string, string> = {
    personnel: "人员类项目",
    operating: "公用经费",
    project: "特定目标类项目",
  };
  const lines = rows.map(
    ([year, unit = "", , , functional, kind = "", project, department, government, procurement, , amount]) =>
      [
        year,
        units[unit],
        "111-一般公共预算资金",
        `${functional}-`,
        kinds[kind],
        project,
        `[${department}]`,
        government,
        procurement === "goods" ? "A-货物" : "",
        amount,
      ].join(","),
  );
  const heading =
    "fiscal_year,agency_name,fund_type_,exp_func_,pro_cat_name,pro_name,dep_bgt_eco_,gov_bgt_eco_code,gpdir_,bgt_amt(元)";
  const path = join(folder, "export.csv");
  await writeFile(path, `\ufeff${[heading, ...lines, ",合计,,,,,,,,3003200"].join("\r\n")}\r\n`);
  return path;
}

test("an export imported into a workbook gives the budget that it was exported from", async () => {
  const book = join(folder, "填报.xlsx");
  await run(newCommand, [book], { from: FIXTURE });
  const { code, said } = await run(importCommand, [await exportFile()], { into: book, replace: true });
  expect(said).toContain("导入 51 笔");
  expect(code).toBe(0);
  expect(await load(book)).toEqual(await load(FIXTURE));
});

test("an export imported into a CSV folder changes its ledger only, and only when told to", async () => {
  const target = join(folder, "data");
  await cp(FIXTURE, target, { recursive: true });
  const file = await exportFile();
  await expect(run(importCommand, [file], { into: target })).rejects.toThrow(/51 笔/);
  expect((await run(importCommand, [file], { into: target, append: true })).said).toContain("导入 51 笔");
  const ledger = await readFile(join(target, "ledger.csv"), "utf8");
  expect(ledger.trimEnd().split("\n").length).toBe(1 + 2 * 51);
});

test("an export that is not understood changes nothing", async () => {
  const target = join(folder, "data");
  await cp(FIXTURE, target, { recursive: true });
  const file = join(folder, "export.csv");
  await writeFile(
    file,
    "单位,资金性质,功能科目,项目类别,部门经济科目,预算数(元)\n机关,不明,2013601,人员类,30101,5\n",
  );
  const { code, said } = await run(importCommand, [file], { into: target, replace: true });
  expect(code).toBe(1);
  expect(said).toContain("不认得“资金来源”的值“不明”");
  expect(await readFile(join(target, "ledger.csv"), "utf8")).toBe(
    await readFile(join(FIXTURE, "ledger.csv"), "utf8"),
  );
});

test("what the import would lose or cannot write stops it", async () => {
  const file = await exportFile();
  const other = join(folder, "m.json");
  await writeFile(other, "a,b\n");
  await expect(run(importCommand, [file], { into: other })).rejects.toThrow(/\.xlsx/);
  const book = join(folder, "own.xlsx");
  await writeFile(book, "<html><table><tr><td>a sheet of the office's own</td></tr></table></html>");
  await expect(run(importCommand, [file], { into: book })).rejects.toThrow(/Sheet1/);
});
