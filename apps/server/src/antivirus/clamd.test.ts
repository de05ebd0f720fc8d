import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Imitation, imitateClamd } from "../testing/clamd.ts";
import { until } from "../testing/workspace.ts";
import { type Antivirus, type ClamdLimits, openClamd } from "./clamd.ts";

const SHORT: ClamdLimits = { start: 100, file: 100 };
const LONG: ClamdLimits = { start: 20_000, file: 20_000 };
const MEGABYTE = 1024 * 1024;

describe("a scanner behind clamd's protocol", () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  const scanner = async (imitation: Imitation, limits = LONG): Promise<Antivirus> => {
    const { address, close } = await imitateClamd(imitation);
    closing.push(close);
    return openClamd(address, limits);
  };
  /** What is said of a file of two megabytes to which the daemon reacts so, once it has all of it. */
  const verdictOn = async (reaction: ReturnType<Imitation["stream"]>, limits = LONG) => {
    const antivirus = await scanner({ stream: (_, isWhole) => (isWhole ? reaction : undefined) }, limits);
    return antivirus.check(new Uint8Array(2 * MEGABYTE));
  };
  const unchecked = (reason: string) => ({ kind: "unchecked", reason });

  it("gets every byte, in files of no, one and many chunks", async () => {
    let seen: Uint8Array = new Uint8Array();
    const antivirus = await scanner({
      stream: (bytes, isWhole) => {
        seen = bytes;
        return isWhole ? { answer: "stream: OK" } : undefined;
      },
    });
    expect(antivirus.version).toBe("ClamAV 1.0.0/27000/Mon Jan  2 08:00:00 2023");
    for (const size of [0, 1, 64 * 1024, 64 * 1024 + 1, MEGABYTE + 7]) {
      const bytes = randomBytes(size);
      expect(await antivirus.check(bytes)).toEqual({ kind: "clean" });
      expect(bytes.equals(seen)).toBe(true);
    }
  });

  it("passes a file on nothing but its whole answer that it is clean", async () => {
    expect(await verdictOn({ answer: "stream: OK" })).toEqual({ kind: "clean" });
    expect(await verdictOn({ answer: "stream: Win.Test.EICAR_HDB-1 FOUND" })).toEqual({
      kind: "infected",
      signature: "Win.Test.EICAR_HDB-1",
    });
    for (const answer of [
      "",
      "OK",
      "stream: OK OK",
      "stream:  FOUND",
      "stream: lstat() failed: ERROR",
      "PONG",
    ])
      expect([answer, await verdictOn({ answer })]).toEqual([answer, unchecked("no-answer")]);
    expect(await verdictOn({ answer: "\u{fffd}".repeat(5000) })).toMatchObject({ kind: "unchecked" });
  });

  it("has not checked what is too large for it, nor what it looked into in part", async () => {
    expect(await verdictOn({ answer: "INSTREAM size limit exceeded. ERROR" })).toEqual(
      unchecked("too-large"),
    );
    const partly = "stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND";
    expect(await verdictOn({ answer: partly })).toEqual(unchecked("too-large"));
  });

  it("has not checked what it answers before it has all of it, or where it breaks off or hangs", async () => {
    const early = await scanner({ stream: () => ({ answer: "stream: OK" }) });
    expect(await early.check(new Uint8Array(20 * MEGABYTE))).toMatchObject({ kind: "unchecked" });
    const midway = await scanner({ stream: (bytes) => (bytes.length > 0 ? { dies: "" } : undefined) });
    expect(await midway.check(new Uint8Array(20 * MEGABYTE))).toEqual(unchecked("broken-off"));
    expect(await verdictOn({ dies: "stream: OK" })).toEqual(unchecked("broken-off"));
    expect(await verdictOn("nothing", { ...LONG, file: 100 })).toEqual(unchecked("too-slow"));
  });

  it("has not checked what comes when it has gone", async () => {
    const { address, close } = await imitateClamd({ stream: () => ({ answer: "stream: OK" }) });
    const antivirus = await openClamd(address, LONG);
    await close();
    expect(await antivirus.check(new Uint8Array(1))).toEqual(unchecked("unreachable"));
  });

  it("is one sentence at the start where the address is wrong or nobody answers as ClamAV does", async () => {
    const said = async (address: string, limits = LONG) => {
      const failure = (await openClamd(address, limits).catch((error: unknown) => error)) as {
        readonly text?: { readonly zh: string; readonly en: string };
      };
      return failure.text?.zh ?? "started";
    };
    for (const address of [
      "",
      "clamd",
      "unix:",
      "tcp:host",
      "tcp:host:0",
      "tcp:host:70000",
      "http://host:3310",
    ])
      expect(await said(address)).toContain(`而不是“${address}”`);
    expect(await said("unix:/nowhere/clamd.ctl")).toContain("连不上");
    const answering = async (command: Imitation["command"], limits?: ClamdLimits) => {
      const imitation = { stream: () => undefined, ...(command !== undefined && { command }) };
      const { address, close } = await imitateClamd(imitation);
      closing.push(close);
      return said(address, limits);
    };
    expect(await answering(() => ({ answer: "220 mail ESMTP" }))).toContain("应答的不是 ClamAV");
    expect(await answering(() => ({ dies: "PO" }))).toContain("断开");
    expect(await answering(() => "nothing", SHORT)).toContain("迟迟没有应答");
    expect(await answering(undefined)).toBe("started");
  });
});

