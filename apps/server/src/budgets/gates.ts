import { formatYuan, parseYuan } from "@mingzhang/core";
import type { z } from "zod";
import { type Blocker, type CeilingKind, type Gate, type StepInput, TRANSITIONS } from "../api/index.ts";
import { YEAR_GATES } from "../year/gates.ts";
import { type CheckWork, checkBudget, scanBudget } from "./checked.ts";

/** What a step was asked with. */
export type AskedStep = Partial<z.infer<typeof StepInput>> & Pick<z.infer<typeof StepInput>, "action">;

export interface GateContext {
  readonly work: CheckWork;
  readonly budget: string;
  readonly person: string;
  readonly asked: AskedStep;
}

/** Everything that stands in the way of a step, not only the first. */
export async function blockersOf(
  work: CheckWork,
  asking: Omit<GateContext, "work">,
): Promise<readonly Blocker[]> {
  const gates = TRANSITIONS.find(({ action }) => action === asking.asked.action)?.gates ?? [];
  const blockers: Blocker[] = [];
  for (const gate of gates) {
    const blocker = await GATES[gate]({ work, ...asking });
    if (blocker !== undefined) blockers.push({ gate, findings: [], ...blocker });
  }
  return blockers;
}

/** Why a gate is closed. */
export type Blocked = Omit<Blocker, "gate" | "findings"> & Partial<Pick<Blocker, "findings">>;

const GATES: Readonly<Record<Gate, (context: GateContext) => Promise<Blocked | undefined>>> = {
  "no-errors": async ({ work, budget }) => {
    const { findings, isPublishable } = await checkBudget(work, budget);
    const errors = findings.filter(({ level }) => level === "error");
    if (errors.length === 0 && isPublishable) return undefined;
    return {
      message: { zh: `还有 ${errors.length} 个错误。`, en: `There are ${errors.length} errors.` },
      findings: errors.slice(0, 100),
    };
  },
  ...YEAR_GATES,
  "within-ceilings": withinCeilings,
  "warnings-explained": async ({ work, budget }) => {
    const { findings } = await checkBudget(work, budget);
    const rows = await work.sql.rows("select key from explanation where budget_id = $1", [budget]);
    const explained = new Set(rows.map(({ key }) => key));
    const open = findings.filter(({ level, key }) => level === "warning" && !explained.has(key));
    if (open.length === 0) return undefined;
    return {
      message: { zh: `${open.length} 个疑点还没有说明。`, en: `${open.length} warnings are not explained.` },
      findings: open.slice(0, 100),
    };
  },
  "comments-resolved": async ({ work, budget }) => {
    const row = await work.sql.row(
      "select count(*) as open from comment where budget_id = $1 and resolved_at is null and reply_to is null",
      [budget],
    );
    if ((row?.open ?? 0) === 0) return undefined;
    return { message: { zh: `${row?.open} 条意见还没有解决。`, en: `${row?.open} comments are open.` } };
  },
  "another-person": async ({ work, budget, person }) => {
    const row = await work.sql.row("select submitted_by from budget where id = $1", [budget]);
    if (row?.submitted_by !== person) return undefined;
    return { message: { zh: "提交的人不能自己签字。", en: "Whoever submitted cannot sign." } };
  },
  "reason-given": async ({ asked }) =>
    asked.reason === undefined ? { message: { zh: "请写明原因。", en: "Say why." } } : undefined,
  "approval-date-given": async ({ asked }) =>
    asked.approvalDate === undefined
      ? { message: { zh: "请填批复日期。", en: "Give the date of the approval." } }
      : undefined,
  "scan-acknowledged": async ({ work, budget, asked }) => {
    const acknowledged = new Set(asked.acknowledged ?? []);
    const open = (await scanBudget(work, budget)).filter(({ key }) => !acknowledged.has(key));
    if (open.length === 0) return undefined;
    return {
      message: {
        zh: `${open.length} 处疑似不得公开的内容还没有逐条确认。`,
        en: `${open.length} places were not confirmed as harmless.`,
      },
      findings: open.slice(0, 100).map((finding) => ({ ...finding })),
    };
  },
};

async function withinCeilings({ work, budget }: GateContext): Promise<Blocked | undefined> {
  const ceilings = await work.sql.rows(
    `select kind, ceiling from control_figure join budget on budget.body_id = control_figure.body_id
       and budget.year = control_figure.year where budget.id = $1`,
    [budget],
  );
  if (ceilings.length === 0) return undefined;
  const { entered: all } = await checkBudget(work, budget);
  if (all === undefined) return undefined;
  const exceeded = ceilings.flatMap(({ kind, ceiling }) => {
    const entered = all[kind as CeilingKind];
    const limit = parseYuan(ceiling);
    return limit !== undefined && entered > limit ? [{ kind, ceiling, entered: formatYuan(entered) }] : [];
  });
  if (exceeded.length === 0) return undefined;
  return {
    message: { zh: "超过了控制数。", en: "The ceilings are exceeded." },
    findings: exceeded.map(({ kind, ceiling, entered }) => ({
      rule: `ceiling/${kind}`,
      level: "error" as const,
      message: {
        zh: `${CEILING_TEXTS[kind as CeilingKind]}填报 ${entered} 元，超过控制数 ${ceiling} 元。`,
        en: `${kind}: ${entered} yuan entered, the ceiling is ${ceiling}.`,
      },
      printed: entered,
      expected: ceiling,
    })),
  };
}

const CEILING_TEXTS: Readonly<Record<CeilingKind, string>> = {
  total: "支出总额",
  basic: "基本支出",
  personnel: "人员经费",
  operating: "日常公用经费",
  project: "项目支出",
  "three-public": "“三公”经费",
};
