import { DISCLOSED_DOCUMENTS } from "@mingzhang/core";
import { z } from "zod";
import { Day, FindingValue, Id, Instant, Sha256, Year } from "../common.ts";
import { YEAR_STATES } from "../roles.ts";
import { defineRoute } from "../route.ts";
import { CheckResult } from "./budgets.ts";
import { CellText, FieldId, SheetId } from "./entry.ts";
import { EvaluationView, MonitoringView, PerformanceSummary } from "./year-views.ts";

const OnBudget = z.object({ budget: Id });

export const Attachment = z.object({
  sha256: Sha256,
  name: z.string(),
  size: z.int(),
  /** Only the body's own people may open it, because it names persons; otherwise all who read the register. */
  confined: z.boolean(),
  personName: z.string(),
  at: Instant,
});
export type Attachment = z.infer<typeof Attachment>;

/** What the workspace knows of a document that the body had to publish. */
export const KnownDisclosure = z.object({
  document: z.enum(DISCLOSED_DOCUMENTS.map(({ id }) => id)),
  approvalDate: Day,
  publicationDate: Day.nullable(),
  address: z.string(),
});
export type KnownDisclosure = z.infer<typeof KnownDisclosure>;

/** A body on the bureau's page. */
export const BodyPerformance = z.object({
  bodyId: Id,
  budgetId: Id,
  yearState: z.enum(YEAR_STATES),
  /** As of `at` of the answer; null: not computed yet. */
  summary: PerformanceSummary.nullable(),
  /** The summary is of an earlier state of the entry: a newer one is being computed. */
  stale: z.boolean(),
});
export type BodyPerformance = z.infer<typeof BodyPerformance>;

export const YEAR_ROUTES = {
  checkYear: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/year/check",
    access: "read",
    doc: {
      zh: "读预算和年度各表：哪里填得不对。监控、自评以它没有错误为前提。",
      en: "Read budget and year: what is wrong where. Monitoring and evaluation need it to be without errors.",
    },
    params: OnBudget,
    response: CheckResult,
  }),
  monitoring: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/year/monitoring",
    access: "read",
    doc: {
      zh: "某一天的双监控：预算执行和每个指标的灯，要答的话，逾期的措施。默认今天，不晚于年末。",
      en: "Lights of execution and indicators on a day, what they demand, overdue measures. By default today.",
    },
    params: OnBudget,
    query: z.object({ at: Day.optional() }),
    response: z.object({
      revision: z.int(),
      /** null: see `checkYear`. */
      monitoring: MonitoringView.nullable(),
    }),
  }),
  evaluation: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/year/evaluation",
    access: "read",
    doc: {
      zh: "自评：每项得分及算式，复核分，等级，汇总。",
      en: "The self-evaluation: every score with its arithmetic, reviewers' scores, grades, the summary.",
    },
    params: OnBudget,
    response: z.object({ revision: z.int(), evaluation: EvaluationView.nullable() }),
  }),
  trail: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/year/trail",
    access: "read",
    doc: {
      zh: "一个指标的完成值由台账的哪些记录得出。",
      en: "The records of the register from which an indicator's actual value is counted.",
    },
    params: OnBudget,
    query: z.object({
      /** Left out: of the whole body. */
      project: z.string().max(500).optional(),
      indicator: z.string().min(1).max(500),
      at: Day.optional(),
    }),
    response: z.object({
      revision: z.int(),
      /** Rows of the sheet `records`, in their order. */
      records: z.array(Id),
    }),
  }),
  knownDisclosures: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/year/disclosures",
    access: "read",
    doc: {
      zh: "工作区自己知道的公开情况；“信息公开情况”中填了的以填的为准。",
      en: "What the workspace itself knows of publications; what is typed in the sheet `disclosures` counts instead.",
    },
    params: OnBudget,
    response: z.object({ disclosures: z.array(KnownDisclosure) }),
  }),
  scanYear: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/year/scan",
    access: "read",
    doc: {
      zh: "自评公开前的自动扫描：文字中的身份证号、手机号、银行账号、密级标志。",
      en: "The scan before a self-evaluation is published, of the texts that are printed.",
    },
    params: OnBudget,
    response: z.object({ findings: z.array(FindingValue.extend({ key: z.string() })) }),
  }),
  readExport: defineRoute({
    method: "POST",
    path: "/api/budgets/:budget/sheets/:sheet/export",
    access: "record",
    doc: {
      zh: "读另一系统导出的表（支付明细、佐证台账），给出认出的行，去掉表中已有的；什么也不存，要加入的由改动加入。几张工作表都像时给出其名，再用 name 指定。",
      en: "Read another system's export of payments or evidence: gives the rows that were understood, without those that are there. Nothing is kept: rows are added by an edit. Where several sheets fit, their names are given and `name` chooses.",
    },
    params: z.object({ budget: Id, sheet: SheetId }),
    query: z.object({ name: z.string().max(200).optional() }),
    upload: ["file"],
    response: z.object({
      rows: z.array(z.record(FieldId, CellText)),
      known: z.int().describe("rows left out because they are in the sheet"),
      findings: z.array(FindingValue),
      choices: z.array(z.string()),
    }),
  }),
  attach: defineRoute({
    method: "POST",
    path: "/api/budgets/:budget/attachments",
    access: "record",
    doc: {
      zh: "上传台账的附件；校验码填入记录的 attachment_sha256。含个人信息的只限本单位（默认）。",
      en: "Upload attachments of records, whose digest goes into `attachment_sha256`. Confined to the body unless said.",
    },
    params: OnBudget,
    query: z.object({ confined: z.enum(["yes", "no"]).optional() }),
    upload: ["files"],
    response: z.object({ attachments: z.array(Attachment) }),
  }),
  attachments: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/attachments",
    access: "read",
    doc: { zh: "能看的附件。", en: "The attachments that one may open." },
    params: OnBudget,
    response: z.object({ attachments: z.array(Attachment) }),
  }),
  attachment: defineRoute({
    method: "GET",
    path: "/api/budgets/:budget/attachments/:sha256",
    access: "read",
    doc: { zh: "下载附件。", en: "Download an attachment." },
    params: z.object({ budget: Id, sha256: Sha256 }),
    download: true,
  }),
  confineAttachment: defineRoute({
    method: "PUT",
    path: "/api/budgets/:budget/attachments/:sha256/confined",
    access: "record",
    doc: {
      zh: "附件只限本单位打开，或凡能看台账的都能打开；由能上传的人改，记入修改记录。",
      en: "Confine an attachment to its body, or open it to all who read the register; by who may upload, in the history.",
    },
    params: z.object({ budget: Id, sha256: Sha256 }),
    body: z.strictObject({ confined: z.boolean() }),
    response: Attachment,
  }),
  performance: defineRoute({
    method: "GET",
    path: "/api/performance",
    access: "signed-in",
    doc: {
      zh: "各机构一年的绩效：灯、未答、逾期、执行、自评状态和等级。只读已算好的汇总；没算好的标明并排队。",
      en: "The year of the bodies that one may see, from summaries; those not up to date say so and are queued.",
    },
    query: z.object({ year: z.coerce.number().pipe(Year), at: Day.optional() }),
    response: z.object({ at: Day, bodies: z.array(BodyPerformance) }),
  }),
};
