import type { Book } from "../book/book.ts";
import { flowOf } from "../book/book.ts";
import { FUNDS, KINDS, PROCUREMENT_CLASSES } from "../budget/terms.ts";
import type { LineSelection, LineTable } from "../document/inspection.ts";
import { formatYuan } from "../money/fen.ts";
import { termOf } from "./describe.ts";

const FLOWS: Readonly<Record<string, string>> = { "in-year": "本年支出", out: "结转下年" };
const YES_NO: Readonly<Record<string, string>> = { yes: "是", no: "否" };

/** The lines of a body as people read them; selections are translated to the same words. */
export function lineTable(book: Book): LineTable {
  return {
    columns: [
      { id: "unit", label: "单位" },
      { id: "fund", label: "资金来源" },
      { id: "carryOver", label: "上年结转资金" },
      { id: "flow", label: "去向" },
      { id: "functional", label: "功能分类", prefix: true },
      { id: "kind", label: "支出类别" },
      { id: "project", label: "项目" },
      { id: "departmentEconomic", label: "部门经济分类", prefix: true },
      { id: "governmentEconomic", label: "政府经济分类", prefix: true },
      { id: "procurement", label: "政府采购" },
      { id: "amount", label: "金额（元）", align: "right" },
    ],
    rows: book.lines.map((line) => [
      unitWord(book, line.unit),
      fundWord(line.fund),
      YES_NO[line.carryOver ? "yes" : "no"] ?? "",
      FLOWS[flowOf(line)] ?? "",
      line.functional,
      kindWord(line.kind),
      line.project ?? "",
      line.departmentEconomic,
      line.governmentEconomic,
      procurementWord(line.procurement ?? ""),
      formatYuan(line.amount),
    ]),
  };
}

/** A selection in the words of `lineTable`. */
export function wordedSelection(selection: LineSelection, book: Book): LineSelection {
  const words: Readonly<Record<string, (value: string) => string>> = {
    unit: (value) => unitWord(book, value),
    fund: fundWord,
    kind: kindWord,
    carryOver: (value) => YES_NO[value] ?? value,
    flow: (value) => FLOWS[value] ?? value,
    procurement: procurementWord,
  };
  return Object.fromEntries(
    Object.entries(selection).map(([column, values]) => [
      column,
      values.map(words[column] ?? ((value) => value)),
    ]),
  );
}

function unitWord(book: Book, id: string): string {
  return book.budget.units.find((unit) => unit.id === id)?.name ?? id;
}

const fundWord = (id: string) => termOf(FUNDS, id) ?? id;
const kindWord = (id: string) => (id === "carry-over-out" ? "结转下年" : (termOf(KINDS, id) ?? id));
const procurementWord = (id: string) => (id === "" ? "" : (termOf(PROCUREMENT_CLASSES, id) ?? id));
