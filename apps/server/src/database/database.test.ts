import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BACKENDS, temporaryCluster } from "../testing/postgres.ts";
import { startCluster } from "./cluster.ts";
import { type Database, openDatabase } from "./database.ts";
import { applicationUrl, migrate } from "./migrate.ts";

describe.each(BACKENDS)("$name", (backend) => {
  let at: Awaited<ReturnType<typeof temporaryCluster>>;
  let database: Database;

  beforeAll(async () => {
    at = await temporaryCluster(backend);
    await migrate(at.cluster.url);
    database = openDatabase(at.cluster.url);
  });
  afterAll(async () => {
    await database.close();
    await at.remove();
  });

  it("is adopted where it runs already", async () => {
    const again = await startCluster(at.folder, at.password, at.options);
    expect(again.adopted).toBe(true);
    expect(again.url).toBe(at.cluster.url);
  });

  it("is migrated once, and again without effect", async () => {
    await migrate(at.cluster.url);
    const rows = await database.system((sql) => sql.rows("select number from public.mingzhang_migration"));
    expect(rows.length).toBeGreaterThan(2);
  });

  it("is refused where a newer program has migrated it", async () => {
    await database.system((sql) =>
      sql.rows("insert into public.mingzhang_migration (number, name, sha256) values (9999, 'later', '')"),
    );
    await expect(migrate(at.cluster.url)).rejects.toThrow("9999");
    await database.system((sql) => sql.rows("delete from public.mingzhang_migration where number = 9999"));
  });

  it("serves requests as a role that no policy lets by", async () => {
    const [role] = await database.anonymous((sql) =>
      sql.rows("select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user"),
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
  });

  it("protects every table by row-level security, or grants nothing on it", async () => {
    const open = await database.system((sql) =>
      sql.rows(
        `select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
         where nspname = 'mingzhang' and relkind = 'r' and not relrowsecurity
         and has_table_privilege($1, pg_class.oid, 'select, insert, update, delete')`,
        [new URL(applicationUrl(at.cluster.url)).username],
      ),
    );
    expect(open.map((table) => table.relname)).toEqual(["transition"]);
  });

  it("lets nobody run a function that was not granted by name", async () => {
    const open = await database.system((sql) =>
      sql.rows(
        `select proname from pg_proc where pronamespace = 'mingzhang'::regnamespace
         and (proacl is null or has_function_privilege($1, oid, 'execute'))
         and proname = any (array['append_log', 'note_in_log', 'queue_job', 'log_inserted', 'keep_log_of', 'chain_of'])`,
        [new URL(applicationUrl(at.cluster.url)).username],
      ),
    );
    expect(open).toEqual([]);
  });

  it("shows nobody anything", async () => {
    await database.system((sql) =>
      sql.rows("insert into body (kind, name, short_name) values ('bureau', '局', '局')"),
    );
    expect(await database.anonymous((sql) => sql.rows("select * from body"))).toEqual([]);
    await expect(database.anonymous((sql) => sql.rows("select * from credential"))).rejects.toThrow(
      "permission",
    );
    await expect(database.anonymous((sql) => sql.rows("select * from session"))).rejects.toThrow(
      "permission",
    );
  });

  it("lets nobody change the log, not even its owner", async () => {
    const forged = ["delete from log", "update log set content = ''", "truncate log"];
    for (const sql of forged) {
      await expect(database.anonymous((transaction) => transaction.rows(sql))).rejects.toThrow();
      await expect(database.system((transaction) => transaction.rows(sql))).rejects.toThrow("append-only");
    }
  });

  it("starts again where another program has the number of the server that died", async () => {
    await database.close();
    const { cluster, folder } = at;
    process.kill(cluster.pid, "SIGKILL");
    const file = join(folder, "postgres", "postmaster.pid");
    const [, ...rest] = (await readFile(file, "utf8")).split("\n");
    await writeFile(file, [process.pid, ...rest].join("\n"));
    const again = await startCluster(folder, at.password, at.options);
    expect(again.adopted).toBe(false);
    at = { ...at, cluster: again, remove: async () => again.stop() };
    database = openDatabase(again.url);
    const client = new pg.Client({ connectionString: again.url });
    await client.connect();
    expect((await client.query("select name from mingzhang.body")).rows).toEqual([{ name: "局" }]);
    await client.end();
  });
});
