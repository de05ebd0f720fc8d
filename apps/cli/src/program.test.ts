import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "./commands/index.ts";
import { distinctFileNames, safeFileName } from "./pack.ts";
import { FIXTURE, filesIn, run, temporaryFolder } from "./testing/run.ts";

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  temporary = await temporaryFolder();
});
afterAll(() => temporary.remove());
const path = (...names: string[]) => join(temporary.path, ...names);

const HAN = /\p{Script=Han}/u;

describe("help", () => {
  it.each(COMMANDS.map(({ name }) => name))("of %s is in both languages, with examples", async (name) => {
    const { code, out } = await run("help", name);
    expect(code).toBe(0);
    const command = COMMANDS.find((candidate) => candidate.name === name);
    const texts = [command?.summary, ...(command?.options ?? []).map(({ text }) => text)];
    const flat = out.replaceAll(/\s+/gu, "");
    for (const text of texts) {
      expect(flat).toContain(text?.zh.replaceAll(/\s+/gu, ""));
      expect(flat).toContain(text?.en.replaceAll(/\s+/gu, ""));
    }
    expect(out).toContain("用法 Usage:");
    expect(out).toContain("例 Examples:");
  });

  it("lists the commands and the exit codes", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(name);
    for (const exit of ["0", "1", "2", "3", "70"])
      expect(out).toMatch(new RegExp(`^  ${exit} .*\\p{Script=Han}.*[a-z]`, "mu"));
  });

  it("is what a command line without a command gets", async () => {
    expect(await run()).toMatchObject({ code: 2, error: expect.stringContaining("命令 Commands:") });
  });

  it("prints the version", async () => {
    expect(await run("--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });
});

/** Command lines that cannot be run, with the exit code and what both sentences name. */
const WRONG: readonly (readonly [string, readonly string[], number, string])[] = [
  ["an unknown command", ["make"], 2, "make"],
  ["an unknown option", ["build", FIXTURE, "--unit-s"], 2, "--unit-s"],
  ["an option without its value", ["build", FIXTURE, "--profile"], 2, "--profile"],
  ["a missing argument", ["build"], 2, "budget"],
  ["an unknown format", ["build", FIXTURE, "--format", "html,rtf"], 2, "rtf"],
  ["no format", ["build", FIXTURE, "--format", ","], 2, "html"],
  ["an unknown profile", ["build", FIXTURE, "--profile", "atlantis"], 2, "atlantis"],
  ["an unknown unit", ["build", FIXTURE, "--unit", "机关党委"], 2, "机关党委"],
  ["one unit and all units", ["build", FIXTURE, "--unit", "organ", "--units"], 2, "--units"],
  ["a path that is not there", ["build", "no/such/path"], 3, "no/such/path"],
  ["a font folder that is not there", ["build", FIXTURE, "--fonts", "no/fonts"], 3, "no/fonts"],
  ["an unknown table", ["explain", "表99/合计/total", FIXTURE], 2, "表五"],
  ["an unknown row", ["explain", "表5/999/growth", FIXTURE], 2, "2013601"],
  ["an unknown column", ["explain", "表5/2013601/size", FIXTURE], 2, "growth"],
  [
    "a unit to explain that is not there",
    ["explain", "表5/2013601/growth", FIXTURE, "--unit", "x"],
    2,
    "organ",
  ],
];

/** The notice on the fixture's overall goal, in three lines. */
function isOfTheFixture(line: string): boolean {
  return /department\.csv|增设指标/u.test(line);
}

describe("a wrong command line", () => {
  it.each(WRONG)("with %s says in both languages what is wrong", async (_, argv, code, word) => {
    const target = path("never");
    const said = await run(
      ...argv,
      ...(argv[0] === "build" && argv.length > 1 && argv.at(-1) !== "--profile" ? ["-o", target] : []),
    );
    const [zh = "", ...en] = said.error.split("\n").filter((line) => !isOfTheFixture(line));
    expect(said.out).toBe("");
    expect(said.code).toBe(code);
    expect(zh).toMatch(HAN);
    expect(zh).toContain(word);
    expect(en.join(" ")).toMatch(/[a-z]{3}/);
    expect(await filesIn(target)).toEqual([]);
  });

  it("names the choices", async () => {
    expect((await run("build", FIXTURE, "--profile", "x")).error).toContain(
      "chongqing-district、shanghai-district",
    );
    expect((await run("build", FIXTURE, "--unit", "x")).error).toContain("organ、institution");
    expect((await run("build", FIXTURE, "--format", "x")).error).toContain("html、xlsx、docx、pdf、data");
  });
});

describe("input that cannot be read", () => {
  it.each([
    ["a file that is no spreadsheet", "text.xlsx", "not a spreadsheet"],
    ["a damaged file", "damaged.xlsx", "PK\u0003\u0004damaged"],
  ])("like %s is said to be so, not to lack a profile", async (_, name, content) => {
    await writeFile(path(name), content);
    const said = await run("build", path(name), "-o", path("never"));
    expect(said.code).toBe(3);
    expect(said.error).toMatch(/^错误/u);
    expect(said.error).not.toContain("公开口径");
    expect(await filesIn(path("never"))).toEqual([]);
  });

  it("like an empty folder says what is missing", async () => {
    await mkdir(path("empty"), { recursive: true });
    const said = await run("build", path("empty"), "-o", path("never"));
    expect(said.code).toBe(1);
    expect(said.error).toContain("部门信息");
  });
});

it("says that it cannot write where the output is a file", async () => {
  await writeFile(path("file"), "");
  const said = await run("build", FIXTURE, "-o", path("file"), "--format", "data");
  expect(said.code).toBe(3);
  expect(said.error).toContain("无法写入");
});

describe("explain", () => {
  it("says what a figure measures, its exact value, its places, parts and lines", async () => {
    const { code, out } = await run("explain", "表5/合计/subtotal", FIXTURE);
    expect(code).toBe(0);
    for (const text of ["300.32", "3003200.00 元", "表四", "相加", "预算明细　51 笔"])
      expect(out).toContain(text);
  });

  it("takes tables by number and short name, rows by name, and prints JSON", async () => {
    const byCode = await run("explain", "5/2013601/growth", FIXTURE, "--json");
    const byName = await run("explain", "表五/行政运行/growth", FIXTURE, "--json");
    expect(JSON.parse(byName.out).figure).toEqual(JSON.parse(byCode.out).figure);
    expect(JSON.parse(byCode.out).figure.printed).toBe("-19%");
  });

  it("explains the pack of a unit", async () => {
    const { out } = await run("explain", "表5/合计/subtotal", FIXTURE, "--unit", "institution");
    expect(out).toContain("82.39");
  });
});

describe("names of files", () => {
  it("are accepted by Windows", () => {
    expect(safeFileName('a/b\\c:d*e?f"g<h>i|j')).toBe("a_b_c_d_e_f_g_h_i_j");
    expect(["..", "x. .", "CON", "com1", "\u0000\ud800"].map(safeFileName)).toEqual([
      "pack",
      "x",
      "CON_",
      "com1_",
      "__",
    ]);
    expect([...safeFileName("长".repeat(300))]).toHaveLength(60);
  });

  it("stay apart where ids differ in nothing that a file system sees", () => {
    expect(distinctFileNames(["a/b", "a:b", "A_B", "c"])).toEqual(["a_b", "a_b-2", "A_B-3", "c"]);
  });
});
