import { entriesOf, LEDGER_SHEET } from "@mingzhang/core";
import type { Row } from "@mingzhang/server/api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, rowsOf, type Sheets } from "../entry/sheets.ts";
import { fillDown, type Grid, insertRow, paste, setCells } from "./changes.ts";
import { parseCells, writeCells } from "./clipboard.ts";
import { matching, optionsOf, shownText } from "./options.ts";
import { pinyinInitials } from "./pinyin.ts";
import { areaOf, moved, START, select } from "./selection.ts";

const row = (id: string, cells: Record<string, string>): Row => ({ id, cells, position: 1, version: 1 });
const column = (id: string) => LEDGER_SHEET.columns.findIndex((one) => one.id === id);

function gridOf(rows: readonly Row[]): Grid {
  const units = [
    row("u", { unit: "机关", type: "行政单位" }),
    row("v", { unit: "中心", type: "公益一类事业单位" }),
  ];
  const sheets: Sheets = new Map([
    ["department", [row("d", { year: "2023" })]],
    ["units", units],
    ["ledger", rows],
  ]);
  let count = 0;
  return { schema: LEDGER_SHEET, rows, sheets, newId: () => `new-${++count}` };
}

describe("what spreadsheets copy", () => {
  it("is read back as it was written, whatever the cells hold", () => {
    const cell = fc.stringMatching(/^[a\t\n"，0]{0,6}$/);
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (cells) => {
        expect(parseCells(`${writeCells(cells)}\n`)).toEqual(cells);
      }),
    );
  });

  it("lets no text become a formula where it is pasted, and numbers stay numbers", () => {
    const texts = ["=1+1", '=HYPERLINK("x")', "+cmd", "-2+3", "@SUM(A1)", "＝1+1", "\t=1", "'=1"];
    for (const text of texts) {
      const written = writeCells([[text]]);
      expect([text, /^"?'/.test(written)]).toEqual([text, true]);
      expect(parseCells(written)).toEqual([[text]]);
    }
    const numbers = ["-2.50", "+3%", "-1,234.5", "1000", "-"];
    expect(writeCells([numbers])).toBe(numbers.join("\t"));
  });

  it("ends with a line that is no row", () => {
    expect(parseCells("a\tb\r\nc\t\r\n")).toEqual([
      ["a", "b"],
      ["c", ""],
    ]);
  });
});

describe("pasting", () => {
  const at = { top: 0, bottom: 0, left: column("department_economic"), right: column("department_economic") };

  it("fills the crosswalk in by the kind of unit", () => {
    const grid = gridOf([row("a", { unit: "机关" }), row("b", { unit: "中心" })]);
    const changes = paste(grid, at, [["30201"], ["30201"]]);
    const codes = rowsOf(applyChanges(grid.sheets, changes), "ledger").map(
      ({ cells }) => cells.government_economic,
    );
    expect(codes).toEqual(["50201", "50502"]);
  });

  it("adds the rows that are missing, at the end, in order and in the budget's year", () => {
    const grid = gridOf([row("a", {})]);
    const area = { ...at, left: column("amount_yuan"), right: column("amount_yuan") };
    const lines = Array.from({ length: 2000 }, (_, index) => [`1,${String(index).padStart(3, "0")}.50`, "x"]);
    const rows = rowsOf(applyChanges(grid.sheets, paste(grid, area, lines)), "ledger");
    expect(rows.length).toBe(2000);
    expect(rows[1]?.cells).toEqual({ year: "2023", amount_yuan: "1001.50" });
    expect(rows.at(-1)?.cells.amount_yuan).toBe("11999.50");
  });

  it("puts a single cell into all that are selected", () => {
    const grid = gridOf([row("a", {}), row("b", {})]);
    expect(paste(grid, { ...at, bottom: 1 }, [["30201"]]).filter(({ kind }) => kind === "set").length).toBe(
      2,
    );
  });
});

describe("typing", () => {
  it("keeps a government code that was chosen against the crosswalk", () => {
    const grid = gridOf([
      row("a", { unit: "机关", department_economic: "30201", government_economic: "50299" }),
    ]);
    const area = {
      top: 0,
      bottom: 0,
      left: column("department_economic"),
      right: column("department_economic"),
    };
    expect(setCells(grid, area, "30202").map((change) => change.kind === "set" && change.field)).toEqual([
      "department_economic",
    ]);
  });

  it("fills down from the first selected row, or from the row above", () => {
    const grid = gridOf([row("a", { kind: "人员经费" }), row("b", {}), row("c", {})]);
    const kind = column("kind");
    const set = (top: number, bottom: number) =>
      fillDown(grid, { top, bottom, left: kind, right: kind }).map(({ row: id }) => id);
    expect(set(0, 2)).toEqual(["b", "c"]);
    expect(set(1, 1)).toEqual(["b"]);
    expect(insertRow(grid, null, {}).cells).toEqual({ year: "2023" });
  });
});

describe("lists", () => {
  it("find a code by itself, by its name and by the initials of its name", () => {
    const economic = LEDGER_SHEET.columns[column("department_economic")];
    if (economic === undefined) throw new Error("no column");
    const options = optionsOf(economic, new Map(), 2023, "zh");
    for (const typed of ["30201", "办公费", "bgf"]) expect(matching(options, typed)[0]?.value).toBe("30201");
  });

  it("offer a unit with its name, and write what lines call it", () => {
    const unit = LEDGER_SHEET.columns[column("unit")];
    if (unit === undefined) throw new Error("no column");
    const row = (id: string, cells: Record<string, string>) => ({ id, position: 1, version: 1, cells });
    const sheets = new Map([
      [
        "units",
        [row("a", { unit: "organ", name: "某局（本级）" }), row("b", { unit: "中心" }), row("c", {})],
      ],
    ]);
    const options = optionsOf(unit, sheets, 2023, "zh");
    expect(options.map(({ value, label }) => [value, label])).toEqual([
      ["organ", "organ 某局（本级）"],
      ["中心", "中心"],
    ]);
    expect(matching(options, "bj")[0]?.value).toBe("organ");
  });

  it("offer and show choices in the reader's language, and write the same word in either", () => {
    const fund = LEDGER_SHEET.columns[column("fund")];
    if (fund === undefined) throw new Error("no column");
    const [zh, en] = (["zh", "en"] as const).map((language) => optionsOf(fund, new Map(), 2023, language));
    expect(en?.map(({ value }) => value)).toEqual(zh?.map(({ value }) => value));
    expect(zh?.[1]?.label).toBe("政府性基金预算财政拨款");
    expect(en?.[1]?.label).toBe("Government fund budget appropriation 政府性基金预算财政拨款");
    for (const typed of ["government fund", "政府性", "zfxjj"])
      expect(matching(en ?? [], typed)[0]?.value).toBe("政府性基金预算财政拨款");
    for (const stored of ["government-fund", "政府性基金", "政府性基金预算财政拨款"])
      expect(shownText(fund, stored, "en")).toBe("Government fund budget appropriation");
    expect(shownText(fund, "不认得", "en")).toBe("不认得");
  });

  it("know an initial for every character of the catalogues", () => {
    const names = (["functional", "department-economic", "government-economic"] as const).flatMap(
      (catalogue) => entriesOf(catalogue).map(({ name }) => name),
    );
    expect(names.filter((name) => /\p{Script=Han}/u.test(pinyinInitials(name)))).toEqual([]);
    expect(pinyinInitials("事业单位离退休")).toBe("sydwltx");
  });
});

describe("the selection", () => {
  const size = { rows: 10, columns: 3, page: 4 };
  it("moves by keys, stays inside and grows with shift", () => {
    const key = (name: string, shiftKey = false, ctrlKey = false) => ({ key: name, shiftKey, ctrlKey });
    expect(moved(START, key("ArrowUp"), size)).toEqual(START);
    expect(moved(START, key("End", false, true), size)).toMatchObject({ row: 9, column: 2 });
    const grown = moved(select(size, 2, 1), key("PageDown", true), size);
    expect(grown && areaOf(grown)).toEqual({ top: 2, bottom: 6, left: 1, right: 1 });
    expect(moved(START, key("a"), size)).toBeUndefined();
  });
});
