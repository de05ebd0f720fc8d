import { fold } from "../terms.ts";
import { type RecordSet, type SheetRecord, textOf } from "./record.ts";

/** Finds the indicator of a project, or of the department as a whole, by its name in whatever width and spacing. */
export type IndicatorFinder = (project: string, name: string) => SheetRecord | undefined;

export function indicatorFinder(set: RecordSet): IndicatorFinder {
  const key = (project: string, name: string) => JSON.stringify([project, fold(name)]);
  const byName = new Map(
    set("indicators")
      .records.filter((record) => textOf(record, "budget_unit") === "")
      .map((record) => [key(textOf(record, "project"), textOf(record, "indicator")), record]),
  );
  return (project, name) => byName.get(key(project, name));
}
