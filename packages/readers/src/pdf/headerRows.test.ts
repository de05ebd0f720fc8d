import { describe, expect, test } from "vitest";
import { countHeaderRows } from "./headerRows.ts";
import type { TableCell, TableRow } from "./table.ts";

type Drawn = string | readonly [text: string, colSpan: number, rowSpan: number];

/** Rows from texts and spans; columns follow from the cells to the left and above. */
function rows(...drawn: readonly (readonly Drawn[])[]): TableRow[] {
  const covered = new Set<string>();
  return drawn.map((line, row) => {
    let column = 0;
    const cells = line.map((cell): TableCell => {
      const [text, colSpan, rowSpan] = typeof cell === "string" ? [cell, 1, 1] : cell;
      while (covered.has(`${row}:${column}`)) column++;
      for (let below = 0; below < rowSpan; below++)
        for (let right = 0; right < colSpan; right++) covered.add(`${row + below}:${column + right}`);
      const box = { left: 0, top: 0, right: 1, bottom: 1 };
      const made = { column, colSpan, rowSpan, text, box, page: 1, inset: 0, full: false };
      column += colSpan;
      return made;
    });
    return { cells };
  });
}

describe("how many rows head a table", () => {
  test("one row above the data", () => {
    expect(countHeaderRows(rows(["科目", "合计"], ["支出", "1.00"]))).toBe(1);
  });

  test("three levels, closed by the cells that reach down to them", () => {
    const head = [
      [
        ["科目", 1, 3],
        ["支出", 3, 1],
      ],
      [
        ["合计", 1, 2],
        ["基本", 2, 1],
      ],
      ["人员", "公用"],
    ] satisfies Drawn[][];
    expect(countHeaderRows(rows(...head, ["工资", "3.00", "1.00", "2.00"]))).toBe(3);
  });

  test("an empty table has its head all the same", () => {
    const drawn: Drawn[][] = [
      [
        ["科目", 1, 2],
        ["支出", 2, 1],
      ],
      ["基本", "项目"],
      ["合计", "", ""],
    ];
    expect(countHeaderRows(rows(...drawn))).toBe(2);
  });

  test("a row that numbers the columns belongs to the head", () => {
    expect(countHeaderRows(rows(["科目", "合计"], ["栏次", "1"], ["支出", "1.00"]))).toBe(2);
  });

  test("a table that goes on from the page before has none", () => {
    expect(countHeaderRows(rows(["2080505", "养老", "1.00"], ["2080506", "年金", "2.00"]))).toBe(0);
  });

  test("a label down the whole side does not make a head of everything beside it", () => {
    const drawn: Drawn[][] = [
      [["绩效指标", 1, 3], "指标", "目标"],
      ["数量", "很多"],
      ["质量", "很好"],
    ];
    expect(countHeaderRows(rows(...drawn))).toBe(1);
  });
});
