import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, temporaryFolder } from "./testing/run.ts";

const pack = (body: string, year: number, lines: readonly string[]) =>
  [`${body}${year}年部门预算`, "第一部分 部门概况", "一、部门预算收支情况", ...lines, MORE].join("\n");
const MORE = "基本支出和项目支出均由财政拨款安排，支出预算按规定编制，无政府采购。";
const THIS_YEAR = [
  "2024年收入预算1000.00万元，比2023年预算增加100.00万元，增长11.11%，主要原因是人员增加。",
  "“三公”经费预算6.00万元，其中：公务接待费2.00万元，比2023年预算减少2.00万元，主要原因是厉行节约。",
  "机关运行经费21.00万元，比2023年预算增加1.00万元，主要原因是人员增加。",
];
const LAST_YEAR = [
  "2023年收入预算900.00万元，均为财政拨款收入。",
  "“三公”经费预算7.00万元，其中：公务接待费3.00万元。",
  "机关运行经费20.00万元。",
];

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
const path = (name: string) => join(temporary.path, name);
beforeAll(async () => {
  temporary = await temporaryFolder();
  await writeFile(path("2024.txt"), pack("示例区民政局", 2024, THIS_YEAR));
  await writeFile(path("2023.txt"), pack("示例区民政局", 2023, LAST_YEAR));
  await writeFile(path("other.txt"), pack("示例区司法局", 2023, LAST_YEAR));
});
afterAll(() => temporary.remove());

describe("last year's pack", () => {
  it("shows the figure of last year that was not published so", async () => {
    const { code, out } = await run("check", path("2024.txt"), "--prior", path("2023.txt"));
    expect(code).toBe(1);
    expect(out).toContain("由2.00万元、减少2.00万元推算）为4.00万元，上年公开件是3.00万元");
    expect(out.match(/上年公开件是/gu)).toHaveLength(1);
  });

  it("of another body is refused and compared with nothing", async () => {
    const { code, out } = await run("check", path("2024.txt"), "--prior", path("other.txt"));
    expect(code).toBe(0);
    expect(out).toContain("不是同一单位；未与上年比较");
    expect(out).not.toContain("上年公开件是");
  });

  it("is missed where none was given", async () => {
    const { out } = await run("check", path("2024.txt"));
    expect(out).toContain("没有给出上年材料");
  });

  it("that is not there ends the command", async () => {
    const said = await run("check", path("2024.txt"), "--prior", path("none.pdf"));
    expect(said).toMatchObject({ code: 3, error: expect.stringContaining("none.pdf") });
  });
});

describe("dates", () => {
  it("tell how many days late a pack was published", async () => {
    const { code, out } = await run(
      ...["check", path("2024.txt"), "--approved", "2024-02-09", "--published", "2024年3月5日"],
    );
    expect(code).toBe(1);
    expect(out).toContain("逾期5天");
    expect(out).toContain("《中华人民共和国预算法》第十四条");
  });

  it("that are none are refused", async () => {
    const said = await run("check", path("2024.txt"), "--approved", "2024-02-30");
    expect(said.code).toBe(2);
    expect(said.error).toMatch(/^--approved 要一个日期.*\n--approved takes a date/u);
  });
});
