import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hasError, type PerformanceYear, readYear } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { recordsOf, writeEntryRecords } from "@mingzhang/renderers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Command } from "./command.ts";
import importCommand from "./commands/import-lines.ts";
import newCommand from "./commands/new-entry.ts";
import { entriesOf, loadYear } from "./load.ts";

const FIXTURE = fileURLToPath(new URL("../../../fixtures/wansheng-2023", import.meta.url));
const YEAR = join(FIXTURE, "year");
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
  const say = (text: string) => said.push(text);
  const code = await command.run({ arguments: args, options }, { out: say, error: say, interactive: false });
  return { code, said: said.join("\n") };
}

/** The year in files and folders together; a fault of them fails the test. */
async function yearIn(...paths: readonly string[]) {
  const entries = await Promise.all(paths.map(entriesOf));
  const { year, findings } = readYear((await readLedger(entries.flat())).sheets);
  expect(findings.filter((finding) => hasError([finding])).map(({ message }) => message.zh)).toEqual([]);
  return year && { ...year, records: year.records.map(({ source: _, ...record }) => record) };
}

async function budgetFolder(): Promise<string> {
  const target = join(folder, "data");
  await cp(FIXTURE, target, { recursive: true });
  await rm(join(target, "year"), { recursive: true });
  return target;
}

/** The fixture's payments as a payment system exports them, with a title and totals. */
async function paymentExport(): Promise<string> {
  const [, ...rows] = (await readFile(join(YEAR, "payments.csv"), "utf8")).trimEnd().split("\n");
  const names: Readonly<Record<string, string>> = {
    organ: "中共重庆市万盛经济技术开发区工作委员会老干部局（本级）",
    institution: "重庆市万盛经济技术开发区老干部服务管理中心",
  };
  const lines = rows.map((row) => {
    const [date = "", unit = "", project, code, amount, voucher] = row.split(",");
    return [date.replaceAll("-", ""), names[unit], project, code, "某公司", amount, voucher].join(",");
  });
  const path = join(folder, "支付.csv");
  const heading = "支付日期,预算单位,项目名称,部门支出经济分类,收款人,支付金额（元）,支付凭证号";
  const text = ["支付明细表,,,,,,", heading, ...lines, "合计,,,,,1.00,"].join("\n");
  await writeFile(path, `${text}\n`);
  return path;
}

describe("a year's workbook", () => {
  test("is made of a budget, filled with what there is, and turned into CSV files and back", async () => {
    const book = join(folder, "绩效.xlsx");
    const csv = join(folder, "csv");
    expect((await run(newCommand, [book], { yearOf: FIXTURE, from: YEAR })).code).toBe(0);
    expect((await run(newCommand, [], { yearOf: FIXTURE, from: book, csv })).code).toBe(0);
    for (const name of await readdir(YEAR)) {
      expect(await readFile(join(csv, name), "utf8")).toBe(await readFile(join(YEAR, name), "utf8"));
    }
  });

  test("is blank but for names, and says so in its own file name", async () => {
    const book = join(folder, "绩效.xlsx");
    const { said } = await run(newCommand, [book], { yearOf: FIXTURE });
    expect(said).toContain(`已写出 ${book}`);
    expect(Object.values((await yearIn(FIXTURE, book)) ?? {}).flat()).toEqual([]);
    await expect(run(newCommand, [book], { yearOf: FIXTURE, year: "2024" })).rejects.toThrow(/--year-of/);
  });
});

describe("a budget with its year", () => {
  test("is found in the folder year, in a file that is named, or in the budget's own workbook", async () => {
    const target = await budgetFolder();
    await expect(loadYear(target, {})).rejects.toThrow(/没有绩效管理的表/);
    const expected = (await loadYear(FIXTURE, {})) as { readonly year: PerformanceYear };
    expect(expected.year.payments.length).toBe(590);
    const named = (await loadYear(target, { year: YEAR })) as typeof expected;
    expect(named.year.payments).toEqual(expected.year.payments);
    const files = [...(await entriesOf(FIXTURE)), ...(await entriesOf(YEAR))];
    const records = recordsOf((await readLedger(files)).sheets);
    const book = join(folder, "全部.xlsx");
    await writeFile(book, await writeEntryRecords(records, 2023, "both"));
    expect(((await loadYear(book, {})) as typeof expected).year.payments).toEqual(expected.year.payments);
  });
});

