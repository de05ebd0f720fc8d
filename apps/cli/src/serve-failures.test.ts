import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDatabase, openStore } from "@mingzhang/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXIT } from "./command.ts";

const PROGRAM = fileURLToPath(new URL("../bin/mingzhang.mjs", import.meta.url));

describe("mingzhang serve that cannot start", { timeout: 120_000 }, () => {
  let data = "";
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), "mingzhang-failing-"));
  });
  afterEach(() => rm(data, { recursive: true, force: true }));

  /** Runs to its end; what it said on its error output, without what it does on the way. */
  const serve = (...options: readonly string[]) => {
    const { DATABASE_URL: _, ...env } = process.env;
    const child = spawn(process.execPath, [PROGRAM, "serve", "--data", data, ...options], {
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    return new Promise<{ readonly code: number | null; readonly said: readonly string[] }>((done) => {
      child.once("exit", (code) => {
        const lines = said.split("\n").filter((line) => line !== "" && !line.startsWith("数据库：/"));
        done({ code, said: lines });
      });
    });
  };
  /** PostgreSQL takes this file away when it ends. */
  const databaseRuns = () => existsSync(join(data, "postgres", "postmaster.pid"));

  it("where the port is taken says so, and leaves no database behind", async () => {
    const taken = await listening();
    const { port } = taken.address() as { readonly port: number };
    const { code, said } = await serve("--demo", "--port", String(port));
    taken.close();
    expect([code, said]).toEqual([
      EXIT.unreadable,
      [`端口 ${port} 已被占用，请用 --port 换一个。`, `Port ${port} is in use; choose another with --port.`],
    ]);
    expect(databaseRuns()).toBe(false);
  });

  it("where the address is not this machine's says so, and leaves no database behind", async () => {
    // Of the addresses that are kept for documentation.
    const { code, said } = await serve("--demo", "--port", "0", "--host", "203.0.113.1");
    expect([code, said]).toEqual([
      EXIT.unreadable,
      [
        "这台机器没有地址 203.0.113.1，请用 --host 换一个；让别的机器访问用 0.0.0.0。",
        "This machine has no address 203.0.113.1; choose another with --host, or 0.0.0.0 to let other machines in.",
      ],
    ]);
    expect(databaseRuns()).toBe(false);
  });

  it("where the list of bodies has faults says which, and leaves no database behind", async () => {
    const bodies = join(data, "机构.csv");
    await writeFile(bodies, "code,name,kind,parent_code\n1,某局,department,\n");
    const { code, said } = await serve("--bodies", bodies, "--port", "0");
    expect(code).toBe(EXIT.findings);
    expect(said.slice(-2)).toEqual([
      "没有建立机构：清单有错，或其中没有财政局（kind 为 bureau）。请改正后再启动。",
      "No organisation was made: the list has faults, or no bureau. Correct it and start again.",
    ]);
    expect(databaseRuns()).toBe(false);
  });

  it("where a migration fails says which and why in one sentence, and leaves no database behind", async () => {
    const store = await openStore({ data });
    const database = openDatabase(store.url);
    await database.system((sql) => sql.rows("create schema mingzhang"));
    await database.close();
    await store.close();
    const { code, said } = await serve("--demo", "--port", "0");
    expect([code, said]).toEqual([
      EXIT.unreadable,
      [
        expect.stringMatching(/^数据库的第1步升级（.+）没有成功，已退回，数据未变：.*mingzhang.*。请继续/),
        expect.stringMatching(/^Step 1 of the database \(.+\) failed and was taken back/),
      ],
    ]);
    expect(databaseRuns()).toBe(false);
  });
});

function listening(): Promise<Server> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => done(server));
  });
}
