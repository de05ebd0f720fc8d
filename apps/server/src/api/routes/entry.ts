import { z } from "zod";
import { Id, Instant } from "../common.ts";
import { defineRoute } from "../route.ts";

/** Sheet and column ids are those of core's ENTRY_SHEETS. A "form" sheet has exactly one row. */
export const SheetId = z.string().regex(/^[a-z][a-z-]{0,40}$/);
export const FieldId = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/);
/** As typed; choices by their ids or titles. "" and a missing field are the same. */
export const CellText = z.string().max(20_000);

export const Row = z.object({
  id: Id,
  /** Rows are in the order of (position, id). */
  position: z.number(),
  cells: z.record(FieldId, CellText),
  /** Grows by one with each change of the row. */
  version: z.int(),
});
export type Row = z.infer<typeof Row>;

/** One step of an edit. Ids of new rows are chosen by the client (UUID), so that edits can be made while offline. */
export const Change = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("set"),
    sheet: SheetId,
    row: Id,
    field: FieldId,
    /** What stood there when the person typed; where it is another now, the edit is refused. */
    from: CellText,
    to: CellText,
  }),
  z.strictObject({
    kind: z.literal("insert"),
    sheet: SheetId,
    row: Id,
    /** The row that it follows; null: the first. A row that is gone means the end. */
    after: Id.nullable(),
    cells: z.record(FieldId, CellText),
  }),
  z.strictObject({
    kind: z.literal("delete"),
    sheet: SheetId,
    row: Id,
    /** The version that the person saw. */
    version: z.int(),
  }),
  z.strictObject({ kind: z.literal("move"), sheet: SheetId, row: Id, after: Id.nullable() }),
]);
export type Change = z.infer<typeof Change>;

/** The changed row as it stands now; null where it was deleted. */
export const Applied = z.object({ sheet: SheetId, id: Id, row: Row.nullable() });
export type Applied = z.infer<typeof Applied>;

export const EditInput = z.strictObject({
  /** Chosen by the client; sending the same edit again has no further effect and gives the same answer. */
  id: Id,
  /** Done all together or, with any conflict, not at all. */
  changes: z.array(Change).min(1).max(5000),
  /** Why, where the person says so; kept in the history. */
  reason: z.string().max(2000).optional(),
});
export type EditInput = z.infer<typeof EditInput>;

export const EditResult = z.object({ id: Id, revision: z.int(), rows: z.array(Applied) });
export type EditResult = z.infer<typeof EditResult>;

/** `details` of the 409 answer to an edit: one for each change that does not fit. */
export const EditConflict = z.object({
  index: z.int().describe("position in `changes`"),
  reason: z.enum(["changed", "row-gone", "row-exists"]),
  sheet: SheetId,
  row: Id,
  field: FieldId.optional(),
  /** The row as it stands; null: it is gone. */
  current: Row.nullable(),
  /** Who changed it last. */
  personName: z.string().optional(),
});
export type EditConflict = z.infer<typeof EditConflict>;

export const Sheet = z.object({ sheet: SheetId, rows: z.array(Row) });

/** What others did. `id` of the event is the revision for those that change entries. */
export const BudgetEvent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("edit"),
    edit: Id,
    revision: z.int(),
    personId: Id,
    personName: z.string(),
    at: Instant,
    rows: z.array(Applied),
  }),
  /** Much changed at once (import, consolidation) or events were missed: read the sheets again. */
  z.object({ kind: z.literal("reload"), revision: z.int() }),
  /** Somebody is here; gone when `sheet` is null. Not repeated for half a minute means gone too. */
  z.object({
    kind: z.literal("presence"),
    personId: Id,
    personName: z.string(),
    sheet: SheetId.nullable(),
    row: Id.nullable(),
    field: FieldId.nullable(),
  }),
  /** State, comments or explanations changed: read them again. */
  z.object({ kind: z.literal("state"), revision: z.int() }),
  z.object({ kind: z.literal("comments") }),
  z.object({ kind: z.literal("explanations") }),
]);
export type BudgetEvent = z.infer<typeof BudgetEvent>;

const OnBudget = z.object({ budget: Id });

export const ENTRY_ROUTES = {
  sheets: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/sheets",
    access: "read",
    doc: {
      zh: "预算（默认）或年度的全部填报内容，各表各行；人员名单只给本单位。",
      en: "Everything entered of the budget (by default) or of its year; participants to their own body only.",
    },
    params: OnBudget,
    query: z.object({
      part: z.enum(["budget", "year"]).optional(),
      version: z.coerce.number().pipe(z.int().min(1)).optional(),
    }),
    response: z.object({ revision: z.int(), sheets: z.array(Sheet) }),
  }),
  sheet: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/sheets/:sheet",
    access: "read",
    doc: { zh: "一张表的各行。", en: "The rows of one sheet." },
    params: z.object({ budget: Id, sheet: SheetId }),
    response: z.object({ revision: z.int(), rows: z.array(Row) }),
  }),
  edit: defineRoute({
    method: "POST",
    path: "/api/budgets/:budget/edits",
    access: "edit",
    doc: {
      zh: "改动：全部生效或（有冲突时）全不生效。答复即已落盘；断线后用同一 id 重发不会重复。年度各表按 SHEET_RIGHTS 的动作授权。",
      en: "Changes, all or (with a conflict, 409) none. An answer means it is on disk; resending the same id is harmless. Each sheet needs its own action, see SHEET_RIGHTS.",
    },
    params: OnBudget,
    body: EditInput,
    response: EditResult,
  }),
  events: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/events",
    access: "read",
    doc: {
      zh: "别人的改动、在场、状态变化。从 Last-Event-ID 或 since 之后补发；每15秒一行注释保活。",
      en: "Others' edits, presence, changes of state. Resumes after Last-Event-ID or `since`; a comment line every 15 s.",
    },
    params: OnBudget,
    query: z.object({ since: z.coerce.number().pipe(z.int()).optional() }),
    response: BudgetEvent,
    events: true,
  }),
  presence: defineRoute({
    method: "POST",
    path: "/api/budgets/:budget/presence",
    access: "read",
    doc: {
      zh: "我在哪一格；每15秒一次，离开时 sheet 为 null。",
      en: "Where I am; every 15 s, sheet null on leaving.",
    },
    params: OnBudget,
    body: z.strictObject({ sheet: SheetId.nullable(), row: Id.nullable(), field: FieldId.nullable() }),
    response: z.strictObject({}),
  }),
};
