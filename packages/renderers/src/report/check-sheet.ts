import type {
  AuditFinding,
  AuditReport,
  Finding,
  ReportedContradiction,
  RuleReport,
  Text,
} from "@mingzhang/core";
import { writeWorkbook } from "../workbook/index.ts";
import { checkForm, formSheet } from "./check-form.ts";
import { type ListColumn, listSheet } from "./list-sheet.ts";
import { placeText } from "./place-text.ts";
import { REPORT_STYLES } from "./styles.ts";

/**
 * The audit of a pack as a finance bureau's check sheet (预算公开情况检查表), with a list of all problems and one
 * of what was not checked. `reading` is what reading the files found.
 */
export async function writeCheckSheet(
  report: AuditReport,
  reading: readonly Finding[] = [],
): Promise<Uint8Array> {
  const problems = [...reading, ...report.findings];
  const proofs = proofsOf(report);
  return writeWorkbook({
    title: "预算公开情况检查表",
    styles: REPORT_STYLES,
    sheets: [
      formSheet("检查表", checkForm(report)),
      listSheet("问题清单", PROBLEM_COLUMNS, problems),
      listSheet("未核对", OPEN_COLUMNS, openChecks(report.rules)),
      ...(proofs.length === 0 ? [] : [listSheet("矛盾证明", PROOF_COLUMNS, proofs)]),
    ],
  });
}

const LEVELS = { error: "错误", warning: "疑点", notice: "提示" } as const;
type Problem = Finding & Partial<AuditFinding>;

const PROBLEM_COLUMNS: readonly ListColumn<Problem>[] = [
  {
    heading: "级别",
    width: 7,
    value: ({ level }) => LEVELS[level],
    style: ({ level }) => (level === "error" ? "error" : "text"),
  },
  { heading: "位置", width: 22, value: ({ place }) => (place === undefined ? "" : placeText(place)) },
  { heading: "问题", width: 60, value: ({ message }) => message.zh },
  { heading: "印作", width: 14, value: ({ printed }) => printed },
  { heading: "应为", width: 14, value: ({ expected }) => expected },
  { heading: "相差", width: 12, value: ({ difference }) => difference },
  {
    heading: "依据",
    width: 26,
    value: ({ basis = [] }) =>
      basis.map(({ document, article }) => `《${document}》${article ?? ""}`).join("、"),
  },
  { heading: "怎么办", width: 40, value: ({ remedy }) => remedy?.zh },
  {
    heading: "同因",
    width: 10,
    value: ({ group = "", consequence }) => `${group}${consequence === true ? "（连带）" : ""}`,
  },
  { heading: "规则", width: 30, value: ({ rule }) => rule },
];

interface Proof {
  readonly group: string;
  readonly contradiction: ReportedContradiction;
}

function proofsOf({ contradictions, findings }: AuditReport): readonly Proof[] {
  return contradictions.map((contradiction, index) => ({
    contradiction,
    group: findings.find((finding) => finding.contradiction === index)?.group ?? "",
  }));
}

const PROOF_COLUMNS: readonly ListColumn<Proof>[] = [
  { heading: "同因", width: 8, value: ({ group }) => group },
  { heading: "为什么不能同时成立", width: 90, value: ({ contradiction }) => contradiction.proof.zh },
  { heading: "涉及几个数", width: 12, value: ({ contradiction }) => contradiction.set.variables.length },
  { heading: "怎样改就都成立", width: 70, value: ({ contradiction }) => contradiction.remedy?.zh },
];

interface OpenCheck {
  readonly rule: RuleReport;
  readonly reason: Text | undefined;
}

function openChecks(rules: readonly RuleReport[]): readonly OpenCheck[] {
  return rules
    .filter(({ outcomes }) => outcomes.couldNotCheck > 0)
    .flatMap((rule) => {
      const reasons = rule.reasons.length === 0 ? [undefined] : rule.reasons;
      return reasons.map((reason): OpenCheck => ({ rule, reason }));
    });
}

const OPEN_COLUMNS: readonly ListColumn<OpenCheck>[] = [
  { heading: "核对什么", width: 40, value: ({ rule }) => rule.title.zh },
  { heading: "未能核对的项数", width: 16, value: ({ rule }) => rule.outcomes.couldNotCheck },
  { heading: "为什么", width: 80, value: ({ reason }) => reason?.zh },
  { heading: "规则", width: 30, value: ({ rule }) => rule.rule },
];
