import { createHash, randomUUID } from "node:crypto";
import type { EntryRecords } from "@mingzhang/renderers";
import type { Transaction } from "../database/database.ts";
import { insertRows, record } from "../entry/edit.ts";
import { found } from "../http/refusal.ts";

/** Enters records as the first edit of a new budget; gives its id. */
export async function enterExample(
  sql: Transaction,
  {
    code,
    year,
    editor,
    records,
  }: {
    readonly code: string;
    readonly year: number;
    readonly editor: string;
    readonly records: EntryRecords;
  },
): Promise<string> {
  const { id: budget } = found(
    await sql.row("insert into budget (body_id, year) select id, $2 from body where code = $1 returning id", [
      code,
      year,
    ]),
  );
  const { id: person } = found(await sql.row("select id from person where account = $1", [editor]));
  await enterRecords(sql, { budget, person, records });
  const digest = createHash("sha256").update(budget).digest();
  await record(sql, { budget, person, revision: 1, id: randomUUID(), digest, rows: null });
  return budget;
}

/** Puts records into the sheets of a budget, in their order. */
export async function enterRecords(
  sql: Transaction,
  {
    budget,
    person,
    records,
  }: { readonly budget: string; readonly person: string; readonly records: EntryRecords },
): Promise<void> {
  for (const [sheet, list] of records) {
    const rows = list.map((cells, index) => ({
      id: randomUUID(),
      sheet,
      position: (index + 1) * 1024,
      cells: Object.fromEntries(
        Object.entries(cells).filter(([, text]) => text !== undefined && text !== ""),
      ) as Record<string, string>,
    }));
    await insertRows(sql, budget, person, rows);
  }
}
