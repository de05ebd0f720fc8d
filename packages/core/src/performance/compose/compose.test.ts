import { describe, expect, it } from "vitest";
import { openBook } from "../../book/book.ts";
import { SAMPLE_BUDGET } from "../../budget/testing/sample-budget.ts";
import type { Document, Grid } from "../../document/document.ts";
import { findProfile } from "../../profile/profiles.ts";
import { evaluate } from "../evaluate.ts";
import { monitor } from "../monitor.ts";
import { SAMPLE_YEAR } from "../testing/sample-year.ts";
import { composeAdjustments } from "./adjustments.ts";
import { composeEvaluation } from "./evaluation.ts";
import { composeMonitoring } from "./monitoring.ts";
import type { Subject } from "./report.ts";
import { composeReview } from "./review.ts";
import { composeSummary } from "./summary.ts";
import { composeTargetChanges } from "./target-changes.ts";

const subject = subjectOf("chongqing-district");

function subjectOf(id: string): Subject {
  const profile = findProfile(id);
  if (profile === undefined) throw new Error(id);
  return { budget: SAMPLE_BUDGET, profile };
}

function documents(of: Subject): Readonly<Record<string, Document>> {
  const evaluation = evaluate(of.budget, SAMPLE_YEAR, of.profile);
  return {
    monitoring: composeMonitoring(monitor(of.budget, SAMPLE_YEAR, of.profile, "2023-07-31"), of),
    evaluation: composeEvaluation(evaluation, of),
    review: composeReview(evaluation, of),
    summary: composeSummary(evaluation, of),
    targets: composeTargetChanges(SAMPLE_YEAR, of),
    adjustments: composeAdjustments(SAMPLE_YEAR, of),
  };
}

const FORMS = documents(subject);

function gridsOf(document: Document | undefined): readonly Grid[] {
  return (document?.blocks ?? []).filter((block): block is Grid => block.type === "grid");
}

/** The texts of a form's row that begins with a word, or has it second or third beside merged cells. */
function row(form: string, grid: string, word: string, from = FORMS): readonly string[] {
  const rows = gridsOf(from[form]).find(({ id }) => id === grid)?.rows ?? [];
  const found = rows.find((cells) => cells.slice(0, 3).some(({ text }) => text === word)) ?? [];
  const texts = found.map(({ text }) => text);
  return texts.slice(texts.indexOf(word));
}

/** How many columns each row covers, with the cells that reach down into it. */
function widthsOf({ rows }: Grid): readonly number[] {
  const covered = rows.map(() => 0);
  for (const [index, cells] of rows.entries()) {
    for (const { colSpan = 1, rowSpan = 1 } of cells) {
      for (let below = index; below < index + rowSpan; below++)
        covered[below] = (covered[below] ?? 0) + colSpan;
    }
  }
  return covered;
}

