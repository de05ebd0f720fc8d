import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIXTURE, run, temporaryFolder } from "./testing/run.ts";

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
const path = (name: string) => join(temporary.path, name);
const packs = () => ({
  department: path("out/html"),
  organ: path("out/units/organ"),
  institution: path("out/units/institution"),
});
beforeAll(async () => {
  temporary = await temporaryFolder();
  await run("build", FIXTURE, "-o", path("out"), "--units", "--format", "html");
}, 60_000);
afterAll(() => temporary.remove());

/** The basic expenditure of an item, in the table that prints it next to its total. */
const BASIC_BESIDE_TOTAL =
  /(?<before>事业运行<\/th>(?:<td[^>]*><span[^>]*>66\.06<\/span><\/td>)<td[^>]*><span[^>]*>)66\.06</u;

async function checked(...units: readonly string[]) {
  const given = units.flatMap((unit) => ["--unit", unit]);
  const { code, out } = await run("check", packs().department, ...given, "--json");
  const report = JSON.parse(out);
  const rule = report.rules.find(({ rule: id }: { rule: string }) => id.startsWith("units/"));
  const said = report.findings.filter(({ level }: { level: string }) => level !== "notice");
  return { code, rule, said };
}

describe("check --unit", () => {
  it("finds that a department built with its units is their sum, cell by cell", async () => {
    const { code, rule, said } = await checked(packs().organ, packs().institution);
    expect(code).toBe(0);
    expect(said).toEqual([]);
    expect(rule.outcomes).toMatchObject({ rounding: 0, conflict: 0, couldNotCheck: 0 });
    expect(rule.outcomes.holds).toBeGreaterThan(200);
  }, 30_000);

  it("finds the figure of a unit that was changed, and what it was", async () => {
    await cp(packs().institution, path("changed"), { recursive: true });
    const file = path("changed/html/index.html");
    const page = await readFile(file, "utf8");
    const changed = page.replace(BASIC_BESIDE_TOTAL, "$<before>66.60<");
    expect(changed).not.toBe(page);
    await writeFile(file, changed);
    const { code, said } = await checked(packs().organ, path("changed"));
    expect(code).toBe(1);
    expect(said).toHaveLength(1);
    expect(said[0].message.zh).toMatch(/印作 66\.06，所属 2 个单位之和为 66\.60万元.*服务管理中心 66\.60（/u);
    expect(said[0].remedy.zh).toMatch(
      /最可能有误的是.*服务管理中心 单位公开表3 .* 2013650 事业运行 基本支出：66\.60 改为 66\.06（疑为相邻两位颠倒）/u,
    );
  }, 30_000);

  it("warns once where a unit is missing", async () => {
    const { code, said } = await checked(packs().organ);
    expect(code).toBe(0);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({
      level: "warning",
      message: { zh: expect.stringContaining("所给单位相加不等于部门：可能没有给全") },
    });
  }, 30_000);

  it("says in one line that none was given", async () => {
    const { rule, said } = await checked();
    expect(said).toEqual([]);
    expect(rule.outcomes).toMatchObject({ holds: 0, couldNotCheck: 1 });
    expect(rule.reasons[0].zh).toContain("没有给出所属单位的材料");
  }, 30_000);

  it("ends where a unit's file is not there", async () => {
    const said = await run("check", packs().department, "--unit", path("none.pdf"));
    expect(said).toMatchObject({ code: 3, error: expect.stringContaining("none.pdf") });
  });
});
