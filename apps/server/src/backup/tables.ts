import type pg from "pg";

/** Kept by the program itself, computed anew, or of a moment only. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "permission",
  "transition",
  "sheet_right",
  "sheet_writer",
  "performance_summary",
  "session",
  "sealing_key",
  "attempt_count",
  "own_event",
  "upload_count",
]);

/** The tables that hold what people entered, with their columns. Restoring checks no references: the file is checked. */
export async function backedUpTables(client: pg.ClientBase) {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select relname as table,
       (select array_agg(attname::text order by attnum) from pg_attribute
         where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
     from pg_class where relnamespace = 'mingzhang'::regnamespace and relkind = 'r' order by relname`,
  );
  return rows.filter(({ table }) => !LEFT_OUT.has(table));
}
