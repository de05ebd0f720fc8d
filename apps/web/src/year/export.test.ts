import { PAYMENT_IMPORT } from "@mingzhang/core";
import { expect, it } from "vitest";
import type { Sheets } from "../entry/sheets.ts";
import { appended, readExport } from "./export.ts";

const row = (id: string, cells: Readonly<Record<string, string>>) => ({ id, position: 1, version: 1, cells });
const sheets: Sheets = new Map([
  ["units", [row("u", { unit: "organ", name: "老干部局（本级）", code: "216001" })]],
  ["payments", [row("p", { date: "2023-01-31" })]],
]);
const EXPORT = `2023年支付明细（单位：元）
支付日期\t预算单位\t项目名称\t部门支出经济分类\t支付金额\t支付凭证号
20230115\t老干部局（本级）\t老干部服务专项\t30201-办公费\t1,200.50\t0115-07
2023/11/5\t216001-老干部局（本级）\t\t[30216]培训费\t(200.00)\t
合计\t\t\t\t1000.50\t`;

it("an export is taken by its headings: units by name or code, refunds negative, totals left out and said", () => {
  const { rows, findings } = readExport(EXPORT, PAYMENT_IMPORT, sheets);
  expect(rows).toEqual([
    {
      date: "2023-01-15",
      unit: "organ",
      project: "老干部服务专项",
      department_economic: "30201",
      amount_yuan: "1200.50",
      voucher: "0115-07",
    },
    { date: "2023-11-05", unit: "organ", department_economic: "30216", amount_yuan: "-200.00" },
  ]);
  expect(findings.map(({ rule }) => rule)).toEqual(["import/total-row"]);
});

it("the rows come after those that are there, in their order", () => {
  const { rows } = readExport(EXPORT, PAYMENT_IMPORT, sheets);
  const changes = appended(sheets, "payments", { rows, newId: () => crypto.randomUUID() });
  const [first, second] = changes as Extract<(typeof changes)[number], { kind: "insert" }>[];
  expect([first?.after, second?.after]).toEqual(["p", first?.row]);
});

it("what has no headings gives no rows, and says so", () => {
  const { rows, findings } = readExport("1\t2\n3\t4", PAYMENT_IMPORT, sheets);
  expect(rows).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toEqual(["import/no-header"]);
});

it("what is in the sheet is left out and counted, by its voucher or, without one, by all its columns", () => {
  const taken = readExport(EXPORT, PAYMENT_IMPORT, sheets).rows.map((cells, at) =>
    row(`r${at}`, cells as Record<string, string>),
  );
  const { rows, known } = readExport(EXPORT, PAYMENT_IMPORT, new Map([...sheets, ["payments", taken]]));
  expect([rows, known]).toEqual([[], 2]);
});
