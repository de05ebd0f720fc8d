import { DEPARTMENT } from "../book/book.ts";
import { projectsOf } from "../book/count.ts";
import type { Indicator, Project } from "../budget/budget.ts";
import { indicatorsOf } from "../budget/form-indicators.ts";
import type { Fact } from "../fact/fact.ts";
import type { FactBook } from "../fact/fact-book.ts";
import { boundGoal } from "../performance/goal.ts";
import type { PerformanceTableDefinition } from "./definition.ts";

/** One printed form of performance targets. */
export interface PerformanceForm {
  /** Absent: the form of the body as a whole. */
  readonly project?: Project;
  /** With the figures of its indicators. */
  readonly goal: string;
  readonly indicators: readonly Indicator[];
  readonly amount: Fact;
  /** Of a project: what the district spends and what goes to towns; the latter only if there is any. */
  readonly district?: Fact;
  readonly townSubsidy?: Fact;
}

/** The forms of a performance table: one for the body, or one for each project of the rank. */
export function deriveForms(
  definition: PerformanceTableDefinition,
  facts: FactBook,
): readonly PerformanceForm[] {
  if (definition.form === "overall") return [overallForm(facts)];
  return projectsOf(facts.book, definition.rank).map((project) => projectForm(project, facts));
}

function overallForm(facts: FactBook): PerformanceForm {
  const { budget, body, units } = facts.book;
  const amount = facts.amount({ side: "expenditure", flow: "current" });
  const isUnit = body !== DEPARTMENT;
  const { overallGoal = "" } = (isUnit ? units[0] : budget.department) ?? {};
  const indicators = indicatorsOf(budget.indicators, isUnit ? { unit: body } : {});
  return { goal: boundGoal(overallGoal, indicators), indicators, amount };
}

function projectForm(project: Project, facts: FactBook): PerformanceForm {
  const measure = { side: "expenditure", flow: "current", project: project.name } as const;
  const townSubsidy = facts.amount({ ...measure, item: "town-subsidy" });
  const indicators = indicatorsOf(facts.book.budget.indicators, { project: project.name });
  return {
    project,
    goal: boundGoal(project.goal, indicators),
    indicators,
    amount: facts.amount(measure),
    district: facts.amount({ ...measure, item: "district" }),
    ...(townSubsidy.exact === 0n ? {} : { townSubsidy }),
  };
}
