import { mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, temporaryFolder } from "../testing/run.ts";

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
const path = (...names: string[]) => join(temporary.path, ...names);
const pack = (body: string, year: number, reception: string) =>
  [
    `${body}${year}年部门预算`,
    "第一部分 部门概况",
    "一、部门预算收支情况",
    "收入预算1000.00万元，均为财政拨款收入，支出预算1000.00万元。",
    "基本支出600.00万元，项目支出400.00万元，无政府采购。",
    `“三公”经费中，${reception}`,
    "机关运行经费20.00万元，与上年预算持平。",
  ].join("\n");

beforeAll(async () => {
  temporary = await temporaryFolder();
  for (const folder of ["2024", "2023"]) await mkdir(path("packs", folder), { recursive: true });
  const write = (name: string, text: string) => writeFile(path("packs", name), text);
  await write(
    "2024/民政局.txt",
    pack("示例区民政局", 2024, "公务接待费2.00万元，比上年预算减少2.00万元，主要原因是厉行节约。"),
  );
  await write("2024/司法局.txt", pack("示例区司法局", 2024, "公务接待费2.00万元，与上年预算持平。"));
  await write("2023/民政局.txt", pack("示例区民政局", 2023, "公务接待费3.00万元，与上年预算持平。"));
  await write("2023/教育局.txt", pack("示例区教育局", 2023, "公务接待费3.00万元，与上年预算持平。"));
});
afterAll(() => temporary.remove());

const summaryOf = async (out: string) => JSON.parse(await readFile(path(out, "summary.json"), "utf8"));
const audit = (out: string, ...more: readonly string[]) =>
  run("audit", path("packs", "2024"), "-o", path(out), "--separate", "--jobs", "1", ...more);

describe("packs of last year", () => {
  it("are paired by body; what has no partner is named", async () => {
    const { out } = await audit("paired", "--prior", path("packs", "2023"));
    expect(out).toContain("与上年材料配对 1 份，1 份没有配上；上年材料 1 份没有用到。");
    expect(out).toContain("司法局.txt（没有找到“示例区司法局”2023年的材料）");
    expect(out).toContain("没有用到 Not used：教育局.txt");
    const { packs, unpairedPriors } = await summaryOf("paired");
    const names = packs.map(({ prior }: { prior: { names?: string[] } }) => prior.names);
    expect(names).toEqual([undefined, ["民政局.txt"]]);
    expect(unpairedPriors).toEqual(["教育局.txt"]);
    const result = await readFile(path("paired", "packs", "民政局.txt.json"), "utf8");
    expect(result).toContain("上年公开件是3.00万元");
  });

  it("that change have the packs checked again, others not", async () => {
    const day = new Date("2001-01-01T00:00:00Z");
    await utimes(path("paired", "packs", "民政局.txt.json"), day, day);
    const { error } = await audit("paired", "--prior", path("packs", "2023"));
    expect(error.match(/已是最新/gu)).toHaveLength(2);
    const { error: without } = await audit("paired");
    expect(without).not.toContain("已是最新");
  });

  it("may lie among the audited packs", async () => {
    const mixed = path("packs");
    const { out: alone } = await run("audit", mixed, "-o", path("alone"), "--separate");
    expect(alone).toContain("其中 1 份有上年材料在同一文件夹里");
    const { out } = await run("audit", mixed, "-o", path("mixed"), "--separate", "--prior", mixed);
    expect(out).toContain("4 份材料");
    expect(out).toContain("与上年材料配对 1 份，3 份没有配上");
    const inside = path("packs", "2023");
    const { out: apart } = await run(
      ...["audit", mixed, "-o", path("apart"), "--separate", "--prior", inside],
    );
    expect(apart).toContain("2 份材料");
  });
});

describe("the list of what must be published", () => {
  const LIST = [
    "单位,文种,年度,批复日期,公开日期,不公开理由",
    "示例区民政局,部门预算,2024,2024-02-09,2024-03-05,",
    "示例区司法局,部门预算,2024,2024年2月9日,2024/2/20,",
    "示例区教育局,部门预算,2024,2024-02-09,,",
    "示例区国家安全局,部门预算,2024,,,涉密",
  ];

  it("tells who was late, who has not published and who is exempt", async () => {
    await writeFile(path("list.csv"), LIST.join("\n"));
    const { out, code } = await audit("listed", "--expected", path("list.csv"));
    expect(code).toBe(1);
    expect(out).toContain("应公开 4 份：按时公开 1，逾期公开 1，已公开 0，未公开 1，不适用 1");
    expect(out).toContain("未公开 Missing：示例区教育局 2024年部门预算　应在2024年2月29日前公开。");
    expect(out).toContain("逾期 Late：示例区民政局 2024年部门预算　逾期5天。");
    const { expected, packs } = await summaryOf("listed");
    expect(expected.map(({ status }: { status: string }) => status)).toEqual([
      "late",
      "in-time",
      "missing",
      "exempt",
    ]);
    expect(packs.map(({ errors }: { errors: number }) => errors).toSorted()).toEqual([0, 1]);
  });

  it("names packs that it does not ask for, and says what it cannot check", async () => {
    await writeFile(path("short.csv"), "单位,年度\n示例区民政局,2024\n");
    const { out } = await audit("short", "--expected", path("short.csv"));
    expect(out).toContain("清单以外 Not on the list：司法局.txt");
    expect((await summaryOf("short")).expected[0]).toMatchObject({
      status: "published",
      remark: "没有批复日期和公开日期，未核对是否及时。",
    });
  });

  it.each([
    ["without the columns that it needs", "名称,年\n甲,2024\n", "缺少“单位”或“年度”列"],
    ["with a year that is none", "单位,年度\n甲,去年\n", "第2行的年度“去年”"],
    ["with a date that is none", "单位,年度,批复日期\n甲,2024,2024-02-30\n", "第2行的“2024-02-30”不是日期"],
  ])("%s is refused in one sentence", async (_, text, words) => {
    await writeFile(path("wrong.csv"), text);
    const { code, error } = await audit("never", "--expected", path("wrong.csv"));
    expect(code).toBe(2);
    expect(error.split("\n")).toHaveLength(2);
    expect(error).toContain(words);
  });
});