describe("importing payments", () => {
  test("into a budget's folder fills year/payments.csv, and only when told to for a second time", async () => {
    const target = await budgetFolder();
    const options = { into: target, as: "payments" };
    const file = await paymentExport();
    const { code, said } = await run(importCommand, [file], options);
    expect([code, said]).toEqual([0, expect.stringContaining("导入 590 笔")]);
    expect((await yearIn(target, join(target, "year")))?.payments).toEqual(
      (await yearIn(FIXTURE, YEAR))?.payments,
    );
    expect(await readdir(join(target, "year"))).toEqual(["payments.csv"]);
    await expect(run(importCommand, [file], options)).rejects.toThrow(/支付明细中已有 590 笔/);
  });

  test("into a year's workbook keeps the rest of it, and needs its budget", async () => {
    const book = join(folder, "绩效.xlsx");
    await run(newCommand, [book], { yearOf: FIXTURE, from: YEAR });
    const file = await paymentExport();
    const options = { into: book, as: "支付明细", replace: true };
    await expect(run(importCommand, [file], options)).rejects.toThrow(/--budget/);
    expect((await run(importCommand, [file], { ...options, budget: FIXTURE })).code).toBe(0);
    expect(await yearIn(FIXTURE, book)).toEqual(await yearIn(FIXTURE, YEAR));
  });

  test("of overlapping exports, one after the other, has each payment once, and says what was there", async () => {
    const target = await budgetFolder();
    const options = { into: target, as: "payments", append: true };
    const exportOf = async (name: string, rows: readonly string[]) => {
      const path = join(folder, name);
      await writeFile(path, ["支付日期,单位,经济分类,支付金额（元）,凭证号", ...rows].join("\n"));
      return path;
    };
    const january = ["20230115,organ,30201,5,1", "20230131,organ,30201,7.50,2"];
    const more = ["2023-01-31,organ,30201,7.50,2", "2023-02-15,organ,30201,5,1"];
    await run(importCommand, [await exportOf("一月.csv", january)], options);
    const { code, said } = await run(importCommand, [await exportOf("二月.csv", more)], options);
    expect([code, said]).toEqual([0, expect.stringMatching(/导入 1 笔.*另有 1 笔已在表中，未导入/su)]);
    const payments = (await yearIn(target, join(target, "year")))?.payments ?? [];
    expect(payments.map(({ date, voucher }) => [date, voucher])).toEqual([
      ["2023-01-15", "1"],
      ["2023-01-31", "2"],
      ["2023-02-15", "1"],
    ]);
  });

  test("without vouchers are added once, too: two payments alike in an export are two", async () => {
    const target = await budgetFolder();
    const options = { into: target, as: "payments", append: true };
    const path = join(folder, "无凭证号.csv");
    const rows = ["20230115,organ,30201,5", "20230115,organ,30201,5", "20230131,organ,30201,7.50"];
    await writeFile(path, ["支付日期,单位,经济分类,支付金额（元）", ...rows].join("\n"));
    const first = await run(importCommand, [path], options);
    expect(first.said).toContain("导入 3 笔");
    const second = await run(importCommand, [path], options);
    expect(second.said).toMatch(/导入 0 笔.*另有 3 笔已在表中，未导入/su);
    expect((await yearIn(target, join(target, "year")))?.payments).toHaveLength(3);
  });

  test("reports what the budget does not know with its place in the export", async () => {
    const file = join(folder, "支付.csv");
    await writeFile(file, "日期,单位,项目,经济分类,金额（元）\n2022-12-31,organ,别的项目,30201,5\n");
    const { said } = await run(importCommand, [file], { into: await budgetFolder(), as: "payments" });
    expect(said).toContain("支付.csv 第2行：“项目”的“别的项目”不在项目表中");
  });
});

test("evidence is imported into the register", async () => {
  const target = await budgetFolder();
  const file = join(folder, "活动.csv");
  await writeFile(file, "时间,类型,项目,活动内容,人数\n2023-03-08,活动,老干部服务专项,座谈,96\n");
  expect((await run(importCommand, [file], { into: target, as: "records" })).code).toBe(0);
  expect((await yearIn(target, join(target, "year")))?.records).toEqual([
    {
      date: "2023-03-08",
      kind: "activity",
      project: "老干部服务专项",
      matter: "座谈",
      count: "96",
      amount: 0n,
    },
  ]);
});

test("a sheet that nothing is imported into is refused with those that are", async () => {
  const options = { into: FIXTURE, as: "units" };
  await expect(run(importCommand, [join(YEAR, "payments.csv")], options)).rejects.toThrow(
    /绩效佐证台账（records）/,
  );
});
