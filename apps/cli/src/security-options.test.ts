import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MEGABYTE, ROLES, USUAL_SECURITY } from "@mingzhang/server";
import { describe, expect, it } from "vitest";
import { program } from "./program.ts";
import { requireEncryptedDisk, securityLogTo, securitySettings } from "./security-options.ts";

const server = { MEGABYTE, ROLES, USUAL_SECURITY };
const usual = { alertAt: "50", uploadsADay: "5000", megabytesADay: "10240" };
const printed: string[] = [];
const terminal = {
  out: (text: string) => void printed.push(text),
  error: () => undefined,
  interactive: false,
};

describe("the security of a server", () => {
  it("is the usual one without options", () => {
    expect(securitySettings(usual, server)).toEqual(USUAL_SECURITY);
  });

  it("is what the options ask for, and a role or number that is none is refused", () => {
    const given = {
      ...usual,
      requireSecondFactor: "administrator, bureau",
      alertAt: "20",
      megabytesADay: "7",
    };
    expect(securitySettings(given, server)).toMatchObject({
      secondFactor: ["administrator", "bureau"],
      alertAt: 20,
      uploads: { files: 5000, bytes: 7 * MEGABYTE },
    });
    for (const wrong of [
      { requireSecondFactor: "administrator,chief" },
      { requireSecondFactor: "" },
      { alertAt: "0" },
      { alertAt: "many" },
      { uploadsADay: "1.5" },
    ])
      expect(() => securitySettings({ ...usual, ...wrong }, server)).toThrow();
  });

  it("logs to a file that only its account reads, and takes it up where it ended", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mingzhang-log-"));
    try {
      const file = join(folder, "security.jsonl");
      expect(securityLogTo(file, terminal)?.last).toBeUndefined();
      securityLogTo(file, terminal)?.write(['{"number":7,"event":"a"}', '{"number":8,"event":"b"}']);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(securityLogTo(file, terminal)?.last).toBe(8);
      securityLogTo(file, terminal)?.write(['{"number":9,"event":"c"}']);
      expect((await readFile(file, "utf8")).trimEnd().split("\n").length).toBe(3);
      expect(() => securityLogTo(join(folder, "none", "x"), terminal)).toThrow();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("logs to standard output by “-”, and nowhere without a place", () => {
    securityLogTo("-", terminal)?.write(["{}"]);
    expect([printed, securityLogTo(undefined, terminal)]).toEqual([["{}"], undefined]);
  });
});

describe("--require-encrypted-disk", () => {
  const asked = { requireEncryptedDisk: true };
  const encrypted = { encrypted: true, by: "LUKS2（dm-0）" } as const;
  const plain = { encrypted: false, why: { zh: "看不出", en: "nothing seen" } } as const;
  const saidOf = (work: () => void) => {
    try {
      work();
    } catch (error) {
      return (error as { readonly text: { readonly zh: string } }).text.zh;
    }
    return "passed";
  };

  it("passes where every place is encrypted, and names the first that is not seen to be", () => {
    const places = { paths: ["数据", "日志"] };
    const look = (path: string) => (path === "日志" ? plain : encrypted);
    expect(saidOf(() => requireEncryptedDisk(asked, places, terminal, () => encrypted))).toBe("passed");
    expect(saidOf(() => requireEncryptedDisk(asked, places, terminal, look))).toContain(
      "“日志”不在加密的硬盘上（看不出）",
    );
    expect(saidOf(() => requireEncryptedDisk({}, places, terminal, () => plain))).toBe("passed");
  });

  it("does not pass a database whose disk it cannot see", () => {
    const places = { paths: ["数据"], elsewhere: true };
    const said = saidOf(() => requireEncryptedDisk(asked, places, terminal, () => encrypted));
    expect(said).toContain("看不到另外给出的 PostgreSQL");
  });

  it.skipIf(process.platform !== "linux")(
    "starts and writes nothing where the disk is not encrypted",
    async () => {
      const errors: string[] = [];
      const silent = { ...terminal, error: (text: string) => void errors.push(text) };
      const place = "/dev/shm/mingzhang-none";
      const disk = "--require-encrypted-disk";
      expect(await program(["serve", "--demo", "--port", "0", "--data", place, disk], silent)).toBe(2);
      expect(await program(["backup", `${place}.mzb`, "--data", place, disk], silent)).toBe(2);
      expect(errors.filter((text) => text.includes("不在加密的硬盘上")).length).toBe(2);
      for (const end of ["", ".mzb"]) expect(existsSync(`${place}${end}`)).toBe(false);
    },
  );
});

describe("--antivirus", () => {
  it("with a wrong address, or without anybody there, starts nothing and says so", async () => {
    const errors: string[] = [];
    const silent = { ...terminal, error: (text: string) => void errors.push(text) };
    const data = join(tmpdir(), "mingzhang-antivirus-none");
    const start = (address: string) =>
      program(["serve", "--demo", "--port", "0", "--data", data, "--antivirus", address], silent);
    expect(await start("clamd")).toBe(3);
    expect(await start("unix:/nowhere/clamd.ctl")).toBe(3);
    expect(errors.join("\n")).toMatch(/而不是“clamd”[\s\S]*“unix:\/nowhere\/clamd.ctl”连不上/);
    expect(existsSync(data)).toBe(false);
  });
});
