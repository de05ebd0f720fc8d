import type { Budget, PriorLine, Unit } from "../budget/budget.ts";
import { THREE_PUBLIC_ITEMS } from "../budget/terms.ts";
import type { LineSelection } from "../document/inspection.ts";
import { fundsOf, kindsOf, type MeasureTemplate } from "../measure/measure.ts";
import { type Fen, fen, subtractFen, sumFen } from "../money/fen.ts";
import { type BookLine, linesOfDepartment, linesOfUnits } from "./consolidate.ts";
import { LineIndex } from "./line-index.ts";
import { type EntryTable, type Mark, markOf } from "./mark.ts";

/** The department as a whole as a body; units go by their ids. */
export const DEPARTMENT = "department";

/** One body's view of the budget: its lines after internal transfers, and what they add up to. */
export interface Book {
  readonly body: string;
  readonly budget: Budget;
  readonly units: readonly Unit[];
  readonly lines: readonly BookLine[];
  readonly priorLines: readonly PriorLine[];
  readonly index: LineIndex<BookLine>;
  readonly priorIndex: LineIndex<PriorLine & LineLike>;
}

/** The fields that selections look at; last year's lines lack some. */
export interface LineLike {
  readonly amount: Fen;
  readonly functional: string;
  readonly departmentEconomic?: string;
  readonly governmentEconomic?: string;
  readonly project?: string;
}

/** An exact amount, and how its lines are found. */
export interface Amount {
  readonly value: Fen;
  readonly mark: Mark;
  /** Whether anything at all is stated for the measure; a blank is not a zero. */
  readonly stated: boolean;
  readonly select?: LineSelection;
}

/** Opens the book of the department (all units), of one unit, or of a group of units under a name of its own. */
export function openBook(
  budget: Budget,
  body: string = DEPARTMENT,
  members: ReadonlySet<string> = new Set([body]),
): Book {
  const whole = body === DEPARTMENT;
  const lines = whole ? linesOfDepartment(budget) : linesOfUnits(budget, members);
  const priorLines = budget.priorLines.filter((line) => whole || members.has(line.unit ?? ""));
  return {
    body,
    budget,
    units: whole ? budget.units : budget.units.filter((unit) => members.has(unit.id)),
    lines,
    priorLines,
    index: new LineIndex(lines),
    priorIndex: new LineIndex(priorLines),
  };
}

/** The exact amount of a measure in this book. Measures of counts are not amounts: see `count.ts`. */
export function amountOf(book: Book, measure: MeasureTemplate): Amount {
  if (measure.item === "town-subsidy") return townSubsidy(book, measure);
  if (measure.item === "district") return district(book, measure);
  if (measure.item === "small-business") return smallBusiness(book, measure);
  if (measure.item?.startsWith("social-insurance")) return socialInsurance(book, measure);
  if (measure.year === -1) return priorAmount(book, measure);
  const selection = selectionOf(book, measure);
  const lines = selectLines(book, measure, selection);
  return { ...sumLines(lines), stated: lines.length > 0, select: selection };
}

function sumLines(lines: readonly BookLine[]): Pick<Amount, "value" | "mark"> {
  let mark = 0n;
  for (const line of lines) mark += markOf("line", line.origin, line.amount);
  return { value: sumFen(lines.map((line) => line.amount)), mark };
}

/** The sum of some entries of another table; the whole table is given, for their places in it. */
function sumEntries<Entry extends object>(
  table: EntryTable,
  entries: readonly Entry[],
  amount: (entry: Entry) => bigint,
  chosen: readonly Entry[],
): Pick<Amount, "value" | "mark"> {
  const places = placesIn(entries);
  let value = 0n;
  let mark = 0n;
  for (const entry of chosen) {
    value += amount(entry);
    mark += markOf(table, places.get(entry) ?? 0, amount(entry));
  }
  return { value: fen(value), mark };
}

const PLACES = new WeakMap<readonly object[], ReadonlyMap<object, number>>();

function placesIn(entries: readonly object[]): ReadonlyMap<object, number> {
  let places = PLACES.get(entries);
  if (places === undefined) {
    places = new Map(entries.map((entry, index) => [entry, index]));
    PLACES.set(entries, places);
  }
  return places;
}

/**
 * Whether last year's amount of a measure is known for this body. Of a unit it is not where last year was entered
 * for the department as a whole only; then there is nothing to compare with, which is not the same as nil.
 */
