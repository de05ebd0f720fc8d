import { createHash, createHmac } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { PERMISSIONS, SHEET_RIGHTS, TRANSITIONS } from "../api/index.ts";
import { ServerFailure } from "./failure.ts";

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Taken while migrating, so that two programs that start at once do it one after the other. */
const LOCK = 7_236_011;
const OLDEST_SERVER = 150_000;

/** The migrations of this program, in their order. */
export async function migrations(): Promise<readonly Migration[]> {
  const folder = new URL("../../migrations/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[\w-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), "utf8");
      const sha256 = createHash("sha256").update(sql).digest("hex");
      return { number: Number(name.slice(0, 4)), name, sql, sha256 };
    }),
  );
}

/**
 * Brings the database up to this program's schema, each migration whole or not at all; `upTo` stops earlier, for
 * restoring a backup of that age. A database that a newer program has migrated is refused and left as it is.
 */
export async function migrate(url: string, upTo = Number.POSITIVE_INFINITY): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "mingzhang migrate" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await refuseOldServer(client);
    const role = applicationRole(url);
    await ensureRole(client, role, applicationPassword(url));
    await client.query(
      "create table if not exists public.mingzhang_migration (number integer primary key, name text not null, sha256 text not null, at timestamptz not null default now())",
    );
    const known = await migrations();
    const applied = await appliedIn(client);
    refuseUnknown(known, applied);
    for (const migration of known) {
      if (applied.has(migration.number) || migration.number > upTo) continue;
      await apply(client, migration, pg.escapeIdentifier(role));
    }
    await copyRights(client);
  } finally {
    await client.end();
  }
  await runMigrations({ connectionString: url });
}

/** The number of the last migration that a database has; 0 where it has none. */
export async function schemaVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query("select max(number) as number from public.mingzhang_migration");
  return rows[0]?.number ?? 0;
}

/** The role as which requests are served: its login cannot read what no policy grants. One for each database. */
export function applicationRole(url: string): string {
  return `${decodeURIComponent(new URL(url).pathname.slice(1))}_application`;
}

/** Follows from the owner's, so that every machine with the same DATABASE_URL knows it. */
function applicationPassword(url: string): string {
  return createHmac("sha256", decodeURIComponent(new URL(url).password))
    .update("application")
    .digest("hex");
}

/** Connects as the application role. */
export function applicationUrl(url: string): string {
  const application = new URL(url);
  application.username = encodeURIComponent(applicationRole(url));
  application.password = applicationPassword(url);
  return application.href;
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select current_setting('server_version_num')::int as number");
  if (rows[0]?.number >= OLDEST_SERVER) return;
  throw new ServerFailure({
    zh: "数据库太旧：需要 PostgreSQL 15 或更新的版本。",
    en: "The database is too old: PostgreSQL 15 or later is needed.",
  });
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rows } = await client.query(
    "select rolsuper or rolbypassrls as free from pg_roles where rolname = $1",
    [role],
  );
  const identifier = pg.escapeIdentifier(role);
  const secret = pg.escapeLiteral(password);
  const options = `login nosuperuser nobypassrls nocreatedb nocreaterole password ${secret}`;
  if (rows.length === 0) await client.query(`create role ${identifier} ${options}`);
  else await client.query(`alter role ${identifier} ${rows[0].free ? options : `password ${secret}`}`);
}

async function appliedIn(client: pg.Client): Promise<ReadonlyMap<number, string>> {
  const { rows } = await client.query("select number, sha256 from public.mingzhang_migration");
  return new Map(rows.map((row) => [row.number, row.sha256]));
}

function refuseUnknown(known: readonly Migration[], applied: ReadonlyMap<number, string>): void {
  for (const [number, sha256] of applied) {
    const migration = known.find((candidate) => candidate.number === number);
    if (migration === undefined) {
      throw new ServerFailure({
        zh: `数据库已由更新的版本升级（第${number}步），本程序不认识，未作任何改动。请使用更新的程序。`,
        en: `A newer program has migrated the database (step ${number}). Nothing was changed: use the newer program.`,
      });
    }
    if (migration.sha256 !== sha256) {
      throw new ServerFailure({
        zh: `数据库的第${number}步升级与本程序的不同，未作任何改动。请使用升级它的那个程序。`,
        en: `Step ${number} of the database differs from this program's. Nothing was changed: use the program that migrated it.`,
      });
    }
  }
}

async function apply(
  client: pg.Client,
  { number, name, sql, sha256 }: Migration,
  role: string,
): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql.replaceAll(":application", role));
    // PostgreSQL lets everybody run a new function; only what a migration grants by name is to be run.
    await client.query("revoke execute on all functions in schema mingzhang from public");
    await client.query("insert into public.mingzhang_migration (number, name, sha256) values ($1, $2, $3)", [
      number,
      name,
      sha256,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const reason = error instanceof Error ? error.message : String(error);
    throw new ServerFailure({
      zh: `数据库的第${number}步升级（${name}）没有成功，已退回，数据未变：${reason}。请继续使用原来的程序，并把这句话告诉维护者。`,
      en: `Step ${number} of the database (${name}) failed and was taken back, nothing was changed: ${reason}. Go on with the program you had, and tell its maintainers.`,
    });
  }
}

/** The database decides by its copies of the authorisation table, of the rights on sheets and of the state machine. */
async function copyRights(client: pg.Client): Promise<void> {
  const steps = TRANSITIONS.flatMap(({ action, steps }) =>
    steps.map(([from_state, to_state]) => ({ action, from_state, to_state })),
  );
  const rights = SHEET_RIGHTS.map(({ sheet, read, confined }) => ({ sheet, reader: read, confined }));
  const writers = SHEET_RIGHTS.flatMap(({ sheet, write }) =>
    write.map(({ action, only }) => ({ sheet, action, field: only?.field, texts: only?.texts })),
  );
  const copies = { permission: PERMISSIONS, transition: steps, sheet_right: rights, sheet_writer: writers };
  await client.query("begin");
  for (const [table, rows] of Object.entries(copies)) {
    // An older backup is restored into the schema of its time, which may not have them all.
    const { rows: found } = await client.query("select to_regclass($1) as there", [`mingzhang.${table}`]);
    if (found[0]?.there === null) continue;
    await client.query(`delete from mingzhang.${table}`);
    await client.query(
      `insert into mingzhang.${table} select * from jsonb_populate_recordset(null::mingzhang.${table}, $1)
       on conflict do nothing`,
      [JSON.stringify(rows)],
    );
  }
  await client.query("commit");
}
