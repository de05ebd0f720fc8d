import {
  actualText,
  type EvaluatedForm,
  type EvaluatedIndicator,
  type EvidenceRecord,
  formatYuan,
  ratioText,
  type SelfEvaluation,
  SOURCES,
  statedTarget,
  trailOf,
} from "@mingzhang/core";
import { toCsv } from "./csv.ts";
import type { DataFile } from "./index.ts";
import { toJson } from "./json.ts";

/**
 * The scores of a self-evaluation as open data, with the records that each value was counted from as they were on the
 * day: `scores.csv`, `evidence.csv`, and both in `evaluation.json`. Nobody's name is in them, nor what people called
 * their files; the digest tells which they were.
 */
export function evaluationData(evaluation: SelfEvaluation): readonly DataFile[] {
  const records = evaluation.forms.flatMap(formRecords);
  const evidence = evaluation.forms.flatMap(({ project, indicators }) =>
    indicators.flatMap((indicator) =>
      recordsOf(indicator).map((record) => ({ form: project?.name ?? "", ...record })),
    ),
  );
  return [
    { name: "scores.csv", bytes: table(SCORE_FIELDS, records) },
    { name: "evidence.csv", bytes: table(EVIDENCE_FIELDS, evidence) },
    { name: "evaluation.json", bytes: toJson({ forms: evaluation.forms.map(formJson) }) },
  ];
}

type Fields = Readonly<Record<string, string>>;

function table(fields: readonly string[], records: readonly Fields[]): Uint8Array {
  return toCsv([fields, ...records.map((record) => fields.map((field) => record[field] ?? ""))]);
}

const SCORE_FIELDS = [
  "project",
  "indicator",
  "target",
  "actual",
  "source",
  "trail",
  "weight",
  "points",
  "exact_points",
  "arithmetic",
  "reason",
  "improvement",
  "department_score",
  "bureau_score",
];

/** The execution and the total have rows of their own, told apart by what stands for the indicator. */
function formRecords(form: EvaluatedForm): readonly Fields[] {
  const { executionScore, execution, total } = form;
  const project = form.project?.name ?? "";
  const executed = executionScore === undefined ? [] : [executionRecord(project, executionScore, execution)];
  return [
    ...form.indicators.map((indicator) => ({ project, ...scoreRecord(indicator) })),
    ...executed,
    {
      project,
      indicator: "总分",
      actual: total.grade ?? "",
      weight: ratioText(total.full),
      points: ratioText(total.printed),
      exact_points: fraction(total.points),
      arithmetic: total.arithmetic,
      department_score:
        form.reviewed.department === undefined ? "" : ratioText(form.reviewed.department.printed),
      bureau_score: form.reviewed.bureau === undefined ? "" : ratioText(form.reviewed.bureau.printed),
    },
  ];
}

function executionRecord(
  project: string,
  { printed, points, full, arithmetic, reviews }: NonNullable<EvaluatedForm["executionScore"]>,
  { original, adjusted, executed }: EvaluatedForm["execution"],
): Fields {
  return {
    project,
    indicator: "预算执行率",
    target: formatYuan(adjusted),
    actual: formatYuan(executed),
    source: "支付记录",
    trail: `年初预算数 ${formatYuan(original)} 元，全年预算数 ${formatYuan(adjusted)} 元，全年执行数 ${formatYuan(executed)} 元`,
    weight: ratioText(full),
    points: points === undefined ? "" : ratioText(printed),
    exact_points: points === undefined ? "" : fraction(points),
    arithmetic,
    department_score: reviews.department?.score ?? "",
    bureau_score: reviews.bureau?.score ?? "",
  };
}

function scoreRecord(indicator: EvaluatedIndicator): Fields {
  const { current, actual, weight, score, printed, said, reviews } = indicator;
  return {
    indicator: current.name,
    target: statedTarget(current),
    actual: actualText(current, actual) ?? "",
    source: SOURCES[actual.source],
    trail: trailOf(actual),
    weight: ratioText(weight),
    points: ratioText(printed),
    exact_points: fraction(score.points),
    arithmetic: score.arithmetic,
    reason: said?.reason ?? "",
    improvement: said?.improvement ?? "",
    department_score: reviews.department?.score ?? "",
    bureau_score: reviews.bureau?.score ?? "",
  };
}

const EVIDENCE_FIELDS = [
  "form",
  "indicator",
  "number",
  "date",
  "kind",
  "project",
  "matter",
  "place",
  "count",
  "measure_unit",
  "reached",
  "due",
  "amount_yuan",
  "attachment_sha256",
];

/** The records that a value was counted from; who recorded them is left out. */
function recordsOf({ current, actual }: EvaluatedIndicator): readonly Fields[] {
  return (actual.counted?.records ?? []).map((record) => ({
    indicator: current.name,
    ...evidenceRecord(record),
  }));
}

function evidenceRecord(record: EvidenceRecord): Fields {
  return {
    number: record.number ?? "",
    date: record.date,
    kind: record.kind,
    project: record.project ?? "",
    matter: record.matter,
    place: record.place ?? "",
    count: record.count ?? "",
    measure_unit: record.measureUnit ?? "",
    reached: record.reached ?? "",
    due: record.due ?? "",
    amount_yuan: formatYuan(record.amount),
    attachment_sha256: record.attachmentSha256 ?? "",
  };
}

function formJson(form: EvaluatedForm) {
  return {
    project: form.project?.name ?? null,
    scores: formRecords(form).map(({ project: _, ...record }) => record),
    evidence: form.indicators.flatMap(recordsOf),
    concerns: form.concerns,
  };
}

/** An exact fraction as text: "1860/95". */
function fraction({
  numerator,
  denominator,
}: {
  readonly numerator: bigint;
  readonly denominator: bigint;
}): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}