describe("every form of the year", () => {
  const all = Object.values(FORMS).flatMap(gridsOf);

  it("fills its columns in every row", () => {
    const uneven = all.filter((grid) => widthsOf(grid).some((width) => width !== grid.columns.length));
    expect(uneven.map(({ id }) => id)).toEqual([]);
  });

  it("has ids and sheet names of its own within its document", () => {
    for (const document of Object.values(FORMS)) {
      const names = gridsOf(document).flatMap(({ id, shortName }) => [id, shortName]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("prints nobody's name", () => {
    expect(JSON.stringify(FORMS)).not.toContain("李四");
  });

  it("prints amounts in the unit of the place", () => {
    const yuan = documents(subjectOf("shanghai-district"));
    expect(row("adjustments", "execution", "档案服务专项")).toEqual([
      "档案服务专项",
      "3.00",
      "0.60",
      "3.60",
      "2.70",
      "75%",
    ]);
    expect(row("adjustments", "execution", "档案服务专项", yuan).slice(1, 4)).toEqual([
      "30,000.00",
      "6,000.00",
      "36,000.00",
    ]);
    expect(gridsOf(yuan.adjustments)[0]?.aboveRight).toBe("单位：元");
  });
});

describe("the monitoring form", () => {
  it("says target, value, source, completion, light and what is still missing", () => {
    // 1,200 of 2,000 volumes by July; 7/12 of 2,000 are due, so the progress is 102.86 %.
    expect(row("monitoring", "project-1", "数字化档案数量")).toEqual([
      "数字化档案数量",
      "≥2000卷",
      "1200卷",
      "台账统计",
      "60%",
      "绿",
      "",
      "",
      "",
      "",
    ]);
    expect(row("monitoring", "project-1", "查阅满意度").slice(1, 6)).toEqual([
      "≥95%",
      "94%",
      "手工填报",
      "98.95%",
      "绿",
    ]);
  });

  it("does not know on its date that a measure was done later", () => {
    const year = {
      ...SAMPLE_YEAR,
      progress: SAMPLE_YEAR.progress.map((said) => ({
        ...said,
        date: "2023-07-31",
        forecast: "1900",
        measureDone: "2023-09-01",
      })),
    };
    const monitoring = monitor(SAMPLE_BUDGET, year, subject.profile, "2023-07-31");
    const late = { late: composeMonitoring(monitoring, subject) };
    const answers = row("late", "project-1", "数字化档案数量", late).slice(-3);
    expect(answers).toEqual(["1900卷", "加班扫描", "2023-06-30"]);
  });

  it("judges the budget by what is adjusted on the date, and lists overdue measures", () => {
    // The supplement of August is not there yet: 15,000 of 30,000 yuan.
    expect(row("monitoring", "overview", "档案服务专项").slice(0, 6)).toEqual([
      "档案服务专项",
      "3.00",
      "3.00",
      "1.50",
      "50%",
      "绿",
    ]);
    expect(row("monitoring", "overdue", "数字化档案数量").slice(1)).toEqual(["加班扫描", "2023-06-30", "31"]);
  });
});

describe("the self-evaluation form", () => {
  it("has each score beside its target, and the total out of exact scores", () => {
    // 1,800 of 2,400 volumes × 50 = 37.5; 93 of 95 × 40 = 39.1578…; 27,000 of 36,000 yuan × 10 = 7.5.
    expect(row("evaluation", "project-1", "数字化档案数量")).toEqual([
      "数字化档案数量",
      "≥2400卷",
      "1800卷",
      "50",
      "37.5",
      "年中由≥2000卷调整为≥2400卷：追加扫描任务。\n设备停用两月。\n改进措施：年初即采购。",
    ]);
    expect(row("evaluation", "project-1", "总分")).toEqual(["总分", "100", "84.16", "等级：良"]);
  });

  it("says how a score was computed and from how many records", () => {
    expect(row("evaluation", "project-1-arithmetic", "数字化档案数量")).toEqual([
      "数字化档案数量",
      "min(1, 1800 ÷ 2400) × 50 = 37.5",
      "37.5",
      "台账统计",
      "数量合计：项目“档案服务专项”，类别“活动”，事项含“扫描”；记录 3 条",
    ]);
  });

  it("puts indicators under their levels, marking the inferred ones", () => {
    const form = gridsOf(FORMS.evaluation).find(({ id }) => id === "project-1");
    const texts = form?.rows.flatMap((cells) => cells.map(({ text }) => text));
    expect(texts).toEqual(
      expect.arrayContaining(["产出指标", "数量指标*", "满意度指标", "服务对象满意度指标*"]),
    );
    expect(form?.below.join("")).toContain("推定");
  });
});

it("the review shows each reviewer's score and how far it is from the body's own", () => {
  expect(row("review", "project-1-review", "数字化档案数量")).toEqual([
    "数字化档案数量",
    "50",
    "37.5",
    "35",
    "-2.5",
    "",
    "",
    "主管部门：记录缺验收单。",
  ]);
  expect(row("review", "project-1-review", "总分").slice(2, 5)).toEqual(["84.16", "81.66", "-2.5"]);
});

it("the summary counts coverage and grades, and points at scores far above the execution", () => {
  expect(row("summary", "distribution", "项目绩效自评覆盖率")).toEqual(["项目绩效自评覆盖率", "100%"]);
  expect(row("summary", "distribution", "等级“良”的项目数")).toEqual(["等级“良”的项目数", "1"]);
  // 76.66 of 90 is 85.18 %, the execution 75 %: 11.95 % of it, above the 5 % of E06.
  expect(row("summary", "scores", "档案服务专项").at(-1)).toBe("是");
});

it("a change of targets has both versions, the reason and the budget beside it", () => {
  expect(row("targets", "target-change-1", "数字化档案数量")).toEqual([
    "数字化档案数量",
    "≥2000卷",
    "≥2400卷",
    "追加扫描任务。",
  ]);
  expect(row("targets", "target-change-1", "年初预算数")).toEqual([
    "年初预算数",
    "3.00",
    "调整后预算数",
    "3.60",
  ]);
});

it("the forms of a unit are about its own projects and money", () => {
  const of = { ...subject, book: openBook(SAMPLE_BUDGET, "机关") };
  expect(composeTargetChanges(SAMPLE_YEAR, of).blocks).toEqual([]);
  const own = { adjustments: composeAdjustments(SAMPLE_YEAR, of) };
  expect(gridsOf(own.adjustments)).toHaveLength(1);
  expect(row("adjustments", "execution", "支出合计", own).slice(1, 5)).toEqual([
    "10.70",
    "0.00",
    "10.70",
    "0.00",
  ]);
});

it("a reallocation balances and its filing is counted in days", () => {
  expect(row("adjustments", "adjustment-1", "合计")).toEqual([
    "合计",
    "0.20",
    "0.20",
    "调增与调减相等，预算总额不变。",
  ]);
  expect(row("adjustments", "adjustment-1", "“三公”经费备案")).toEqual([
    "“三公”经费备案",
    "2023-06-30",
    "备案文号",
    "示备〔2023〕1号",
    "是否及时",
    "批准后第10日，及时",
  ]);
  expect(row("adjustments", "adjustment-2", "合计").at(-1)).toBe("预算总额增加。");
});

it("marks each light with its tone beside its word, and what was not judged with none", () => {
  const cells = gridsOf(FORMS.monitoring).flatMap(({ rows }) => rows.flat());
  const tones = (word: string) => [
    ...new Set(cells.filter(({ text }) => text === word).map(({ tone }) => tone)),
  ];
  expect(["红", "黄", "绿", "蓝", "未评"].map(tones)).toEqual([
    ["bad"],
    ["warning"],
    ["good"],
    ["info"],
    [undefined],
  ]);
  const marked = cells.filter(({ tone }) => tone !== undefined);
  expect(marked.filter(({ text }) => !/^[红黄绿蓝]$/u.test(text))).toEqual([]);
});
