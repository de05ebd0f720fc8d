import { fileURLToPath } from "node:url";
import {
  type Budget,
  compose,
  type Disclosure,
  disclose,
  type Grid,
  hasError,
  PROFILES,
  printedFigures,
  readBudget,
} from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { beforeAll, describe, expect, it } from "vitest";
import { entriesOf } from "../apps/cli/src/load.ts";

const folder = fileURLToPath(new URL("../fixtures/wansheng-2023/", import.meta.url));

/** The total of each table in yuan and of the table of the same content in 万元, by number, row and column. */
const SAME_TOTALS = [
  ["1/收入总计/revenue", "1/合计/revenue"],
  ["1/支出总计/expenditure", "1/合计/expenditure"],
  ["2/合计/total", "2/合计/total"],
  ["3/合计/total", "3/合计/total"],
  ["3/合计/basic", "3/合计/basic"],
  ["3/合计/project", "3/合计/project"],
  ["4/收入总计/revenue", "4/收入合计/revenue"],
  ["4/支出总计/general-public", "4/支出合计/general-public"],
  ["5/合计/total", "5/合计/subtotal"],
  ["8/合计/total", "6/合计/total"],
  ["8/合计/personnel", "6/合计/personnel"],
  ["8/合计/operating", "6/合计/operating"],
  ["9/2023/total", "10/2023/total"],
  ["9/2023/reception", "10/2023/reception"],
] as const;

/** One budget, two places: nothing but the profile differs. */
describe("the fixture published under the profile of another place", () => {
  let budget: Budget;
  let inYuan: Disclosure;
  let inWan: Disclosure;

  const of = (id: string): Disclosure => {
    const profile = PROFILES.find((candidate) => candidate.id === id);
    if (profile === undefined) throw new Error(`no profile ${id}`);
    return disclose(budget, profile);
  };
  const figure = (disclosure: Disclosure, address: string) => {
    const [table, row, column] = address.split("/");
    return printedFigures(disclosure).find(
      (candidate) => candidate.table === table && candidate.row === row && candidate.column === column,
    );
  };
  const grid = (number: number): Grid => {
    const found = compose(inYuan).blocks.find(
      (block) => block.type === "grid" && block.id === `table-${number}`,
    );
    if (found?.type !== "grid") throw new Error(`no table ${number}`);
    return found;
  };
  const texts = (row: Grid["rows"][number] | undefined) => row?.map((cell) => cell.text);

  beforeAll(async () => {
    const { sheets } = await readLedger(await entriesOf(folder));
    const result = readBudget(sheets, { weights: { overall: 100, project: 90 } });
    if (result.budget === undefined) throw new Error(JSON.stringify(result.findings));
    budget = result.budget;
    inYuan = of("shanghai-district");
    inWan = of("chongqing-district");
  });

  it("has no error", () => {
    expect(hasError(inYuan.findings)).toBe(false);
  });

  it.each(SAME_TOTALS)("states the same amount to the fen in %s and %s", (yuan, wan) => {
    const [a, b] = [figure(inYuan, yuan), figure(inWan, wan)];
    expect(a?.fact.exact).toBeGreaterThan(0n);
    expect(a?.fact.exact).toBe(b?.fact.exact);
  });

  it("prints yuan with two decimals and thousands separators, and 三公 in 万元", () => {
    const total = budget.lines.reduce((sum, line) => sum + line.amount, 0n);
    expect(total).toBe(300_320_000n);
    expect(figure(inYuan, "1/支出总计/expenditure")?.printed).toBe("3,003,200.00");
    expect(figure(inYuan, "9/2023/total")?.printed).toBe("6.20");
    expect(grid(1).aboveRight).toBe("单位：元");
    expect(grid(9).aboveRight).toBe("单位：万元");
  });

  it("keeps the number behind a grouped text plain, for spreadsheets", () => {
    const cell = grid(3).rows.at(-1)?.[1];
    expect(cell).toMatchObject({ text: "3,003,200.00", number: { value: "3003200.00", decimals: 2 } });
  });

  it("prints codes in three columns under a common header, and the total last", () => {
    const { rows, headerRows } = grid(3);
    expect(texts(rows[0])).toEqual(["项目", "支出预算"]);
    expect(texts(rows[1])).toEqual(["功能分类科目编码", "功能分类科目名称", "合计", "基本支出", "项目支出"]);
    expect(texts(rows[2])).toEqual(["类", "款", "项"]);
    const printed = rows.slice(headerRows).map((row) => texts(row)?.slice(0, 4));
    expect(printed.slice(6, 9)).toEqual([
      ["208", "", "", "社会保障和就业支出"],
      ["208", "05", "", "行政事业单位养老支出"],
      ["208", "05", "01", "行政单位离退休"],
    ]);
    expect(printed.findIndex((row) => row?.[0] === "合计")).toBe(printed.length - 1);
  });

  it("prints economic codes in two columns, and a zero beside a figure", () => {
    const { rows, headerRows } = grid(8);
    expect(texts(rows[headerRows + 1])).toEqual([
      "301",
      "01",
      "基本工资",
      "231,600.00",
      "231,600.00",
      "0.00",
    ]);
  });

  it("says of each table without figures why it is empty", () => {
    expect([6, 7].map((number) => grid(number).below)).toEqual([
      ["注：本部门2023年无政府性基金预算安排的支出，故本表为空表。"],
      ["注：本部门2023年无国有资本经营预算安排的支出，故本表为空表。"],
    ]);
    expect([1, 2, 3, 4, 5, 8, 9].flatMap((number) => grid(number).below)).toEqual([]);
  });

  it("numbers its parts through, the tables among them", () => {
    const parts = compose(inYuan).blocks.flatMap((block) =>
      block.type === "heading" && block.level === 1 ? [block.text] : [],
    );
    expect(parts).toEqual([
      "一、部门主要职能",
      "二、部门机构设置",
      "三、名词解释",
      "四、2023年部门预算编制说明",
      "五、部门预算表",
      "六、其他相关情况说明",
      "七、项目经费情况说明",
    ]);
  });
});
