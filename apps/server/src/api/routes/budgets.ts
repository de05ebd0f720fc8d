import { z } from "zod";
import { Day, Empty, FindingValue, Id, Instant, Prose, Sha256, Year } from "../common.ts";
import { ACTIONS } from "../permissions.ts";
import { STATES, YEAR_STATES } from "../roles.ts";
import { defineRoute } from "../route.ts";
import { GATES, STEP_ACTIONS } from "../transitions.ts";

export const BudgetHead = z.object({
  id: Id,
  bodyId: Id,
  year: Year,
  state: z.enum(STATES),
  /** Where its year stands; null until the budget is approved. */
  yearState: z.enum(YEAR_STATES).nullable(),
  /** Counts the edits; every event and every answer to an edit carries it. */
  revision: z.int(),
  /** 批复日期, once approved. */
  approvalDate: Day.nullable(),
  /** Last version published; 0: none. */
  version: z.int(),
  changedAt: Instant,
  /** What the person asking may do now. */
  actions: z.array(z.enum(ACTIONS)),
});
export type BudgetHead = z.infer<typeof BudgetHead>;

const OnBudget = z.object({ budget: Id });

/** Why a step cannot be taken now. */
export const Blocker = z.object({
  gate: z.enum(GATES),
  message: z.object({ zh: z.string(), en: z.string() }),
  findings: z.array(FindingValue),
});
export type Blocker = z.infer<typeof Blocker>;

export const Step = z.object({
  id: Id,
  action: z.enum(ACTIONS),
  from: z.enum([...STATES, ...YEAR_STATES]),
  to: z.enum([...STATES, ...YEAR_STATES]),
  at: Instant,
  personId: Id,
  personName: z.string(),
  reason: z.string(),
  revision: z.int(),
});
export type Step = z.infer<typeof Step>;

export const StepInput = z.strictObject({
  action: z.enum(STEP_ACTIONS),
  /** The revision that the person looked at: where the budget has moved on, the step is refused (409). */
  revision: z.int(),
  /** `return`, `return-evaluation` and `correct` need one; for `publish` of a correction it says what changed. */
  reason: Prose.optional(),
  /** `approve`: the date of 批复. */
  approvalDate: Day.optional(),
  /** `clear`, `publish-evaluation`: keys of the scan's findings that were found harmless, see `scan`, `scanYear`. */
  acknowledged: z.array(z.string().max(400)).max(10_000).optional(),
});

export const CheckResult = z.object({
  revision: z.int(),
  /** Reading, deriving and tying up, the gravest first. `row`/`field`: the entry it concerns, where it is one. */
  findings: z.array(
    FindingValue.extend({
      key: z.string(),
      sheet: z.string().optional(),
      row: Id.optional(),
      field: z.string().optional(),
    }),
  ),
  counts: z.object({ error: z.int(), warning: z.int(), notice: z.int() }),
});
export type CheckResult = z.infer<typeof CheckResult>;

export const Explanation = z.object({
  key: z.string().max(400).describe("key of the warning in `check`"),
  text: z.string().max(10_000),
  personName: z.string(),
  at: Instant,
});

const NamedCode = z.object({ code: z.string(), name: z.string() });

/** What the classification of the new year makes of a code that was copied. */
export const CodeChangeValue = NamedCode.extend({
  catalogue: z.enum(["functional", "department-economic", "government-economic", "revenue"]),
  kind: z.enum(["replaced", "to-choose", "renamed"]),
  /** What stands in its place, or what is to be chosen from. */
  successors: z.array(NamedCode),
  rows: z.int(),
});
export type CodeChangeValue = z.infer<typeof CodeChangeValue>;

