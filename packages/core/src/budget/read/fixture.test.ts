import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCsv } from "../../../../../scripts/csv.ts";
import { formatYuan, sumFen } from "../../money/fen.ts";
import type { RawCell, RawSheet } from "../sheet.ts";
import { readBudget } from "./read-budget.ts";

const FOLDER = new URL("../../../../../fixtures/wansheng-2023/", import.meta.url);
const options = { weights: { overall: 100, project: 90 } };

/** The published pack promises these as well: its goal is the same text. */
const PROMISES =
  "notice department.csv 第9行：部门整体的目标文字写“离退休干部组织工作覆盖率100%”、“离退休干部党组织运转正常100%”，没有对应的指标";

/** The fixture's files, with texts replaced. */
function fixture(replaced: Readonly<Record<string, string>> = {}): readonly RawSheet[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".csv"));
  return files.map((file) => {
    let text = readFileSync(new URL(file, FOLDER), "utf8");
    for (const [old, put] of Object.entries(replaced)) text = text.replaceAll(old, put);
    const records = parseCsv(text);
    const header = text.split(/\r?\n/u)[0]?.split(",") ?? [];
    const rows = [header, ...records.map((record) => header.map((name) => record[name] ?? ""))];
    return {
      name: file.replace(".csv", ""),
      file,
      rows: rows.map((cells, line) => cells.map(cell(file, line))),
    };
  });
}

const cell =
  (file: string, line: number) =>
  (text: string, column: number): RawCell => ({
    kind: text === "" ? "blank" : "text",
    text,
    place: { kind: "line", file, line: line + 1, column: column + 1 },
  });

describe("the fixture Wansheng 2023", () => {
  it("reads to 51 lines of 3003200.00 yuan, with a notice on what its overall goal promises and none measures", () => {
    const { budget, findings } = readBudget(fixture(), options);
    expect(findings.map(({ level, message }) => `${level} ${message.zh}`)).toEqual([PROMISES]);
    expect(budget?.lines).toHaveLength(51);
    expect(formatYuan(sumFen(budget?.lines.map((line) => line.amount) ?? []))).toBe("3003200.00");
  });

  it("with the goals as published has the two contradictions that its README lists", () => {
    const published = {
      "帮扶困难老干部人数≥20人": "帮扶困难老干部人数≤60人",
      "六好党支部=1个": "五好支部=1个",
    };
    const { findings } = readBudget(fixture(published), options);
    expect(findings.map(({ level, message }) => `${level} ${message.zh}`)).toEqual([
      PROMISES,
      "warning projects.csv 第2行：项目“老干部服务专项”的目标文字写“创建离退休干部五好支部=1个”，指标表中没有这个名称，相近的是“创建离退休干部六好党支部”",
      "error projects.csv 第3行：项目“离退休干部慰问及补助”的目标文字写“帮扶困难老干部人数≤60人”，指标“帮扶困难老干部人数”却是 ≥20人",
    ]);
  });

  it("does not need the government economic codes: they follow from the crosswalk", () => {
    const entered = readBudget(fixture()).budget?.lines;
    const blank = fixture().map((sheet) => {
      const column = sheet.rows[0]?.findIndex(({ text }) => text === "government_economic");
      if (sheet.name !== "ledger") return sheet;
      const rows = sheet.rows.map((cells, line) =>
        cells.map((old, index) =>
          line > 0 && index === column ? { ...old, text: "", kind: "blank" as const } : old,
        ),
      );
      return { ...sheet, rows };
    });
    expect(readBudget(blank).budget?.lines).toEqual(entered);
  });
});