export function isPriorKnown(book: Book, { item }: MeasureTemplate): boolean {
  const { body, budget } = book;
  if (body === DEPARTMENT) return true;
  const { priorItems, priorLines } = budget;
  const prior: readonly { readonly unit?: string }[] =
    item === undefined || priorItems.length === 0 ? priorLines : priorItems;
  return prior.some(({ unit }) => includesUnit(book, unit)) || prior.every(({ unit }) => unit !== undefined);
}

/** Whether an entry under a unit is the body's; what is entered for the department as a whole is not a unit's. */
function includesUnit({ body, units }: Book, unit: string | undefined): boolean {
  return body === DEPARTMENT || units.some(({ id }) => id === unit);
}

/** The lines that a measure of the budget year is made of. */
export function selectLines(
  book: Book,
  measure: MeasureTemplate,
  selection = selectionOf(book, measure),
): readonly BookLine[] {
  return book.index.candidates(measure).filter((line) => accepts(selection, line));
}

/** The codes of a classification that carry money under a measure. */
export function codesOf(
  book: Book,
  measure: MeasureTemplate,
  classification: "functional" | "departmentEconomic" | "governmentEconomic",
): ReadonlySet<string> {
  const lines: readonly LineLike[] =
    measure.year === -1 ? priorLinesOf(book, measure) : selectLines(book, measure);
  return new Set(lines.flatMap((line) => (line.amount !== 0n && line[classification]) || []));
}

/** A measure of the budget year as a selection over the columns of the line table (`line-table.ts`). */
export function selectionOf(book: Book, measure: MeasureTemplate): LineSelection {
  const selection: Record<string, readonly string[]> = {};
  if (measure.fund !== undefined) selection.fund = fundsOf(measure.fund);
  if (measure.kind !== undefined) selection.kind = kindsOf(measure.kind);
  if (measure.functional !== undefined) selection.functional = [measure.functional];
  if (measure.departmentEconomic !== undefined) selection.departmentEconomic = [measure.departmentEconomic];
  if (measure.governmentEconomic !== undefined) selection.governmentEconomic = [measure.governmentEconomic];
  if (measure.project !== undefined) selection.project = [measure.project];
  if (measure.procurement !== undefined) {
    selection.procurement =
      measure.procurement === "any" ? ["goods", "works", "services"] : [measure.procurement];
  }
  applyFlow(selection, measure);
  applyItem(book, selection, measure);
  return selection;
}

function applyFlow(selection: Record<string, readonly string[]>, measure: MeasureTemplate): void {
  if (measure.flow === undefined) return;
  if (measure.side === "revenue") selection.carryOver = [measure.flow === "carry-over" ? "yes" : "no"];
  else selection.flow = [measure.flow === "carry-over" ? "out" : "in-year"];
}

function applyItem(book: Book, selection: Record<string, readonly string[]>, measure: MeasureTemplate): void {
  if (measure.item === "organ-operating-funds") {
    // 机关运行经费: operating funding of administrative units and institutions under the civil-service law.
    selection.unit = book.units
      .filter((unit) => unit.type === "administrative" || unit.type === "civil-service")
      .map((unit) => unit.id);
    selection.kind = ["operating"];
    selection.fund = ["general-public"];
  }
  const threePublic = measure.item?.match(/^three-public(?:\/(.+))?$/);
  if (threePublic) {
    // “三公”经费 are paid from general public budget appropriation.
    selection.departmentEconomic = threePublicItems(threePublic[1]).flatMap((item) => item.codes);
    selection.fund = ["general-public"];
    selection.flow = ["in-year"];
  }
}

function threePublicItems(id: string | undefined) {
  if (id === undefined) return THREE_PUBLIC_ITEMS;
  if (id === "vehicles") return THREE_PUBLIC_ITEMS.filter((item) => item.id.startsWith("vehicle-"));
  return THREE_PUBLIC_ITEMS.filter((item) => item.id === id);
}

function accepts(selection: LineSelection, line: BookLine): boolean {
  return (
    (selection.unit === undefined || selection.unit.includes(line.unit)) &&
    (selection.fund === undefined || selection.fund.includes(line.fund)) &&
    (selection.kind === undefined || selection.kind.includes(line.kind)) &&
    (selection.carryOver === undefined || selection.carryOver.includes(line.carryOver ? "yes" : "no")) &&
    (selection.flow === undefined || selection.flow.includes(flowOf(line))) &&
    (selection.project === undefined || selection.project.includes(line.project ?? "")) &&
    (selection.procurement === undefined || selection.procurement.includes(line.procurement ?? "")) &&
    acceptsCode(selection.functional, line.functional) &&
    acceptsCode(selection.departmentEconomic, line.departmentEconomic) &&
    acceptsCode(selection.governmentEconomic, line.governmentEconomic)
  );
}