export const BUDGET_ROUTES = {
  budgets: defineRoute({
    method: "GET",
    path: "/api/budgets",
    access: "signed-in",
    doc: { zh: "能读的预算。", en: "The budgets that one may read." },
    query: z.object({ year: z.coerce.number().pipe(Year).optional(), body: Id.optional() }),
    response: z.object({ budgets: z.array(BudgetHead) }),
  }),
  openBudget: defineRoute({
    method: "POST",
    path: "/api/budgets",
    access: "open-budget",
    doc: {
      zh: "开始一个机构一年的预算（已有则返回已有的）；可从上年复制，科目按目录变化改码，改了的和须选的列在 codeChanges。",
      en: "Begin a body's budget of a year (or answer the existing one); may copy last year's, with codes renewed as `codeChanges` lists.",
    },
    body: z.strictObject({
      bodyId: Id,
      year: Year,
      profile: z.string().max(60).optional(),
      copyFrom: Id.optional(),
    }),
    response: BudgetHead.extend({ codeChanges: z.array(CodeChangeValue) }),
  }),
  budget: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget",
    access: "read",
    doc: { zh: "一套预算的状态。", en: "A budget's state." },
    params: OnBudget,
    response: BudgetHead,
  }),
  check: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/check",
    access: "read",
    doc: {
      zh: "在服务器上读、推导、核对当前的填报，与浏览器中的结果相同；提交、批复、公开都以它为准。",
      en: "Read, derive and check the entry on the server, as the browser does; submission and publication go by it.",
    },
    params: OnBudget,
    response: CheckResult,
  }),
  explanations: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/explanations",
    access: "read",
    doc: { zh: "对疑点的说明。", en: "Explanations of warnings." },
    params: OnBudget,
    response: z.object({ explanations: z.array(Explanation) }),
  }),
  explain: defineRoute({
    method: "PUT",
    path: "/api/budgets/:budget/explanations",
    access: "explain",
    doc: { zh: "说明一个疑点；空文字即撤销。", en: "Explain a warning; an empty text takes it back." },
    params: OnBudget,
    body: z.strictObject({ key: z.string().min(1).max(400), text: z.string().trim().max(10_000) }),
    response: Empty,
  }),
  steps: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/steps",
    access: "read",
    doc: { zh: "走过的步骤：谁、何时、为什么。", en: "Steps taken: who, when, why." },
    params: OnBudget,
    response: z.object({ steps: z.array(Step) }),
  }),
  blockers: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/blockers/:action",
    access: "read",
    doc: { zh: "某一步现在还差什么。", en: "What stands in the way of a step now." },
    params: z.object({ budget: Id, action: StepInput.shape.action }),
    response: z.object({ possible: z.boolean(), blockers: z.array(Blocker) }),
  }),
  step: defineRoute({
    method: "POST",
    path: "/api/budgets/:budget/steps",
    access: "signed-in",
    doc: {
      zh: "走一步：提交、撤回、签字、退回、收取、下达、批复、保密审查、公开、更正，以及自评的各步。权限按步骤名；条件不满足答422并列出原因；publish 同时冻结版本并排队生成文件。",
      en: "Take a step; needs the action of that name. 422 lists the blockers. `publish` freezes a version and queues its files.",
    },
    params: OnBudget,
    body: StepInput,
    response: BudgetHead,
  }),
  scan: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/scan",
    access: "read",
    doc: {
      zh: "保密审查的自动扫描：密级标志、身份证号、手机号、银行账号等出现在哪里。",
      en: "The confidentiality scan: classification marks, identity numbers, mobile numbers, bank accounts.",
    },
    params: OnBudget,
    response: z.object({ findings: z.array(FindingValue.extend({ key: z.string() })) }),
  }),
  consolidate: defineRoute({
    method: "POST",
    path: "/api/budgets/:budget/consolidate",
    access: "consolidate",
    doc: {
      zh: "把所属单位已收的预算汇入部门预算，替换这些单位以前汇入的行。",
      en: "Take the accepted budgets of the units into the department's, replacing what came from them before.",
    },
    params: OnBudget,
    body: z.strictObject({ units: z.array(Id).min(1) }),
    response: z.object({ revision: z.int(), rows: z.int() }),
  }),
  importWorkbook: defineRoute({
    method: "POST",
    path: "/api/budgets/:budget/import",
    access: "edit",
    doc: {
      zh: "导入填报工作簿或 CSV 文件，替换其中出现的各表；能读出的都导入，问题列出。",
      en: "Import the budget workbook or CSV files: replaces the sheets they hold; what is wrong is listed.",
    },
    params: OnBudget,
    upload: ["files"],
    response: z.object({ revision: z.int(), rows: z.int(), findings: z.array(FindingValue) }),
  }),
  exportWorkbook: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/workbook.xlsx",
    access: "read",
    doc: {
      zh: "导出预算（默认）或年度的填报工作簿；人员名单不导出。",
      en: "Export the workbook of the budget (by default) or of its year, without participants.",
    },
    params: OnBudget,
    query: z.object({
      part: z.enum(["budget", "year"]).optional(),
      version: z.coerce.number().pipe(z.int().min(1)).optional(),
    }),
    download: true,
  }),
  versions: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/versions",
    access: "read",
    doc: { zh: "冻结的版本。", en: "Frozen versions." },
    params: OnBudget,
    response: z.object({
      versions: z.array(
        z.object({ version: z.int(), revision: z.int(), at: Instant, reason: z.string(), digest: Sha256 }),
      ),
    }),
  }),
};