const CLAMD = "/usr/sbin/clamd";
/** A harmless text, and the signature by which this daemon takes it for a virus. */
const HARMLESS = "mingzhang harmless test string";
const SIGNATURE = "Mingzhang.Test.Harmless";

describe.skipIf(!existsSync(CLAMD))(
  "ClamAV itself (skipped without the Debian package clamav-daemon)",
  () => {
    let folder: string;
    let daemon: ChildProcess;
    let antivirus: Antivirus;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "mingzhang-clamav-"));
      await mkdir(join(folder, "database"));
      const signature = `${SIGNATURE}:0:*:${Buffer.from(HARMLESS).toString("hex")}\n`;
      await writeFile(join(folder, "database", "test.ndb"), signature);
      const settings = [
        `LocalSocket ${join(folder, "clamd.ctl")}`,
        `DatabaseDirectory ${join(folder, "database")}`,
        "Foreground yes",
        "StreamMaxLength 2M",
        "MaxFileSize 4M",
        "MaxScanSize 8M",
        "AlertExceedsMax yes",
      ];
      await writeFile(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
      daemon = spawn(CLAMD, ["-c", join(folder, "clamd.conf")], { stdio: "ignore" });
      await until(
        async () => existsSync(join(folder, "clamd.ctl")) || daemon.exitCode !== null,
        (isDecided) => isDecided,
      );
      expect(daemon.exitCode, "clamd did not start").toBeNull();
      antivirus = await openClamd(`unix:${join(folder, "clamd.ctl")}`);
    });
    afterAll(async () => {
      if (daemon.exitCode === null) {
        const ended = new Promise((done) => daemon.once("exit", done));
        daemon.kill();
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    });

    it("names itself, passes what is clean and names what it finds, also inside of archives", async () => {
      expect(antivirus.version).toMatch(/^ClamAV \d/);
      const infected = { kind: "infected", signature: `${SIGNATURE}.UNOFFICIAL` };
      const within = zipSync({ "公开表.txt": strToU8(`x ${HARMLESS} y`) });
      expect(await antivirus.check(strToU8("a budget"))).toEqual({ kind: "clean" });
      expect(await antivirus.check(new Uint8Array())).toEqual({ kind: "clean" });
      expect(await antivirus.check(randomBytes(MEGABYTE))).toEqual({ kind: "clean" });
      expect(await antivirus.check(strToU8(HARMLESS))).toEqual(infected);
      expect(await antivirus.check(within)).toEqual(infected);
      expect(await antivirus.check(zipSync({ "pack.zip": within }))).toEqual(infected);
    });

    it("passes nothing that is larger than it takes, as a stream or unpacked", async () => {
      for (const size of [2 * MEGABYTE + 1, 3 * MEGABYTE, 30 * MEGABYTE])
        expect(await antivirus.check(new Uint8Array(size))).toMatchObject({ kind: "unchecked" });
      const parts = ["a", "b", "c", "d"].map((name) => [name, new Uint8Array(3 * MEGABYTE)]);
      const unpacked = await antivirus.check(zipSync(Object.fromEntries(parts)));
      expect(unpacked).toEqual({ kind: "unchecked", reason: "too-large" });
    });

    it("passes nothing while it is stopped", async () => {
      const address = `unix:${join(folder, "clamd.ctl")}`;
      const impatient = await openClamd(address, { start: 20_000, file: 300 });
      daemon.kill("SIGSTOP");
      try {
        expect(await impatient.check(strToU8("a budget"))).toEqual({ kind: "unchecked", reason: "too-slow" });
      } finally {
        daemon.kill("SIGCONT");
      }
    });
  },
);
