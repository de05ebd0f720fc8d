import type { Block, Grid } from "../../document/document.ts";
import type { Unread } from "../../pack/pack.ts";
import type { PerformanceForm } from "../../pack/performance-form.ts";
import { expand } from "../expand.ts";
import { plain } from "../text.ts";
import { continued } from "./continuation.ts";
import { FormDraft } from "./draft.ts";
import { fillHead } from "./fill-head.ts";
import { fillIndicator, fillListRow, fillNames, type RowPosition, rowRole, unreadRow } from "./fill-list.ts";
import { readHeadRow } from "./head.ts";
import { columnOf, type ListHeader, type Row, readHeader } from "./header.ts";
import { linesAbove, titleOf } from "./titles.ts";
import { type HeadRole, headRole } from "./words.ts";

/** Reads the grids of one document in order: forms begin, go on over pages, and end. */
export class PerformanceReader {
  readonly unread: Unread[] = [];
  private readonly drafts: FormDraft[] = [];
  private current: FormDraft | undefined;
  private header: ListHeader | undefined;
  private title = "";
  private page: number | undefined;

  constructor(
    private readonly document: string,
    private readonly usualUnit: "yuan" | "wan-yuan",
    private readonly firstId: number,
  ) {}

  forms(): readonly PerformanceForm[] {
    return this.drafts.map((draft) => draft.finish());
  }

  /** Reads a grid, or nothing of it when it is no form of performance targets. */
  read(grid: Grid, before: readonly Block[]): void {
    const matrix = expand(grid);
    const title = titleOf(grid, before);
    const start = this.startOf(matrix, title);
    if (start === "none") {
      this.leave(title, grid);
      return;
    }
    if (start === "form" || (title !== undefined && title !== this.title)) this.current = undefined;
    if (title !== undefined) this.title = title;
    if (start !== "rows") this.header = undefined;
    else if (this.header !== undefined) this.header = continued(this.header, matrix);
    this.readRows(grid, matrix);
  }

  /** How a grid begins: with a form's head, with a header of indicators, or with rows of the form before. */
  private startOf(matrix: readonly Row[], title: string | undefined): "form" | "header" | "rows" | "none" {
    const first = matrix.findIndex((row) => row.some((spot) => plain(spot?.cell.text ?? "") !== ""));
    if (first < 0 || isSelfEvaluation(matrix)) return "none";
    if (readHeader(matrix, first) !== undefined) return "header";
    const hasIndicators = matrix.some((_, row) => readHeader(matrix, row) !== undefined);
    const fields = readHeadRow(matrix, first);
    const named = fields.some(({ role }) => role === "project" || role === "body");
    if (named && (hasIndicators || title !== undefined)) return "form";
    const goes = this.header !== undefined && continued(this.header, matrix) !== undefined;
    return goes ? "rows" : hasIndicators ? "form" : "none";
  }

  private readRows(grid: Grid, matrix: readonly Row[]): void {
    const spans = matrix.some((row) => row.some((spot) => (spot?.cell.rowSpan ?? 1) > 1));
    for (let row = 0; row < matrix.length; row++) {
      const header = readHeader(matrix, row);
      if (header !== undefined) {
        this.header = header;
        row = header.end - 1;
        continue;
      }
      if (this.header === undefined || this.isHeadAgain(matrix, row)) this.readHead(grid, matrix, row);
      else this.readListRow(grid, matrix[row] ?? [], spans);
    }
  }

  /** Whether a row under indicators begins another form or asks for something else than an indicator. */
  private isHeadAgain(matrix: readonly Row[], row: number): boolean {
    if (this.header === undefined || columnOf(this.header, "project") !== undefined) return false;
    const first = matrix[row]?.[0];
    if (first === undefined || first.row !== row || columnOf(this.header, "name") === 0) return false;
    const role = headRole(first.cell.text);
    return role !== undefined && (first.cell.rowSpan ?? 1) === 1;
  }

