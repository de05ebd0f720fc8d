import {
  type Concern,
  evaluate,
  type Finding,
  type MonitoredScope,
  monitor,
  roundsOf,
} from "@mingzhang/core";
import type { CheckedYear, KeyedFinding } from "../api/index.ts";

/** What must still be said or corrected before a self-evaluation is submitted. */
export interface OpenAnswers {
  /** Errors of budget and year. */
  readonly errors: readonly KeyedFinding[];
  /** Lights without the answers that they demand. */
  readonly lights: readonly Finding[];
  /** Indicators without a value or a reason, and execution and adjustments without a reason. */
  readonly misses: readonly Finding[];
}

/** Of the profile's rounds only those since the approval (ISO) are asked for: before it there was nothing to monitor. */
export function openAnswersOf({ findings, readable }: CheckedYear, since: string): OpenAnswers {
  const errors = findings.filter(({ level }) => level === "error");
  if (readable === undefined) return { errors, lights: [], misses: [] };
  const { budget, year, profile, book } = readable;
  const lights = roundsOf(budget, profile)
    .filter((date) => date >= since)
    .flatMap((date) =>
      monitor(budget, year, profile, date, book).scopes.flatMap((each) => lightsOf(each, date)),
    );
  const misses = evaluate(budget, year, profile, book).forms.flatMap(({ project, concerns }) =>
    concerns.filter(({ kind }) => DEMANDING.has(kind)).map((concern) => missOf(concern, project?.name)),
  );
  return { errors, lights, misses };
}

const DEMANDING: ReadonlySet<Concern["kind"]> = new Set([
  "missing-actual",
  "lacks-reason",
  "low-execution",
  "unexplained-adjustment",
]);
const WHOLE = { zh: "部门整体", en: "the body as a whole" };
const ANSWER_TEXTS = {
  actual: { zh: "完成值", en: "the actual value" },
  reason: { zh: "偏差原因", en: "a reason" },
  forecast: { zh: "全年预计", en: "a forecast" },
  measure: { zh: "纠偏措施", en: "a measure" },
} as const;

function lightsOf({ project, missing, indicators }: MonitoredScope, date: string): readonly Finding[] {
  const where = project === undefined ? WHOLE : { zh: project.name, en: project.name };
  const lit = [
    { name: { zh: "预算执行", en: "execution" }, missing },
    ...indicators.map((each) => ({
      name: { zh: each.current.name, en: each.current.name },
      missing: each.missing,
    })),
  ];
  return lit
    .filter((each) => each.missing.length > 0)
    .map(({ name, missing: wanted }) => ({
      rule: "year/lights-answered",
      level: "error",
      message: {
        zh: `${date} ${where.zh}“${name.zh}”缺${wanted.map((one) => ANSWER_TEXTS[one].zh).join("、")}。`,
        en: `${date}, ${where.en}, ${name.en}: ${wanted.map((one) => ANSWER_TEXTS[one].en).join(", ")} missing.`,
      },
    }));
}

function missOf({ kind, text }: Concern, project: string | undefined): Finding {
  return {
    rule: `year/${kind}`,
    level: "error",
    message: { zh: `${project ?? WHOLE.zh}：${text}`, en: `${project ?? WHOLE.en}: ${text}` },
  };
}
