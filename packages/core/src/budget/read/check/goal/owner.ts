import { type SheetRecord, textOf } from "../../record.ts";

/** Whose form of targets: a project's, a unit's as a whole, or with both blank the department's as a whole. */
export interface FormOwner {
  readonly project: string;
  readonly unit: string;
}

/** A form and its rows of the indicators sheet. */
export interface FormRecords {
  readonly owner: FormOwner;
  readonly records: readonly SheetRecord[];
}

export const WHOLE: FormOwner = { project: "", unit: "" };

/** Whose goal and indicators are meant, in words. */
export function ownerOf({ project, unit }: FormOwner): { readonly owner: string; readonly ownerEn: string } {
  if (project !== "") return { owner: `项目“${project}”`, ownerEn: `the project “${project}”` };
  if (unit !== "") return { owner: `单位“${unit}”整体`, ownerEn: `the unit “${unit}” as a whole` };
  return { owner: "部门整体", ownerEn: "the department as a whole" };
}

/** The rows of the indicators sheet by form, in the order of their first ones. One of a project is of no unit. */
export function formsOf(indicators: readonly SheetRecord[]): readonly FormRecords[] {
  const forms = new Map<string, { readonly owner: FormOwner; readonly records: SheetRecord[] }>();
  for (const record of indicators) {
    const project = textOf(record, "project");
    const owner = { project, unit: project === "" ? textOf(record, "budget_unit") : "" };
    const key = JSON.stringify([owner.project, owner.unit]);
    const form = forms.get(key);
    if (form === undefined) forms.set(key, { owner, records: [record] });
    else form.records.push(record);
  }
  return [...forms.values()];
}

/** The rows of one form. */
export function recordsOf(
  forms: readonly FormRecords[],
  { project, unit }: FormOwner,
): readonly SheetRecord[] {
  return forms.find(({ owner }) => owner.project === project && owner.unit === unit)?.records ?? [];
}
