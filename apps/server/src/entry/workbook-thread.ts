import { writeEntryRecords } from "@mingzhang/renderers";
import type { WorkbookTask } from "../budgets/checks.ts";
import { entryRecordsOf, sheetsOfContent } from "./sheets.ts";

/** What the threads of `openChecks` do for exports. */
export function write({ content, year, form }: WorkbookTask): Promise<Uint8Array> {
  return writeEntryRecords(entryRecordsOf(sheetsOfContent(content)), year, form);
}
