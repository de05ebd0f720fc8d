import type { EntryRecord } from "@mingzhang/renderers";

export type DatedRecord = EntryRecord & { readonly date: string };

export function byDate(a: DatedRecord, b: DatedRecord): number {
  return a.date < b.date ? -1 : Number(a.date > b.date);
}
