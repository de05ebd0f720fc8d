import { createHash } from "node:crypto";
import type { Transaction } from "../database/database.ts";

export interface LogFault {
  readonly chain: string;
  readonly number: number;
  readonly reason: string;
}

export interface LogVerification {
  readonly whole: boolean;
  readonly entries: number;
  /** Over the heads of all chains: kept elsewhere, it proves later that nothing was cut off. */
  readonly digest: string;
  readonly faults: readonly LogFault[];
}

const PAGE = 5000;

/**
 * Recomputes every chain from its start, outside the database, and compares what the log says last of each row
 * entered with the row itself. Needs the owner's rights.
 */
export async function verifyLog(sql: Transaction): Promise<LogVerification> {
  await sql.rows("set transaction isolation level repeatable read");
  const heads = await sql.rows('select chain, number, hash from log_head order by chain collate "C"');
  const faults: LogFault[] = [];
  const digest = createHash("sha256");
  let entries = 0;
  for (const { chain, number, hash } of heads) {
    const end = await verifyChain(sql, chain, faults);
    entries += end.number;
    if (end.number !== number || !end.hash.equals(hash))
      faults.push({ chain, number: end.number, reason: "the chain does not end where its head says" });
    digest.update(`${chain}\0${number}\0`).update(hash);
  }
  const orphans = await sql.rows(
    "select distinct chain from log where not exists (select 1 from log_head where log_head.chain = log.chain)",
  );
  for (const { chain } of orphans) faults.push({ chain, number: 0, reason: "the chain has no head" });
  faults.push(...(await differingRows(sql)));
  return { whole: faults.length === 0, entries, digest: digest.digest("hex"), faults };
}

async function verifyChain(sql: Transaction, chain: string, faults: LogFault[]) {
  let number = 0;
  let hash: Buffer = createHash("sha256").update(chain).digest();
  for (;;) {
    const rows = await sql.rows(
      "select number, content, hash from log where chain = $1 and number > $2 order by number limit $3",
      [chain, number, PAGE],
    );
    for (const row of rows) {
      const expected = createHash("sha256").update(hash).update(row.content).digest();
      if (row.number !== number + 1)
        faults.push({ chain, number: row.number, reason: "an entry is missing before it" });
      if (!expected.equals(row.hash))
        faults.push({ chain, number: row.number, reason: "the entry was changed" });
      number = row.number;
      hash = row.hash;
    }
    if (rows.length < PAGE) return { number, hash };
  }
}

/** Rows of the entry that were changed without the log. */
async function differingRows(sql: Transaction): Promise<readonly LogFault[]> {
  const rows = await sql.rows(
    `with last as (
       select distinct on (chain, (content::jsonb) ->> 'subject') chain, number,
         (content::jsonb) ->> 'subject' as subject, (content::jsonb) ->> 'operation' as operation
       from log where (content::jsonb) ->> 'table' = 'entry_row'
       order by chain, (content::jsonb) ->> 'subject', number desc
     ), cells as (
       select distinct on (chain, (content::jsonb) ->> 'subject') chain, (content::jsonb) ->> 'subject' as subject,
         (content::jsonb) #> '{after,cells}' as cells
       from log where (content::jsonb) ->> 'table' = 'entry_row' and (content::jsonb) #> '{after,cells}' is not null
       order by chain, (content::jsonb) ->> 'subject', number desc
     ), entered as (
       select chain_of(jsonb_build_object('budget_id', budget_id, 'sheet', sheet), 'budget_id') as chain,
         id::text as subject, cells from entry_row
     )
     select coalesce(last.chain, entered.chain) as chain, coalesce(last.number, 0) as number
     from last join cells using (chain, subject)
     full join entered on entered.chain = last.chain and entered.subject = last.subject
     where (last.operation is null) or (last.operation = 'delete') <> (entered.subject is null)
       or (entered.subject is not null and entered.cells is distinct from cells.cells)
     limit 100`,
  );
  return rows.map(({ chain, number }) => ({
    chain,
    number,
    reason: "a row differs from what the log says of it",
  }));
}
