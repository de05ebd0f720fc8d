import type { AuditFinding, Outcomes } from "@mingzhang/core";
import { writeWorkbook } from "../workbook/index.ts";
import { type ExpectedRow, expectedSheet } from "./expected-sheet.ts";
import { type ListColumn, listSheet } from "./list-sheet.ts";
import { placeText } from "./place-text.ts";
import { REPORT_STYLES } from "./styles.ts";

/** What the audit of many packs knows of one of them. */
export interface AuditedPack {
  readonly name: string;
  /** How the audit of it ended, in words: 已核对, 读不了, 超时 … */
  readonly state: string;
  readonly failed: boolean;
  readonly body?: string;
  readonly year?: number;
  readonly kind?: string;
  readonly files: number;
  readonly tables: number;
  readonly facts: number;
  readonly unread: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly outcomes: Outcomes;
  readonly findings: readonly PackFinding[];
  /** Where packs of last year were given: the one that it was compared with, or why none was. */
  readonly prior?: string;
}

/** Findings of reading have no group and no basis. */
export type PackFinding = Pick<
  AuditFinding,
  "rule" | "level" | "message" | "remedy" | "place" | "printed" | "expected" | "difference"
> &
  Partial<Pick<AuditFinding, "group" | "consequence" | "basis">>;

/**
 * The workbook of an audit of many packs: one row a pack, what became of those that had to be
 * published, and a sheet of all findings.
 */
export async function writeAuditSummary(
  packs: readonly AuditedPack[],
  expected?: readonly ExpectedRow[],
): Promise<Uint8Array> {
  const findings = packs.flatMap((pack) => pack.findings.map((finding) => ({ pack: pack.name, finding })));
  return writeWorkbook({
    title: "预算公开核对汇总",
    styles: REPORT_STYLES,
    sheets: [
      listSheet(
        "一份一行",
        packs.some(({ prior }) => prior !== undefined) ? [...PACK_COLUMNS, PRIOR_COLUMN] : PACK_COLUMNS,
        packs,
      ),
      ...(expected === undefined ? [] : [expectedSheet(expected)]),
      listSheet("全部问题", FINDING_COLUMNS, findings),
    ],
  });
}

const PACK_COLUMNS: readonly ListColumn<AuditedPack>[] = [
  { heading: "材料", width: 30, value: ({ name }) => name },
  { heading: "部门（单位）", width: 30, value: ({ body }) => body },
  { heading: "年度", width: 7, value: ({ year }) => year },
  { heading: "种类", width: 10, value: ({ kind }) => kind },
  {
    heading: "核对情况",
    width: 12,
    value: ({ state }) => state,
    style: ({ failed }) => (failed ? "error" : "text"),
  },
  { heading: "文件", width: 7, value: ({ files }) => files },
  { heading: "表", width: 7, value: ({ tables }) => tables },
  { heading: "数字", width: 8, value: ({ facts }) => facts },
  { heading: "错误", width: 7, value: ({ errors }) => errors },
  { heading: "疑点", width: 7, value: ({ warnings }) => warnings },
  { heading: "提示", width: 7, value: ({ notices }) => notices },
  { heading: "成立", width: 8, value: ({ outcomes }) => outcomes.holds },
  { heading: "四舍五入", width: 9, value: ({ outcomes }) => outcomes.rounding },
  { heading: "矛盾", width: 7, value: ({ outcomes }) => outcomes.conflict },
  { heading: "不适用", width: 8, value: ({ outcomes }) => outcomes.notApplicable },
  { heading: "未能核对", width: 9, value: ({ outcomes }) => outcomes.couldNotCheck },
  { heading: "未读懂", width: 8, value: ({ unread }) => unread },
];

const PRIOR_COLUMN: ListColumn<AuditedPack> = {
  heading: "上年材料",
  width: 40,
  value: ({ prior }) => prior,
};

const LEVELS = { error: "错误", warning: "疑点", notice: "提示" } as const;

interface FindingRecord {
  readonly pack: string;
  readonly finding: PackFinding;
}

const FINDING_COLUMNS: readonly ListColumn<FindingRecord>[] = [
  { heading: "材料", width: 26, value: ({ pack }) => pack },
  {
    heading: "级别",
    width: 7,
    value: ({ finding }) => LEVELS[finding.level],
    style: ({ finding }) => (finding.level === "error" ? "error" : "text"),
  },
  { heading: "规则", width: 26, value: ({ finding }) => finding.rule },
  {
    heading: "位置",
    width: 20,
    value: ({ finding }) => (finding.place === undefined ? "" : placeText(finding.place)),
  },
  { heading: "问题", width: 60, value: ({ finding }) => finding.message.zh },
  { heading: "印作", width: 14, value: ({ finding }) => finding.printed },
  { heading: "应为", width: 14, value: ({ finding }) => finding.expected },
  { heading: "相差", width: 12, value: ({ finding }) => finding.difference },
  { heading: "怎么办", width: 40, value: ({ finding }) => finding.remedy?.zh },
  {
    heading: "同因",
    width: 10,
    value: ({ finding }) =>
      finding.group === undefined ? "" : `${finding.group}${finding.consequence === true ? "（连带）" : ""}`,
  },
];
