import type { Finding } from "@mingzhang/core";
import type { Blocker, Gate } from "../api/index.ts";
import type { Blocked, GateContext } from "../budgets/gates.ts";
import { found } from "../http/refusal.ts";
import { askYear } from "./asked.ts";
import { scanEvaluation } from "./scan.ts";

const MOST_SHOWN = 100;

/** What must hold before a step of a year. */
export const YEAR_GATES = {
  "year-readable": async (context) => {
    const { work, budget } = context;
    const { state } = found(await work.sql.row("select state from budget where id = $1", [budget]));
    const { errors } = await openIn(context);
    if (errors.length > 0)
      return blocked(
        errors,
        (n) => `还有 ${n} 个错误。`,
        (n) => `There are ${n} errors.`,
      );
    if (!state.startsWith("correction")) return undefined;
    return {
      message: {
        zh: "预算正在更正，批复后再办。",
        en: "The budget is being corrected; wait for its approval.",
      },
    };
  },
  "lights-answered": async (context) => {
    const { lights } = await openIn(context);
    return blocked(
      lights,
      (n) => `监控中 ${n} 处还没有写全原因、预计和措施。`,
      (n) => `${n} lights are not answered.`,
    );
  },
  "misses-explained": async (context) => {
    const { misses } = await openIn(context);
    return blocked(
      misses,
      (n) => `自评中 ${n} 处缺完成值或原因。`,
      (n) => `${n} values or reasons are missing.`,
    );
  },
  "another-person-evaluated": async ({ work, budget, person }) => {
    const row = await work.sql.row(
      "select person_id from step where budget_id = $1 and action = 'submit-evaluation' order by at desc limit 1",
      [budget],
    );
    if (row?.person_id !== person) return undefined;
    return { message: { zh: "提交的人不能自己签字。", en: "Whoever submitted cannot sign." } };
  },
  "evaluation-scan-acknowledged": async ({ work, budget, asked }) => {
    const acknowledged = new Set(asked.acknowledged ?? []);
    const open = (await scanEvaluation(work, budget)).filter(({ key }) => !acknowledged.has(key));
    return blocked(
      open,
      (n) => `${n} 处疑似不得公开的内容还没有逐条确认。`,
      (n) => `${n} places were not confirmed as harmless.`,
    );
  },
} satisfies Partial<Record<Gate, (context: GateContext) => Promise<Blocked | undefined>>>;

async function openIn({ work, budget }: GateContext) {
  const row = found(await work.sql.row("select approval_date from budget where id = $1", [budget]));
  const { answer } = await askYear(work, budget, "open", { since: row.approval_date ?? "" });
  return answer;
}

function blocked(
  findings: readonly Finding[],
  zh: (count: number) => string,
  en: (count: number) => string,
): Blocked | undefined {
  if (findings.length === 0) return undefined;
  return {
    message: { zh: zh(findings.length), en: en(findings.length) },
    findings: findings.slice(0, MOST_SHOWN) as unknown as Blocker["findings"],
  };
}
