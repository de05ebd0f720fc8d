import { selectionOf } from "../book/book.ts";
import type { Disclosure } from "../disclosure/disclosure.ts";
import { printedText } from "../disclosure/figures.ts";
import type { FigureInspection, Inspection, InspectionPart } from "../document/inspection.ts";
import type { Fact } from "../fact/fact.ts";
import { roundConventionally } from "../fact/fact-book.ts";
import type { MeasureTemplate } from "../measure/measure.ts";
import { fen, formatYuan } from "../money/fen.ts";
import { figureText } from "../money/figure.ts";
import { describeQuantity } from "./describe.ts";
import { lineTable, wordedSelection } from "./lines.ts";
import { partsByTotal, placesByFact } from "./places.ts";
import { differenceOf, reasonOf } from "./receipt.ts";

const UNIT_WORDS = { yuan: " 元", "wan-yuan": " 万元", "yi-yuan": " 亿元", percent: "%", count: "" } as const;

/** What stands behind every printed figure of a disclosure. */
export function inspect(disclosure: Disclosure): Inspection {
  const places = placesByFact(disclosure);
  const parts = partsByTotal(disclosure);
  const figures: Record<string, FigureInspection> = {};
  for (const [id, found] of places) {
    const fact = disclosure.facts.get(id);
    if (fact !== undefined) figures[id] = { ...inspectFact(fact, disclosure, parts.get(id)), places: found };
  }
  return { figures, lines: lineTable(disclosure.book) };
}

/** What stands behind one fact, its places apart. */
export function inspectFact(
  fact: Fact,
  disclosure: Disclosure,
  parts: readonly InspectionPart[] | undefined,
): Omit<FigureInspection, "places"> {
  const conventional = conventionalText(fact, disclosure);
  const select = selectionOfFact(fact, disclosure);
  const note = noteOf(fact);
  return {
    what: describeQuantity(fact.quantity),
    printed: withUnit(fact, printedText(fact, disclosure).replace(/%$/, ""), disclosure),
    ...(fact.quantity.kind === "amount" || fact.quantity.kind === "change"
      ? { exact: `${formatYuan(fen(fact.exact))} 元` }
      : {}),
    ...(conventional === undefined ? {} : { conventional, because: becauseOf(fact, disclosure) }),
    ...(note === undefined ? {} : { note }),
    ...(parts === undefined ? {} : { parts }),
    ...(select === undefined ? {} : { select }),
  };
}

function withUnit(fact: Fact, text: string, { figures }: Disclosure): string {
  const figure = figures.get(fact.id);
  return figure === undefined ? text : text + UNIT_WORDS[figure.unit];
}

/** The conventional rounding, where the printed figure is another. */
function conventionalText(fact: Fact, { figures, profile }: Disclosure): string | undefined {
  const [printed, conventional] = [figures.get(fact.id), roundConventionally(fact)];
  if (conventional === undefined || printed?.scaled === conventional.scaled) return undefined;
  return figureText(conventional, profile.format.grouping) + UNIT_WORDS[conventional.unit];
}

function becauseOf(fact: Fact, disclosure: Disclosure): string {
  const difference = differenceOf(disclosure, fact);
  return difference === undefined ? "" : reasonOf(difference).zh;
}

function selectionOfFact(fact: Fact, { book }: Disclosure) {
  const { quantity } = fact;
  const { year } = book.budget.department;
  if (quantity.kind !== "amount" || quantity.measure.year !== year || !isSumOfLines(quantity.measure))
    return undefined;
  const { body: _body, year: _year, ...template } = quantity.measure;
  return wordedSelection(selectionOf(book, template), book);
}

function isSumOfLines({ item }: Pick<MeasureTemplate, "item">): boolean {
  return item === undefined || item === "organ-operating-funds" || item.startsWith("three-public");
}

function noteOf(fact: Fact): string | undefined {
  const { quantity } = fact;
  if (quantity.kind === "growth") {
    if (fact.base === undefined) return "上年数为零，增幅无法计算，不印数字。";
    return `（${formatYuan(fen(fact.base + fact.exact))} 元 − ${formatYuan(fact.base)} 元）÷ ${formatYuan(fact.base)} 元`;
  }
  if (quantity.kind === "amount" && quantity.measure.item === undefined && fact.stated) return undefined;
  return quantity.kind === "count" ? "按预算中登记的条目计数。" : undefined;
}
