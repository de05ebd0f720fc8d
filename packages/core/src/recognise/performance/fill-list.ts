import type { Cell, Grid } from "../../document/document.ts";
import type { Text } from "../../finding/finding.ts";
import type { Unread } from "../../pack/pack.ts";
import type { IndicatorColumn, PrintedText } from "../../pack/performance-form.ts";
import { isBlank } from "../number.ts";
import { unitOf } from "../tables.ts";
import { plain } from "../text.ts";
import { readAmount } from "./amount.ts";
import { type FormDraft, printed } from "./draft.ts";
import { columnOf, type ListHeader, type Row, weightTotalOf } from "./header.ts";
import { readIndicatorRow } from "./indicator.ts";
import { readIndicatorText } from "./indicator-text.ts";
import type { ColumnRole } from "./words.ts";

/**
 * What a row of a list of projects does. A project that goes over the end of a page has its name and its amount on
 * one of the two pages only, since they are centred over its rows: without an amount at the head of a page, the
 * project before goes on; without one further down, the next begins, and its amount is at the head of the next page.
 */
export type RowRole = "same" | "new" | "unnamed" | "named";

export interface RowPosition {
  readonly topOfPage: boolean;
  /** Whether the list's cells span the rows of a project: only then a blank cell of its own means something. */
  readonly spans: boolean;
}

export function rowRole(
  row: Row,
  header: ListHeader,
  current: FormDraft | undefined,
  { topOfPage, spans }: RowPosition,
): RowRole {
  const column = columnOf(header, "total") ?? columnOf(header, "project") ?? -1;
  const key = row[column];
  const named = key?.origin === true && !isBlank(key.cell.text);
  if (current === undefined) return named || !spans ? "new" : "unnamed";
  if (topOfPage && !named) return current.project?.text === "" ? "named" : "same";
  if (named) return current.unnamed && topOfPage ? "named" : "new";
  return key?.origin === true && spans ? "unnamed" : "same";
}

export interface ListContext {
  readonly grid: Grid;
  readonly usualUnit: "yuan" | "wan-yuan";
  /** Name of the project before, in the same list. */
  readonly before?: PrintedText;
}

/** Begins a project from a row of a list; undefined for a row that has neither goal nor indicators (a unit, a total). */
export function fillListRow(
  row: Row,
  header: ListHeader,
  begin: () => FormDraft,
  { grid, usualUnit, before }: ListContext,
): FormDraft | undefined {
  const cell = (role: ColumnRole) => row[columnOf(header, role) ?? -1]?.cell;
  const hasIndicators = columnOf(header, "name") !== undefined;
  const goal = cell("goal");
  const name = printed(cell("project"));
  if (!hasIndicators && isBlank(goal?.text ?? "")) return undefined;
  if (/^(?:合计|总计|小计)$/u.test(name.text)) return undefined;
  const draft = begin();
  nameProject(draft, name, before);
  if (columnOf(header, "goal") !== undefined) draft.goal = printed(goal);
  const owner = cell("owner");
  if (owner !== undefined) draft.unit = printed(owner);
  fillAmounts(draft, row, header, { grid, usualUnit });
  fillText(draft, cell("indicators"));
  return draft;
}

/** Enters the name and the amounts that stand on the second page of a project. */
export function fillNames(
  draft: FormDraft,
  row: Row,
  header: ListHeader,
  { grid, usualUnit, before }: ListContext,
): void {
  if (draft.project?.text === "")
    nameProject(draft, printed(row[columnOf(header, "project") ?? -1]?.cell), before);
  if (!draft.unnamed || isBlank(row[columnOf(header, "total") ?? -1]?.cell.text ?? "")) return;
  draft.amounts.length = 0;
  fillAmounts(draft, row, header, { grid, usualUnit });
  draft.unnamed = false;
}

/** A project's cell over several amounts is blank where a new page begins. */
function nameProject(draft: FormDraft, name: PrintedText, before: PrintedText | undefined): void {
  draft.project = name.text === "" && before !== undefined && before.text !== "" ? before : name;
}

function fillAmounts(
  draft: FormDraft,
  row: Row,
  header: ListHeader,
  { grid, usualUnit }: { readonly grid: Grid; readonly usualUnit: "yuan" | "wan-yuan" },
): void {
  const above = unitOf(grid);
  for (const [column, role] of header.roles) {
    if (role !== "total" && role !== "part") continue;
    const label = header.texts.get(column) ?? "";
    const amount = readAmount(row[column]?.cell, {
      id: `${draft.start.id}:${draft.amounts.length + 1}`,
      role,
      group: 0,
      label,
      near: [label, above === undefined ? "" : above === "yuan" ? "单位:元" : "万元"],
      usualUnit,
    });
    if (amount !== undefined) draft.amounts.push(amount);
  }
}

function fillText(draft: FormDraft, cell: Cell | undefined): void {
  if (cell === undefined || isBlank(cell.text)) return;
  const indicators = readIndicatorText(cell);
  if (indicators === undefined) draft.incomplete = true;
  else {
    draft.indicators.push(...indicators);
    for (const column of ["level1", "level2", "name", "target"] as const) draft.columns.add(column);
  }
}

export type ReportUnread = (reason: Text, cell: Cell | undefined, text: string) => void;

/** Reads the indicator of a row into a form. */
export function fillIndicator(draft: FormDraft, row: Row, header: ListHeader, report: ReportUnread): void {
  if (columnOf(header, "name") === undefined) return;
  for (const role of header.roles.values()) if (isIndicatorColumn(role)) draft.columns.add(role);
  draft.weightTotal ??= weightTotalOf(header);
  goOnWithGoal(draft, row, header);
  const read = readIndicatorRow(row, header);
  if (read.kind === "indicator") draft.indicators.push(read.indicator);
  if (read.kind !== "unread") return;
  draft.incomplete = true;
  report(
    { zh: "这一行没有读出指标名称", en: "no indicator name was read in this row" },
    read.cell,
    read.text,
  );
}

/** The rest of a goal at the head of the next page. */
function goOnWithGoal(draft: FormDraft, row: Row, header: ListHeader): void {
  const goal = row[columnOf(header, "goal") ?? -1];
  if (goal?.origin !== true || draft.goal === undefined || isBlank(goal.cell.text)) return;
  const text = printed(goal.cell);
  if (plain(draft.goal.text) !== plain(text.text))
    draft.goal = { ...draft.goal, text: draft.goal.text + text.text };
}

function isIndicatorColumn(role: ColumnRole): role is IndicatorColumn {
  return ["level1", "level2", "name", "operator", "target", "unit", "weight", "core"].includes(role);
}

export function unreadRow(reason: Text, cell: Cell | undefined, text: string): Unread {
  return { what: "row", text, reason, ...(cell?.place === undefined ? {} : { place: cell.place }) };
}
