import { z } from "zod";
import { Empty, Id, Instant, Prose, Year } from "../common.ts";
import { ROLES, STATES } from "../roles.ts";
import { defineRoute } from "../route.ts";
import { FieldId, SheetId } from "./entry.ts";

/** What a comment stands beside. */
export const Anchor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("budget") }),
  /** A printed figure: core's key of the measure. */
  z.strictObject({ kind: z.literal("figure"), key: z.string().min(1).max(600) }),
  /** A sentence: section and its position there. */
  z.strictObject({ kind: z.literal("sentence"), section: z.string().min(1).max(100), index: z.int().min(0) }),
  z.strictObject({ kind: z.literal("finding"), key: z.string().min(1).max(400) }),
  z.strictObject({ kind: z.literal("row"), sheet: SheetId, row: Id, field: FieldId.optional() }),
]);
export type Anchor = z.infer<typeof Anchor>;

export const Comment = z.object({
  id: Id,
  anchor: Anchor,
  /** The comment that it answers. */
  replyTo: Id.nullable(),
  text: z.string(),
  personId: Id,
  personName: z.string(),
  role: z.enum(ROLES).nullable(),
  at: Instant,
  /** State of the budget when it was written. */
  state: z.enum(STATES),
  resolvedAt: Instant.nullable(),
  resolvedBy: z.string().nullable(),
});
export type Comment = z.infer<typeof Comment>;

const OnBudget = z.object({ budget: Id });

export const COMMENT_ROUTES = {
  comments: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/comments",
    access: "read",
    doc: { zh: "意见，按时间。", en: "Comments, oldest first." },
    params: OnBudget,
    response: z.object({ comments: z.array(Comment) }),
  }),
  comment: defineRoute({
    method: "POST",
    path: "/api/budgets/:budget/comments",
    access: "comment",
    doc: {
      zh: "对数字、句子、问题或某一行提意见，或回复。",
      en: "Comment on a figure, sentence, finding or row, or reply.",
    },
    params: OnBudget,
    body: z.strictObject({ anchor: Anchor, text: Prose, replyTo: Id.optional() }),
    response: Comment,
  }),
  resolveComment: defineRoute({
    method: "PUT",
    path: "/api/budgets/:budget/comments/:comment/resolved",
    access: "comment",
    doc: {
      zh: "标为已解决，或重新打开；上级的意见由上级（或提出人）关闭。",
      en: "Resolve or reopen; a superior's comment by its author or that body.",
    },
    params: z.object({ budget: Id, comment: Id }),
    body: z.strictObject({ resolved: z.boolean() }),
    response: Comment,
  }),
};

/** What a ceiling limits: "total", or the expenditure kinds and funds of core's terms. */
export const CEILING_KINDS = ["total", "basic", "personnel", "operating", "project", "three-public"] as const;

export const ControlFigure = z.object({
  bodyId: Id,
  year: Year,
  kind: z.enum(CEILING_KINDS),
  /** Yuan, two decimals, e.g. "1234567.80". */
  ceiling: z.string().regex(/^\d{1,15}\.\d{2}$/),
  /** What the entry holds now; null where it cannot be read yet or may not be seen. */
  entered: z.string().nullable(),
  exceeded: z.boolean(),
});
export type ControlFigure = z.infer<typeof ControlFigure>;

export const CONTROL_ROUTES = {
  controlFigures: defineRoute({
    method: "GET",
    path: "/api/control-figures",
    access: "signed-in",
    doc: { zh: "控制数和当前填报数。", en: "Ceilings and what is entered." },
    query: z.object({ year: z.coerce.number().pipe(Year), body: Id.optional() }),
    response: z.object({ figures: z.array(ControlFigure) }),
  }),
  setControlFigures: defineRoute({
    method: "PUT",
    path: "/api/bodies/:body/control-figures/:year",
    access: "set-ceiling",
    doc: {
      zh: "设定一个机构一年的全部控制数（替换原有的）。",
      en: "Set all ceilings of a body and year (replaces them).",
    },
    params: z.object({ body: Id, year: z.coerce.number().pipe(Year) }),
    body: z.strictObject({
      figures: z.array(
        z.strictObject({ kind: z.enum(CEILING_KINDS), ceiling: z.string().regex(/^\d{1,15}(\.\d{1,2})?$/) }),
      ),
    }),
    response: Empty,
  }),
};

/** One change in the log. */
export const HistoryEntry = z.object({
  /** Position in its chain. */
  number: z.int(),
  at: Instant,
  personId: Id.nullable(),
  personName: z.string(),
  table: z.string(),
  subject: z.string().describe("id of the row, step, comment …"),
  sheet: z.string().nullable().describe("the sheet in which the row stands now"),
  operation: z.enum(["insert", "update", "delete"]),
  reason: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const HISTORY_ROUTES = {
  history: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/history",
    access: "history",
    doc: {
      zh: "谁、何时、从什么改成什么、为什么；可限于一行一格。数字的经过由其背后的各行得出（rows 可多个）。",
      en: "Who, when, from, to, why; of some rows or one field. A figure's history is that of the rows behind it.",
    },
    params: OnBudget,
    query: z.object({
      /** Row ids separated by commas. */
      rows: z.string().max(20_000).optional(),
      field: FieldId.optional(),
      before: z.coerce.number().pipe(z.int()).optional(),
      limit: z.coerce.number().pipe(z.int().min(1).max(500)).optional(),
    }),
    response: z.object({ entries: z.array(HistoryEntry) }),
  }),
};
