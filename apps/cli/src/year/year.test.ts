import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIXTURE, filesIn, run, temporaryFolder } from "../testing/run.ts";

const PROJECT = "老干部活动中心运维";
/** Of 320,000.00 yuan and 200 days, 7/12 are due by the end of July; 120 days of 116.67 are. */
const YEAR: Readonly<Record<string, string>> = {
  "payments.csv": `date,unit,project,department_economic,amount_yuan
2023-05-31,institution,${PROJECT},30201,96000.00
`,
  "progress.csv": `date,project,indicator,actual,reason,forecast,measure,measure_due
2023-03-31,${PROJECT},设备运行率,88,压缩机故障。,91%,更换压缩机,2023-06-30
2023-07-31,${PROJECT},老干部活动中心运行天数,120,,,,
`,
  "records.csv": `date,kind,project,matter,reached,due,attachment,attachment_sha256,recorded_by
2023-03-31,inspection,${PROJECT},设备完好检查,19,20,王某某签字.pdf,${"a1".repeat(32)},王某某
2023-09-30,inspection,${PROJECT},设备完好检查,18,20,,,王某某
`,
  "countings.csv": `project,indicator,method,kind
${PROJECT},设备完好率,share,inspection
`,
  "evaluations.csv": `project,indicator,actual,reason
${PROJECT},老干部活动中心运行天数,150,五月停电检修。
`,
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let year: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  year = join(folder.path, "year");
  await mkdir(year);
  for (const [name, text] of Object.entries(YEAR)) await writeFile(join(year, name), text);
});
afterAll(() => folder.remove());

describe("mingzhang monitor", () => {
  it("shows lights, what is unexplained, what is overdue, and ends with 1 for them", async () => {
    const { code, out } = await run("monitor", FIXTURE, "--at", "2023-07-31", "--year", year);
    expect(code).toBe(1);
    expect(out).toMatch(/红 {2}预算执行 .*执行 9\.60万元 {2}30% +待填：偏差原因、全年预计、纠偏措施/u);
    expect(out).toMatch(/绿 {2}老干部活动中心运行天数 .*≥200天　现 120天（手工填报） +60%/u);
    expect(out).toMatch(/绿 {2}设备完好率 .*现 95%（台账统计）/u);
    expect(out).toMatch(/— {2}服务质量合格率 .*未填报.*待填：完成值/u);
    expect(out).toContain(`2023-06-30　${PROJECT}　设备运行率：更换压缩机`);
  });

  it("asks nothing on a day that is no round of the place, and shows the lights", async () => {
    const { code, out } = await run("monitor", FIXTURE, "--at", "2023-06-30", "--year", year);
    expect(out).toMatch(/红 {2}预算执行 /u);
    expect(out).not.toContain("待填");
    expect(out).toContain("不是规定的监控时点，灯不要求说明；逾期措施 0 项。");
    expect(code).toBe(0);
  });

  it("asks for the date, and for one of the budget year", async () => {
    const none = await run("monitor", FIXTURE);
    expect([none.code, none.error.split("\n")[0]]).toEqual([
      2,
      "没有写监控截至哪一天。请用 --at 指定，如 --at 2023-07-31。",
    ]);
    const other = await run("monitor", FIXTURE, "--at", "2024-07-31", "--year", year);
    expect([other.code, other.error]).toEqual([
      2,
      expect.stringContaining("--at 2024-07-31 不在预算年度 2023 年内。"),
    ]);
  });

  it("reports what is wrong with the year's sheets and judges nothing", async () => {
    const wrong = join(folder.path, "wrong");
    await mkdir(wrong);
    await writeFile(join(wrong, "progress.csv"), "date,project,indicator\n2023-07-31,没有的项目,天数\n");
    const { code, out, error } = await run("monitor", FIXTURE, "--at", "2023-07-31", "--year", wrong);
    expect([code, out]).toEqual([1, ""]);
    expect(error).toContain("没有的项目");
  });

  it("has nothing to find fault with in a year that was explained in time", async () => {
    const { code, out } = await run("monitor", FIXTURE, "--at", "2023-07-31");
    expect(code).toBe(0);
    expect(out).toContain("说明齐全，没有逾期的纠偏措施。");
  });
});

describe("mingzhang evaluate", () => {
  it("prints the arithmetic of every score and writes all forms with their data", async () => {
    const target = join(folder.path, "out");
    const { code, out } = await run("evaluate", FIXTURE, "--year", year, "-o", target);
    expect(code).toBe(1);
    // 150 of 200 days × 12 = 9; 37 of 40 inspections, 92.5 of 95 × 12 = 11.6842…; 96,000 of 320,000 yuan × 10 = 3.
    expect(out).toContain("min(1, 150 ÷ 200) × 12 = 9");
    expect(out).toContain("指标 20.68 + 执行率 3 = 23.68");
    const files = await filesIn(target);
    expect(files.filter((file) => file.startsWith("data/"))).toEqual([
      "data/evaluation.json",
      "data/evidence.csv",
      "data/scores.csv",
    ]);
    // 自评, 复核, 汇总, 预算调整; no target was changed, so no form of it.
    for (const format of ["html", "xlsx", "docx", "pdf"])
      expect(files.filter((file) => file.startsWith(`${format}/`))).toHaveLength(4);
    const scores = await readFile(join(target, "data/scores.csv"), "utf8");
    expect(scores).toContain(`${PROJECT},设备完好率,≥95%,92.5%,台账统计`);
    const evidence = await readFile(join(target, "data/evidence.csv"), "utf8");
    expect(evidence.match(/设备完好检查/gu)).toHaveLength(2);
    // The digest tells which file it was; what people called it may name somebody.
    expect(evidence).toContain("a1".repeat(32));
    const published = files.filter((file) => /^(?:data|html)\//u.test(file));
    for (const file of published) expect(await readFile(join(target, file), "utf8")).not.toContain("王某某");
    expect(scores).toContain(`${PROJECT},老干部活动中心运行天数,≥200天,150天,手工填报`);
  });
});
