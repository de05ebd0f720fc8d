import { describe, expect, it } from "vitest";
import { packOfText } from "../testing/pack-of-text.ts";
import rule from "./department-is-sum-of-units.ts";

const HEADER = "科目编码\t科目名称\t合计\t基本支出\t项目支出\t对附属单位补助支出";
const pack = (title: string, rows: readonly string[], unit = "万元") =>
  packOfText(
    `${title}\n部门公开表3\n2024年支出预算总表\n单位：${unit}\n\n${[HEADER, ...rows].map((row) => row.replaceAll(" ", "\t")).join("\n")}\n`,
  );
const DEPARTMENT = "示例区民政局2024年部门预算";
const ORGAN = "示例区民政局（本级）2024年单位预算";
const HOME = "示例区敬老院2024年单位预算";
const sum = pack(DEPARTMENT, ["合计  5.00 3.00 2.00 ", "208 社会保障和就业支出 5.00 3.00 2.00 "]);
const organ = pack(ORGAN, ["合计  3.00 2.00 1.00 ", "208 社会保障和就业支出 3.00 2.00 1.00 "]);
const home = pack(HOME, ["合计  2.00 1.00 1.00 ", "208 社会保障和就业支出 2.00 1.00 1.00 "]);

const results = (units: readonly ReturnType<typeof pack>[], department = sum) => [
  ...rule.check({ pack: department, units }),
];
const said = (...given: Parameters<typeof results>) =>
  results(...given).flatMap((result) => ("message" in result ? [result.message.zh] : []));

describe("the packs of the units", () => {
  it("state an identity for every cell, with the name of the pack that prints each part", () => {
    const all = results([organ, home]);
    expect(all.map(({ outcome }) => outcome)).toEqual(Array(6).fill("holds"));
    const [first] = all.flatMap((result) => ("identity" in result ? [result.identity] : []));
    expect(first?.terms.map(({ figure }) => figure.pack)).toEqual([
      undefined,
      "示例区民政局(本级)",
      "示例区敬老院",
    ]);
  });

  it.each([
    ["of another year", home, "示例区敬老院2023年单位预算", "是2023年的，本材料是2024年的"],
    ["of a department", home, "示例区司法局2024年部门预算", "是部门预算，不是所属单位的单位预算"],
    ["given twice", home, ORGAN, "给了两次"],
  ])("are refused where one is %s", (_why, _pack, title, words) => {
    const other = pack(title, ["合计  2.00 1.00 1.00 "]);
    expect(said([organ, other])).toEqual([expect.stringContaining(words)]);
  });

  it("may print yuan where the department prints ten thousands", () => {
    const yuan = pack(HOME, ["合计  20049 10000 10049 ", "208 社会保障和就业支出 20049 10000 10049 "], "元");
    expect(results([organ, yuan]).map(({ outcome }) => outcome)).toEqual([
      "rounding",
      "holds",
      "rounding",
      "rounding",
      "holds",
      "rounding",
    ]);
  });

  it("add nothing to a row that they leave out of a table that has such rows", () => {
    const more = pack(DEPARTMENT, [
      "合计  6.00 4.00 2.00 ",
      "208 社会保障和就业支出 5.00 3.00 2.00 ",
      "221 住房保障支出 1.00 1.00  ",
    ]);
    const housed = pack(HOME, [
      "合计  3.00 2.00 1.00 ",
      "208 社会保障和就业支出 2.00 1.00 1.00 ",
      "221 住房保障支出 1.00 1.00  ",
    ]);
    expect(new Set(results([organ, housed], more).map(({ outcome }) => outcome))).toEqual(new Set(["holds"]));
  });

  it("are not added up where they hand money to each other", () => {
    const giving = pack(ORGAN, ["合计  4.00 2.00 1.00 1.00", "208 社会保障和就业支出 4.00 2.00 1.00 1.00"]);
    const all = results([giving, home]);
    expect(new Set(all.map(({ outcome }) => outcome))).toEqual(new Set(["could-not-check"]));
  });

  it("without a table leave it unchecked", () => {
    const silent = packOfText(`${HOME}\n一、收入预算\n收入预算2.00万元。`);
    expect(new Set(results([organ, silent]).map(({ outcome }) => outcome))).toEqual(
      new Set(["could-not-check"]),
    );
  });
});
