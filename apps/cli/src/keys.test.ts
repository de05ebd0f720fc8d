import { hkdfSync } from "node:crypto";
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeFileSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, openStore } from "@mingzhang/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeAt } from "../../server/src/testing/codes.ts";
import { program } from "./program.ts";
import { Served } from "./testing/served.ts";

/** What a command says, and its exit code. */
async function run(...args: readonly string[]) {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const code = await program(args, { out: say, error: say, interactive: false });
  return { code, said: said.join("\n") };
}

describe("the keys of mingzhang serve", () => {
  const temporary = mkdtempSync(join(tmpdir(), "mingzhang-keys-"));
  chmodSync(temporary, 0o711);
  const data = join(temporary, "data");
  const served = new Served(data);
  let secret = "";

  beforeAll(async () => {
    await served.start();
    const editor = await served.signIn("editor");
    const made = await editor.call("prepareTotp", { body: { password: served.password } });
    secret = made.secret;
    await editor.call("confirmTotp", { body: { code: codeAt(secret) } });
  });
  afterAll(async () => {
    await served.stop();
    await rm(temporary, { recursive: true, force: true });
  });

  /** Each code is taken once: the database is made to forget which. */
  const forgetCodes = async () => {
    const { url, close } = await openStore({ data });
    const database = openDatabase(url);
    await database.system((sql) => sql.rows("update credential set totp_counter = 0"));
    await database.close();
    await close();
  };
  const signIn = async () => {
    await forgetCodes();
    const response = await fetch(`${served.address}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ account: "editor", password: served.password, code: codeAt(secret) }),
    });
    return response.status;
  };
  const kept = () => [
    readdirSync(join(data, "keys")),
    ...["database-password", "keys/master.key"].map((name) => readFileSync(join(data, name), "utf8")),
  ];

  it.runIf(process.platform === "linux")(
    "are in its keeper's memory only, and the database's password is in no environment or argument",
    async () => {
      await served.stop();
      await served.start();
      expect(await signIn()).toBe(200);
      const master = Buffer.from(readFileSync(join(data, "keys", "master.key"), "utf8").trim(), "hex");
      const sealing = Buffer.from(hkdfSync("sha256", master, "", "mingzhang sealing", 32));
      const keys = [master, Buffer.from(master.toString("hex")), sealing, Buffer.from(secret)];
      expect(memoryHolds(served.keeperPid ?? 0, [sealing])).toBe(true);
      expect(memoryHolds(served.pid ?? 0, keys)).toBe(false);
      const { url, close } = await openStore({ data });
      await close();
      const password = new URL(url).password;
      expect(memoryHolds(served.pid ?? 0, [Buffer.from(password)])).toBe(true);
      const told = [served.pid, ...served.childPids].flatMap((pid) =>
        ["environ", "cmdline"].map((name) => readFileSync(`/proc/${pid}/${name}`, "utf8")),
      );
      expect(told.length).toBeGreaterThanOrEqual(6);
      expect(told.filter((text) => text.includes(password))).toEqual([]);
    },
  );

  it("are kept by another process when the keeper is killed", async () => {
    const killed = served.keeperPid ?? 0;
    process.kill(killed, "SIGKILL");
    expect(await signIn()).toBe(200);
    expect(served.keeperPid).not.toBe(killed);
  });

  it("are not changed while it runs", async () => {
    const before = kept();
    const { code, said } = await run("rotate-key", "--data", data);
    expect([code, said]).toEqual([3, expect.stringContaining("请先停止工作台")]);
    expect(kept()).toEqual(before);
  });

  it("let it start with no other key, and nothing is changed then", async () => {
    await served.stop();
    const before = kept();
    const key = join(temporary, "other.key");
    writeFileSync(key, "0123456789abcdef".repeat(4), { mode: 0o600 });
    const { code, said } = await run("serve", "--port", "0", "--data", data, "--key-from", `file:${key}`);
    expect([code, said]).toEqual([3, expect.stringContaining("请用 --key-from 给出原来的密钥")]);
    expect(said).toContain("Give the key by --key-from");
    expect(kept()).toEqual(before);
  });

  it("are changed to a vault's and back, also where that was interrupted, and codes stay valid", async () => {
    const key = join(temporary, "vault.key");
    writeFileSync(key, "fedcba9876543210".repeat(4), { mode: 0o600 });
    const vault = `command:cat ${key}`;
    expect((await run("rotate-key", "--data", data, "--new-key-from", vault)).code).toBe(0);
    expect(readdirSync(join(data, "keys"))).toEqual([]);
    expect((await run("verify-log", "--data", data)).said).toContain("没有密钥");
    expect((await run("verify-log", "--data", data, "--key-from", vault)).code).toBe(0);
    expect((await run("rotate-key", "--data", data, "--key-from", vault)).code).toBe(0);
    expect(readdirSync(join(data, "keys"))).toEqual(["master.key"]);
    const next = join(data, "keys", "master.key.next");
    writeFileSync(next, "00112233445566778899aabbccddeeff".repeat(2), { mode: 0o600 });
    await served.start();
    expect(readdirSync(join(data, "keys"))).toEqual(["master.key"]);
    expect(await signIn()).toBe(200);
  });
  it("come with the database's address from a file that nobody else reads", async () => {
    const { url, close } = await openStore({ data });
    await close();
    const file = join(temporary, "address");
    writeFileSync(file, `${url}\n`, { mode: 0o600 });
    const verify = () =>
      run("verify-log", "--data", join(temporary, "none"), "--database-url-from", `file:${file}`);
    expect((await verify()).code).toBe(0);
    chmodSync(file, 0o644);
    expect(await verify()).toMatchObject({ code: 3, said: expect.stringContaining("别人也能读") });
    expect(readdirSync(temporary)).not.toContain("none");
  });
});

const PIECE = 1 << 24;

/** Whether any of them is in what a process has in memory. */
function memoryHolds(pid: number, needles: readonly Buffer[]): boolean {
  const longest = Math.max(...needles.map(({ length }) => length));
  const memory = openSync(`/proc/${pid}/mem`, "r");
  const piece = Buffer.alloc(PIECE + longest);
  try {
    for (const [from, to] of readableOf(pid)) {
      for (let at = from; at < to; at += PIECE) {
        const read = readPiece(memory, piece, at, Math.min(piece.length, to - at));
        if (needles.some((needle) => piece.subarray(0, read).includes(needle))) return true;
      }
    }
    return false;
  } finally {
    closeSync(memory);
  }
}

function readableOf(pid: number): readonly (readonly [number, number])[] {
  const lines = readFileSync(`/proc/${pid}/maps`, "utf8").split("\n");
  return lines
    .map((line) => /^([0-9a-f]+)-([0-9a-f]+) r.*(?<!\[v\w+\])$/.exec(line))
    .filter((found) => found !== null)
    .map(([, from = "", to = ""]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)]);
}

/** Nothing where the system gives none of it out. */
function readPiece(memory: number, into: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, into, 0, length, at);
  } catch {
    return 0;
  }
}
