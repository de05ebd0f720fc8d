import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { editedFixture, FIXTURE, filesIn, run, runWatched, temporaryFolder } from "./testing/run.ts";

const TITLE = "中共重庆市万盛经济技术开发区工作委员会老干部局2023年部门预算公开";
const DATA = [
  "datapackage.json",
  "facts.csv",
  "figures.csv",
  "indicators.csv",
  "lines.csv",
  "lines.json",
  "rounding.csv",
].map((name) => `data/${name}`);

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let out = "";
beforeEach(async () => {
  temporary = await temporaryFolder();
  out = join(temporary.path, "out");
});
afterEach(() => temporary.remove());

const input = (edits: Parameters<typeof editedFixture>[1]) => editedFixture(temporary.path, edits);
const changed = async (path: string) => (await stat(path)).mtimeMs;

describe("build", () => {
  it("writes the pack that it promises and says so", async () => {
    const { code, out: said, error } = await run("build", FIXTURE, "-o", out);
    expect(code).toBe(0);
    // The overall goal promises what nothing measures. The notes excuse rounding differences, which a build with
    // consistent rounding has none of.
    const notices = error.split("\n").filter((line) => /^\S/u.test(line));
    expect(notices).toEqual([
      expect.stringContaining("没有对应的指标"),
      expect.stringMatching(/^提示　说明中写有“[^”]*四舍五入/u),
    ]);
    const files = [`html/index.html`, ...["docx", "pdf", "xlsx"].map((kind) => `${kind}/${TITLE}.${kind}`)];
    expect(await filesIn(out)).toEqual([...DATA, ...files, "pack.json"].sort());
    expect(said).toContain("收入合计　300.32 万元");
    expect(said).toContain("表中数字 316 个，预算明细 51 笔");
    for (const file of [...DATA, ...files]) expect(said).toContain(join(out, file));
  });

  it("rounds each figure on its own where that is asked for", async () => {
    const {
      code,
      out: said,
      error,
    } = await run(...["build", FIXTURE, "-o", out, "--format", "data", "--rounding", "conventional"]);
    expect(code).toBe(0);
    expect(error).not.toMatch(/错误|疑点/u);
    expect(await filesIn(out)).not.toContain("data/rounding.csv");
    expect(said).not.toContain("一致取整");
    const figures = await readFile(join(out, "data/figures.csv"), "utf8");
    expect(figures).toContain("5,20805,行政事业单位养老支出,prior,11.90");
  });

  it("repeats last year's figures from its open data", async () => {
    const prior = join(temporary.path, "prior");
    await run("build", FIXTURE, "-o", prior, "--format", "data");
    const facts = await readFile(join(prior, "data/facts.csv"), "utf8");
    const line = facts
      .split("\n")
      .find((row) => row.includes("year=2022") && /functional=20805[",]/u.test(row));
    expect(line).toContain("11.91");
    const other = join(temporary.path, "facts.csv");
    await writeFile(other, facts.replace(line ?? "", (line ?? "").replace("11.91", "11.90")));
    const { code } = await run("build", FIXTURE, "-o", out, "--format", "data", "--published", other);
    expect(code).toBe(0);
    const figures = await readFile(join(out, "data/figures.csv"), "utf8");
    expect(figures).toContain("5,20805,行政事业单位养老支出,prior,11.90");
  });

  it("says what is wrong with a rounding or with last year's data that it cannot use", async () => {
    const unknown = await run("build", FIXTURE, "-o", out, "--rounding", "up");
    expect(unknown.code).toBe(2);
    expect(unknown.error).toContain("没有取整方式“up”");
    const missing = await run("build", FIXTURE, "-o", out, "--published", temporary.path);
    expect(missing.code).toBe(3);
    expect(missing.error).toContain("没有上年的开放数据 facts.csv");
    const both = ["--rounding", "conventional", "--published", temporary.path];
    expect((await run("build", FIXTURE, "-o", out, ...both)).code).toBe(2);
    expect(await filesIn(out)).toEqual([]);
  });

  it("writes the formats asked for and takes away those of an earlier build", async () => {
    await run("build", FIXTURE, "-o", out, "--format", "html,data");
    const own = join(out, "html", "mine.txt");
    await writeFile(own, "mine");
    expect((await run("build", FIXTURE, "-o", out, "--format", "html")).code).toBe(0);
    expect(await filesIn(out)).toEqual(["html/index.html", "html/mine.txt", "pack.json"]);
  });

  it("lists every fault in both languages with sheet and cell, and writes nothing", async () => {
    const faulty = await input({
      "ledger.csv": (text) => text.replace("2013601", "20136011").replace("5546.00", "-5.005"),
      "units.csv": (text) => text.replace("administrative", "行政机构"),
    });
    const { code, out: said, error } = await run("build", faulty, "-o", out);
    expect({ code, said, files: await filesIn(out) }).toEqual({ code: 1, said: "", files: [] });
    for (const place of ["ledger.csv 第2行", "ledger.csv 第3行", "units.csv line 2"])
      expect(error).toContain(place);
    expect(error.match(/^错误/gmu)?.length).toBe(error.match(/^　　　error:/gmu)?.length);
    expect(error).toContain("有错误，未写出任何文件");
    expect(error).toContain("nothing was written");
  });

  it("names the sheet and the cell of a workbook's faults", async () => {
    const faulty = await input({ "ledger.csv": (text) => text.replace("2013601", "20136011") });
    const book = join(temporary.path, "填报.xlsx");
    await run("new", book, "--from", faulty);
    const { code, error } = await run("build", book, "-o", out);
    expect(code).toBe(1);
    expect(error).toMatch(/^错误　预算明细 F\d+：/mu);
  });

  it("leaves an earlier pack alone when the input has become faulty", async () => {
    await run("build", FIXTURE, "-o", out, "--format", "data");
    const before = await readFile(join(out, "data/figures.csv"));
    const faulty = await input({ "ledger.csv": (text) => text.replace("2013601", "999") });
    expect((await run("build", faulty, "-o", out, "--format", "data")).code).toBe(1);
    expect(await readFile(join(out, "data/figures.csv"))).toEqual(before);
  });

  it("refuses a large change without a reason", async () => {
    const faulty = await input({ "reasons.csv": (text) => text.split("\n").slice(0, 1).join("\n") });
    const { code, error } = await run("build", faulty, "-o", out);
    expect({ code, files: await filesIn(out) }).toEqual({ code: 1, files: [] });
    expect(error).toContain("未填主要原因");
  });

  it("prints a result for machines", async () => {
    const good = JSON.parse((await run("build", FIXTURE, "-o", out, "--format", "data", "--json")).out);
    expect(good).toMatchObject({
      built: true,
      packs: [{ body: "department", tables: 17, figures: 316, lines: 51 }],
    });
    expect(good.packs[0].files.map((file: string) => file.slice(out.length + 1)).sort()).toEqual(DATA);
    const faulty = await input({ "ledger.csv": (text) => text.replace("2013601", "999") });
    const bad = JSON.parse((await run("build", faulty, "-o", out, "--json")).out);
    expect(bad.built).toBe(false);
    expect(bad.findings).toContainEqual(
      expect.objectContaining({
        level: "error",
        message: expect.objectContaining({ zh: expect.any(String) }),
      }),
    );
  });

  it("says how far it is to people only", async () => {
    expect((await runWatched("build", FIXTURE, "-o", out, "--format", "data")).error).toContain("data …");
  });

  it("builds a workbook to the same data as the CSV folder it came from", async () => {
    const book = join(temporary.path, "填报.xlsx");
    await run("new", book, "--from", FIXTURE);
    await run("build", book, "-o", join(out, "a"), "--format", "data");
    await run("build", FIXTURE, "-o", join(out, "b"), "--format", "data");
    expect(await readFile(join(out, "a/data/figures.csv"))).toEqual(
      await readFile(join(out, "b/data/figures.csv")),
    );
  });

  it("builds the same budget under another profile, and for one unit", async () => {
    const { out: said } = await run(
      "build",
      FIXTURE,
      "-o",
      out,
      "--format",
      "data",
      "--profile",
      "shanghai-district",
    );
    expect(said).toContain("公开表 9 张");
    const unit = await run("build", FIXTURE, "-o", out, "--format", "data", "--unit", "institution");
    expect(unit.out).toContain("重庆市万盛经济技术开发区老干部服务管理中心　2023年单位预算");
  });
});

describe("build --units", () => {
  const build = (path = FIXTURE) => run("build", path, "-o", out, "--units", "--format", "data", "--json");
  const upToDate = (said: string) =>
    JSON.parse(said).packs.map((pack: { upToDate: boolean }) => pack.upToDate);

  it("writes a pack for the department and one for each unit, and none again", async () => {
    const first = await build();
    expect(first.code).toBe(0);
    const pack = [...DATA, "pack.json"];
    const units = ["institution", "organ"].flatMap((unit) => pack.map((file) => `units/${unit}/${file}`));
    expect(await filesIn(out)).toEqual([...pack, ...units].sort());
    const before = await changed(join(out, "units/organ/data/figures.csv"));
    expect(upToDate((await build()).out)).toEqual([true, true, true]);
    expect(await changed(join(out, "units/organ/data/figures.csv"))).toBe(before);
  });

  it("builds again what is missing, changed or not finished, and only that", async () => {
    await build();
    await rm(join(out, "units/organ/data/lines.csv"));
    expect(upToDate((await build()).out)).toEqual([true, false, true]);
    await writeFile(join(out, "units/institution/data/lines.csv"), "edited");
    expect(upToDate((await build()).out)).toEqual([true, true, false]);
    await rm(join(out, "pack.json"));
    expect(upToDate((await build()).out)).toEqual([false, true, true]);
    await writeFile(join(out, "pack.json"), "{");
    expect(upToDate((await build()).out)).toEqual([false, true, true]);
    expect(upToDate((await build()).out)).toEqual([true, true, true]);
  });

  it("builds all again when the input has changed", async () => {
    await build();
    const other = await input({ "department.csv": (text) => text.replace("万盛经开区", "万盛") });
    expect(upToDate((await build(other)).out)).toEqual([false, false, false]);
  });

  it("writes nothing, not even the department's pack, when one unit has errors", async () => {
    const faulty = await input({
      "prior-year.csv": (text) => text.replaceAll(/^2022,,/gmu, "2022,institution,"),
      "reasons.csv": (text) => text,
    });
    const { code, error } = await build(faulty);
    expect({ code, files: await filesIn(out) }).toEqual({ code: 1, files: [] });
    expect(error).toContain("organ");
  });

  it("says for machines and people what was skipped", async () => {
    await build();
    const { out: said } = await run("build", FIXTURE, "-o", out, "--units", "--format", "data");
    expect(said).toContain("3 套已是最新");
  });
});