  private readHead(grid: Grid, matrix: readonly Row[], row: number): void {
    const fields = readHeadRow(matrix, row);
    if (fields.length === 0) return;
    const has = (...roles: readonly HeadRole[]) => fields.some(({ role }) => roles.includes(role));
    const before = this.header === undefined ? undefined : this.current?.project;
    if (this.header !== undefined && has("project", "body", "supervisor")) this.current = undefined;
    this.header = undefined;
    const draft = this.draft(grid);
    fillHead(draft, fields, { grid, usualUnit: this.usualUnit });
    // A reader that joins pages may take an equal first row of the next form for the same head again.
    if (draft.project === undefined && has("supervisor")) draft.project = before;
  }

  private readListRow(grid: Grid, row: Row, spans: boolean): void {
    const header = this.header;
    if (header === undefined) return;
    const topOfPage = this.turnsPage(row);
    const ofProjects = columnOf(header, "project") !== undefined;
    const draft = ofProjects ? this.project(grid, row, header, { topOfPage, spans }) : this.draft(grid);
    if (draft === undefined) return;
    fillIndicator(draft, row, header, (reason, cell, text) =>
      this.unread.push(unreadRow(reason, cell, text)),
    );
  }

  /** The project that a row of a list belongs to; none for a unit's or a total's row. */
  private project(grid: Grid, row: Row, header: ListHeader, position: RowPosition): FormDraft | undefined {
    const role = rowRole(row, header, this.current, position);
    const last = this.drafts.at(-1);
    const isInside = row[columnOf(header, "project") ?? -1]?.origin === false;
    const goesOn = last?.start.title === this.title && (position.topOfPage || isInside);
    const context = {
      grid,
      usualUnit: this.usualUnit,
      ...(goesOn && last?.project !== undefined ? { before: last.project } : {}),
    };
    if (role === "named" && this.current !== undefined) fillNames(this.current, row, header, context);
    if (role === "same" || role === "named") return this.current;
    this.current = undefined;
    const draft = fillListRow(row, header, () => this.draft(grid), context);
    if (draft !== undefined) draft.unnamed = role === "unnamed";
    return draft;
  }

  private turnsPage(row: Row): boolean {
    const place = row.map((spot) => spot?.cell.place).find((found) => found !== undefined);
    const page = place?.kind === "page" ? place.page : undefined;
    const turns = page !== this.page;
    this.page = page;
    return turns;
  }

  /** The form that rows belong to; a new one where none is open. */
  private draft(grid: Grid): FormDraft {
    if (this.current !== undefined) return this.current;
    const draft = new FormDraft({
      id: `p${this.firstId + this.drafts.length}`,
      title: this.title,
      document: this.document,
      ...(grid.place === undefined ? {} : { place: grid.place }),
    });
    const { unit, supervisor } = linesAbove(grid);
    const place = grid.place === undefined ? {} : { place: grid.place };
    if (unit !== undefined) draft.unit = { text: unit, ...place };
    if (supervisor !== undefined) draft.supervisor = { text: supervisor, ...place };
    this.drafts.push(draft);
    this.current = draft;
    return draft;
  }

  /** A grid that is no form ends what came before; one that its title calls a form is reported. */
  private leave(title: string | undefined, grid: Grid): void {
    this.current = undefined;
    this.header = undefined;
    if (title === undefined || /目录/u.test(title)) return;
    this.unread.push({
      what: "table",
      text: title,
      reason: /自评|评价/u.test(title) ? RESULTS : NOTHING,
      ...(grid.place === undefined ? {} : { place: grid.place }),
    });
  }
}

const NOTHING = { zh: "没有读出绩效目标和指标", en: "no goal and no indicators were read" };
const RESULTS = { zh: "是自评结果，不是绩效目标", en: "it states results, not targets" };

/** A table of results: targets with what was reached. */
function isSelfEvaluation(matrix: readonly Row[]): boolean {
  return matrix.some((row) =>
    row.some((spot) => /^(?:实际完成|全年执行数|年度实际完成)/u.test(plain(spot?.cell.text ?? ""))),
  );
}
