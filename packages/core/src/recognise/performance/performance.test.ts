import { describe, expect, it } from "vitest";
import type { Cell, Grid } from "../../document/document.ts";
import { recognisePerformance } from "./performance.ts";
import { readTarget } from "./target.ts";

interface Printed {
  readonly text: string;
  readonly rowSpan?: number;
}

/** A grid of a page; a cell is a text, or a text over several rows. */
function grid(page: number, rows: readonly (readonly (string | Printed)[])[]): Grid {
  const cell = (printed: string | Printed): Cell => ({
    ...(typeof printed === "string" ? { text: printed } : printed),
    place: { kind: "page", page },
  });
  const width = Math.max(...rows.map((row) => row.length));
  return {
    type: "grid",
    id: `g${page}`,
    caption: page === 1 ? "2026年项目支出绩效目标表" : "",
    aboveRight: "金额单位：万元",
    columns: Array.from({ length: width }, (_, index) => ({
      id: `c${index}`,
      width: 1,
      align: "left" as const,
    })),
    headerRows: 1,
    rows: rows.map((row) => row.map(cell)),
    below: [],
    orientation: "landscape",
    place: { kind: "page", page },
  };
}

function formsOf(...grids: readonly Grid[]) {
  const document = { title: "", language: "zh-CN", blocks: grids };
  return recognisePerformance([{ name: "a.pdf", document }], "wan-yuan").performance;
}

const LIST = ["项目名称", "项目总额", "绩效目标", "一级指标", "三级指标", "指标性质", "指标值", "计量单位"];
const over = (text: string, rowSpan: number): Printed => ({ text, rowSpan });

describe("a list of projects over pages", () => {
  it("names a project that begins at the foot of a page on the next page", () => {
    const forms = formsOf(
      grid(1, [
        LIST,
        [over("甲项目", 2), over("10.00", 2), over("做甲。", 2), "产出指标", "甲数量", "≥", "1", "个"],
        ["满意度指标", "甲满意度", "≥", "95", "%"],
        ["", "", "做乙的前一半，", "产出指标", "乙数量", "≥", "2", "个"],
      ]),
      grid(2, [["乙项目", "20.00", "和后一半。", "满意度指标", "乙满意度", "≥", "90", "%"]]),
    );
    expect(forms.map(({ project, goal }) => [project?.text, goal?.text])).toEqual([
      ["甲项目", "做甲。"],
      ["乙项目", "做乙的前一半，和后一半。"],
    ]);
    expect(forms.map(({ amounts }) => amounts.map(({ text }) => text))).toEqual([["10.00"], ["20.00"]]);
    expect(forms.map(({ indicators }) => indicators.map(({ name }) => name))).toEqual([
      ["甲数量", "甲满意度"],
      ["乙数量", "乙满意度"],
    ]);
  });

  it("goes on with a project whose name is blank at the head of the next page", () => {
    const forms = formsOf(
      grid(1, [LIST, ["甲项目", "10.00", "做甲。", "产出指标", "甲数量", "≥", "1", "个"]]),
      grid(2, [["", "", "", "满意度指标", "甲满意度", "≥", "95", "%"]]),
    );
    expect(forms).toHaveLength(1);
    expect(forms[0]?.indicators).toHaveLength(2);
  });
});

describe("a form with labels", () => {
  const head = (project: string) => [
    ["项目名称", project, "", "", ""],
    ["主管部门", "某市交通局", "", "", ""],
    [over("资金金额（万元）", 2), "年度资金总额：", "9.00", "", ""],
    ["其中：财政拨款", "9.00", "", ""],
    ["总体目标", "保障道路通行。", "", "", ""],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
  ];

  it("takes operator and unit out of the target", () => {
    const [form] = formsOf(
      grid(1, [...head("养护"), ["", "产出指标", "数量指标", "指标1：里程", "≥50公里"]]),
    );
    expect(form?.indicators[0]).toMatchObject({ name: "里程", operator: "≥", target: "50", unit: "公里" });
    expect(form?.amounts.map(({ role, text }) => [role, text])).toEqual([
      ["total", "9.00"],
      ["part", "9.00"],
    ]);
    expect(form?.supervisor?.text).toBe("某市交通局");
  });

  it("begins another form at the next head", () => {
    const row = ["", "产出指标", "数量指标", "里程", "≥50公里"];
    const forms = formsOf(grid(1, [...head("养护"), row, ...head("检测"), row]));
    expect(forms.map(({ project }) => project?.text)).toEqual(["养护", "检测"]);
  });

  it("fits rows of the next page to the columns from the right", () => {
    const row = ["", "产出指标", "数量指标", "里程", "≥50公里"];
    const forms = formsOf(
      grid(1, [...head("养护"), row]),
      grid(2, [["效益指标", "社会效益指标", "通行能力", "提升"]]),
    );
    expect(forms[0]?.indicators[1]).toMatchObject({ level1: "效益指标", name: "通行能力", target: "提升" });
  });

  it("is blank when nothing is filled in, and takes no label for a value", () => {
    const rows = head("").map((row) =>
      row.map((text) => (text === "保障道路通行。" || text === "9.00" ? "" : text)),
    );
    const [form] = formsOf(grid(1, [...rows, ["", "产出指标", "数量指标", "", ""]]));
    expect(form).toMatchObject({ blank: true, indicators: [] });
  });
});

describe("a target", () => {
  it.each([
    ["≥95%", "≥", "95", "%"],
    [">=100百分比", "≥", "100", "%"],
    ["》90%", ">", "90", "%"],
    ["不低于5次", "≥", "5", "次"],
    ["16项", undefined, "16", "项"],
    ["≥1,000.5万元", "≥", "1000.5", "万元"],
    ["2026年全年", undefined, "2026年全年", ""],
    ["≥30次；≥5篇", undefined, "≥30次;≥5篇", ""],
    ["有所提升", undefined, "有所提升", ""],
  ])("%s", (text, operator, target, unit) => {
    expect(readTarget(text)).toEqual({ ...(operator === undefined ? {} : { operator }), target, unit });
  });
});
