import { fen, ZERO } from "../../money/fen.ts";
import type { Budget, BudgetLine } from "../budget.ts";

const LINE = {
  year: 2023,
  unit: "机关",
  fund: "general-public",
  carryOver: false,
  functional: "2013601",
} as const satisfies Partial<BudgetLine>;

/** A small budget without a fault, for tests to damage. */
export const SAMPLE_BUDGET: Budget = {
  department: {
    year: 2023,
    region: "示例区",
    profile: "chongqing-district",
    name: "示例区档案局",
    mandate: ["管理全区档案；", "提供查阅服务。"],
    structure: ["内设1个科室。"],
    overallGoal: "档案工作覆盖率达到100%。",
    approvalDate: "2023-02-10",
    publicationDate: "2023-02-24",
    contact: "张三",
    telephone: "023-00000000",
  },
  units: [
    { id: "机关", name: "示例区档案局（本级）", type: "administrative", mandate: [], structure: [] },
    { id: "档案馆", name: "示例区档案馆", type: "public-welfare-1", mandate: [], structure: [] },
  ],
  lines: [
    {
      ...LINE,
      kind: "personnel",
      departmentEconomic: "30101",
      governmentEconomic: "50101",
      amount: fen(10_000_000),
    },
    {
      ...LINE,
      kind: "operating",
      departmentEconomic: "30201",
      governmentEconomic: "50201",
      amount: fen(500_000),
    },
    {
      ...LINE,
      kind: "operating",
      departmentEconomic: "31002",
      governmentEconomic: "50306",
      procurement: "goods",
      amount: fen(200_000),
    },
    {
      ...LINE,
      unit: "档案馆",
      functional: "2013602",
      kind: "project",
      project: "档案服务专项",
      departmentEconomic: "30201",
      governmentEconomic: "50502",
      amount: fen(3_000_000),
    },
  ],
  revenues: [],
  priorLines: [
    { year: 2022, fund: "general-public", functional: "2013601", kind: "basic", amount: fen(9_000_000) },
  ],
  priorItems: [{ year: 2022, item: "three-public/reception", amount: ZERO }],
  projects: [
    {
      name: "档案服务专项",
      rank: "key",
      compiledBy: "示例区档案馆",
      supervisedBy: "示例区档案局",
      summary: "档案整理。",
      basis: "《示例区档案工作办法》（示府发〔2020〕1号）。",
      goal: "数字化档案数量≥2000卷，查阅满意度达到95%以上。",
      townSubsidy: ZERO,
    },
  ],
  indicators: [
    { name: "档案工作覆盖率", weight: "100", measureUnit: "%", operator: "=", target: "100", core: true },
    {
      project: "档案服务专项",
      name: "数字化档案数量",
      weight: "50",
      measureUnit: "卷",
      operator: "≥",
      target: "2000",
      core: true,
    },
    {
      project: "档案服务专项",
      name: "查阅满意度",
      weight: "40",
      measureUnit: "%",
      operator: "≥",
      target: "95",
      core: false,
    },
  ],
  procurements: [],
  assets: [{ item: "vehicle/emergency", held: 1, planned: 0 }],
  socialInsurance: [],
  reasons: [{ subject: "basic", reason: "在职人员增加2名" }],
  notes: [{ text: "本部门无涉密项目。" }],
};
