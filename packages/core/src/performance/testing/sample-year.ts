import { SAMPLE_BUDGET } from "../../budget/testing/sample-budget.ts";
import type { PerformanceYear } from "../../budget/year.ts";
import { fen, ZERO } from "../../money/fen.ts";

const PROJECT = SAMPLE_BUDGET.projects[0]?.name ?? "";
const RECORD = { kind: "activity", project: PROJECT, amount: ZERO, recordedBy: "李四" } as const;
const LINE = { kind: "reallocation", date: "2023-06-20", unit: "档案馆", project: PROJECT } as const;

/**
 * The year of the sample budget: 30,000.00 yuan of its project, 1,200 of 2,000 volumes by the end of July and 1,800 by
 * December, a satisfaction of 93 of 100 asked, one three-public reallocation filed after ten days.
 */
export const SAMPLE_YEAR: PerformanceYear = {
  adjustments: [
    {
      ...LINE,
      document: "调1号",
      departmentEconomic: "30217",
      change: fen(-200_000),
      reason: "压减接待。",
      approval: "示财〔2023〕12号",
      filingDate: "2023-06-30",
      filingNumber: "示备〔2023〕1号",
    },
    { ...LINE, document: "调1号", departmentEconomic: "30227", change: fen(200_000), reason: "委托扫描。" },
    {
      ...LINE,
      document: "追1号",
      kind: "supplement",
      date: "2023-08-01",
      departmentEconomic: "30227",
      change: fen(600_000),
      reason: "增加扫描任务。",
    },
  ],
  payments: [
    {
      date: "2023-03-31",
      unit: "档案馆",
      project: PROJECT,
      departmentEconomic: "30201",
      amount: fen(1_500_000),
    },
    {
      date: "2023-11-30",
      unit: "档案馆",
      project: PROJECT,
      departmentEconomic: "30227",
      amount: fen(1_200_000),
    },
  ],
  records: [
    { ...RECORD, date: "2023-02-01", matter: "扫描", count: "700", measureUnit: "卷" },
    { ...RECORD, date: "2023-07-30", matter: "扫描", count: "500", measureUnit: "卷" },
    { ...RECORD, date: "2023-10-10", matter: "扫描", count: "600", measureUnit: "卷" },
    { ...RECORD, date: "2023-11-10", kind: "survey", matter: "查阅问卷", reached: "93", due: "100" },
  ],
  countings: [
    { project: PROJECT, indicator: "数字化档案数量", method: "sum", kind: "activity", matter: "扫描" },
    { project: PROJECT, indicator: "查阅满意度", method: "share", kind: "survey" },
  ],
  progress: [
    {
      date: "2023-04-30",
      project: PROJECT,
      indicator: "数字化档案数量",
      reason: "设备未到。",
      forecast: "2000卷",
      measure: "加班扫描",
      measureDue: "2023-06-30",
    },
    { date: "2023-07-31", project: PROJECT, indicator: "查阅满意度", actual: "94" },
  ],
  targetChanges: [
    {
      document: "目1号",
      date: "2023-08-01",
      project: PROJECT,
      indicator: "数字化档案数量",
      target: "2400",
      reason: "追加扫描任务。",
    },
  ],
  evaluations: [
    { project: PROJECT, summary: "基本完成扫描任务。" },
    { project: PROJECT, indicator: "数字化档案数量", reason: "设备停用两月。", improvement: "年初即采购。" },
    { indicator: "档案工作覆盖率", actual: "100" },
  ],
  reviews: [
    {
      level: "department",
      project: PROJECT,
      indicator: "数字化档案数量",
      score: "35",
      comment: "记录缺验收单。",
    },
  ],
  disclosures: [],
};
