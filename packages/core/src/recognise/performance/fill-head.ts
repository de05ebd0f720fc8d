import type { Grid } from "../../document/document.ts";
import { unitOf } from "../tables.ts";
import { readAmount } from "./amount.ts";
import { type FormDraft, printed } from "./draft.ts";
import type { HeadField } from "./head.ts";

export interface FillContext {
  readonly grid: Grid;
  readonly usualUnit: "yuan" | "wan-yuan";
}

/** Enters the labels of a head row into a form. */
export function fillHead(draft: FormDraft, fields: readonly HeadField[], context: FillContext): void {
  for (const field of fields) {
    const text = printed(field.value ?? { ...field.label, text: "" });
    if (field.role === "project") draft.project ??= text;
    else if (field.role === "body") {
      draft.isOverall = true;
      draft.unit = text;
    } else if (field.role === "unit") draft.unit = text;
    else if (field.role === "supervisor") draft.supervisor = text;
    else if (field.role === "overview") draft.overview ??= text;
    else if (field.role === "basis") draft.basis ??= text;
    else if (field.role === "goal") fillGoal(draft, text, field);
    else if (field.role === "period-goal") draft.periodGoal = text;
    else if (field.role !== "other") fillAmount(draft, field, field.role, context);
  }
}

/** The goal of the year counts; a section's own name before it says nothing. */
function fillGoal(draft: FormDraft, text: ReturnType<typeof printed>, field: HeadField): void {
  if (/整体/u.test(field.label.text.replace(/\s+/gu, "")) && draft.project === undefined)
    draft.isOverall = true;
  if (draft.goal === undefined || draft.goal.text === "") draft.goal = text;
}

function fillAmount(
  draft: FormDraft,
  field: HeadField,
  role: "total" | "part" | "local" | "transfer",
  { grid, usualUnit }: FillContext,
): void {
  const group = groupOf(draft, field, role);
  const above = unitOf(grid);
  const amount = readAmount(field.value, {
    id: `${draft.start.id}:${draft.amounts.length + 1}`,
    role,
    group,
    label: field.label.text,
    near: [field.label.text, field.section, above === undefined ? "" : above === "yuan" ? "单位:元" : "万元"],
    usualUnit,
  });
  if (amount === undefined) draft.incomplete = true;
  else draft.amounts.push(amount);
}

/** Parts in the column of a total belong to it; 区级支出 beside 当年预算 belongs to the last total. */
function groupOf(draft: FormDraft, field: HeadField, role: string): number {
  if (role === "total") {
    draft.groups.push(field.column);
    return draft.groups.length - 1;
  }
  const own = draft.groups.lastIndexOf(field.column);
  return own >= 0 ? own : Math.max(0, draft.groups.length - 1);
}