/** Whether a line is spent in the year or carried over to the next. */
export function flowOf(line: BookLine): "in-year" | "out" {
  return line.kind === "carry-over-out" ? "out" : "in-year";
}

function acceptsCode(accepted: readonly string[] | undefined, code: string): boolean {
  return accepted === undefined || accepted.some((prefix) => code.startsWith(prefix));
}

function priorAmount(book: Book, measure: MeasureTemplate): Amount {
  if (measure.item !== undefined) return priorItem(book, measure.item);
  const lines = priorLinesOf(book, measure);
  const sum = sumEntries("prior-line", book.budget.priorLines, ({ amount }) => amount, lines);
  return { ...sum, stated: lines.length > 0 };
}

/** Last year's published lines carry no carry-over, economic classification, project or procurement. */
function priorLinesOf(book: Book, measure: MeasureTemplate): readonly PriorLine[] {
  const { flow, departmentEconomic, governmentEconomic, project, procurement } = measure;
  if (flow === "carry-over" || departmentEconomic || governmentEconomic || project || procurement) return [];
  const funds = measure.fund === undefined ? undefined : fundsOf(measure.fund);
  const kinds = measure.kind === undefined ? undefined : kindsOf(measure.kind);
  return book.priorIndex
    .candidates(measure)
    .filter(
      (line) =>
        (funds === undefined || funds.includes(line.fund)) &&
        (kinds === undefined || kinds.includes(line.kind)) &&
        line.functional.startsWith(measure.functional ?? ""),
    );
}

function priorItem(book: Book, item: string): Amount {
  const accepted = item.startsWith("three-public")
    ? threePublicItems(item.split("/")[1]).map((part): string => `three-public/${part.id}`)
    : [item];
  const items = book.budget.priorItems.filter(
    (prior) => accepted.includes(prior.item) && includesUnit(book, prior.unit),
  );
  const stated = items.some((prior) => prior.amount !== 0n);
  return { ...sumEntries("prior-item", book.budget.priorItems, ({ amount }) => amount, items), stated };
}

function townSubsidy(book: Book, measure: MeasureTemplate): Amount {
  const { projects } = book.budget;
  const named = projects.find(({ name }) => name === measure.project);
  const chosen = named === undefined ? [] : [named];
  const sum = sumEntries("town-subsidy", projects, ({ townSubsidy = 0n }) => townSubsidy, chosen);
  return { ...sum, stated: sum.value !== 0n };
}

/** 区级支出: what is left of a project's amount after the part for towns. */
function district(book: Book, measure: MeasureTemplate): Amount {
  const { item: _, ...whole } = measure;
  const [all, towns] = [amountOf(book, whole), townSubsidy(book, measure)];
  const value = subtractFen(all.value, towns.value);
  return { value, mark: all.mark - towns.mark, stated: value !== 0n };
}

/** 面向中小企业预留 of the procurement details. */
function smallBusiness(book: Book, measure: MeasureTemplate): Amount {
  const units = new Set(book.units.map((unit) => unit.id));
  const rows = measure.year === -1 ? [] : book.budget.procurements.filter((row) => units.has(row.unit));
  const sum = sumEntries(
    "small-business",
    book.budget.procurements,
    ({ smallBusiness }) => smallBusiness,
    rows,
  );
  return { ...sum, stated: sum.value !== 0n };
}

function socialInsurance(book: Book, measure: MeasureTemplate): Amount {
  const fund = measure.item?.split("/").slice(1).join("/") ?? "";
  const balance = measure.side === "balance";
  const rows =
    book.body === DEPARTMENT
      ? book.budget.socialInsurance.filter(
          (row) => (balance || row.side === measure.side) && row.fund.startsWith(fund),
        )
      : [];
  const signed = (row: (typeof rows)[number]) =>
    balance && row.side === "expenditure" ? -row.amount : row.amount;
  const sum = sumEntries("social-insurance", book.budget.socialInsurance, signed, rows);
  return { ...sum, stated: rows.length > 0 };
}
