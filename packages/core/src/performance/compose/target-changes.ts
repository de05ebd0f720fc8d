import { DEPARTMENT } from "../../book/book.ts";
import { projectsOf } from "../../book/count.ts";
import type { Indicator } from "../../budget/budget.ts";
import { indicatorsOf } from "../../budget/form-indicators.ts";
import type { PerformanceYear } from "../../budget/year.ts";
import type { Cell, Document, Grid } from "../../document/document.ts";
import { executionOf } from "../execution.ts";
import { boundGoal, statedTarget } from "../goal.ts";
import { type ChangedTarget, changedTargets } from "../targets.ts";
import {
  centred,
  documentOf,
  gridOf,
  heading,
  label,
  money,
  type Reporter,
  reporterOf,
  type Subject,
  words,
} from "./report.ts";

/** 绩效目标调整表: a form a document, with the targets before and after it, the reasons and the approval. */
export function composeTargetChanges(year: PerformanceYear, subject: Subject): Document {
  const reporter = reporterOf(subject);
  const changes = changedTargets(reporter.budget, year).filter(({ change }) =>
    isOf(change.project, reporter),
  );
  const documents = [...new Set(changes.map(({ change }) => change.document))];
  return documentOf(reporter, {
    title: "绩效目标调整表",
    grids: documents.map((document, index) =>
      documentGrid(
        changes.filter(({ change }) => change.document === document),
        index + 1,
        { reporter, year },
      ),
    ),
  });
}

/** Whether the body has the project; the whole is the department's. */
function isOf(project: string | undefined, { book }: Reporter): boolean {
  if (project === undefined) return book.body === DEPARTMENT;
  return projectsOf(book).some(({ name }) => name === project);
}

interface Context {
  readonly reporter: Reporter;
  readonly year: PerformanceYear;
}

function documentGrid(changes: readonly ChangedTarget[], number: number, { reporter, year }: Context): Grid {
  const { document = "", date = "" } = changes[0]?.change ?? {};
  const approval = changes.find(({ change }) => change.approval !== undefined)?.change.approval;
  const projects = [...new Set(changes.map(({ change }) => change.project))];
  return gridOf(reporter, {
    id: `target-change-${number}`,
    caption: `${reporter.year}年绩效目标调整表（${document}）`,
    shortName: `目标调整（${number}）`,
    columns: [
      ["project", 14],
      ["indicator", 24],
      ["before", 14],
      ["after", 14],
      ["reason", 34],
    ],
    rows: [
      [label("批准日期"), centred(date), label("批准依据"), words(approval ?? "（未填）", { colSpan: 2 })],
      ...projects.flatMap((project) =>
        projectRows(
          project,
          changes.filter(({ change }) => change.project === project),
          { reporter, year },
        ),
      ),
    ],
    below: ["调整后预算数截至批准日期。"],
  });
}

function projectRows(
  project: string | undefined,
  changes: readonly ChangedTarget[],
  { reporter, year }: Context,
): Cell[][] {
  const date = changes[0]?.change.date ?? "";
  const { original, adjusted } = executionOf(reporter.book, year, date, project);
  const goals = goalsOf(project, changes, reporter);
  const indicatorRows = changes.map(changeRow);
  const name = project ?? `${reporter.body}整体`;
  return [
    [
      label(name, { rowSpan: 2 + indicatorRows.length + goals.length }),
      label("年初预算数"),
      money(original, reporter, { align: "center" }),
      label("调整后预算数"),
      money(adjusted, reporter, { align: "center" }),
    ],
    ["指标", "调整前", "调整后", "调整原因"].map((text) => heading(text)),
    ...indicatorRows,
    ...goals,
  ];
}

function changeRow({ change, before, after }: ChangedTarget): Cell[] {
  if (before === undefined || after === undefined)
    return [label("各项指标", { align: "left" }), centred("不变", { colSpan: 2 }), words(change.reason)];
  return [
    label(before.name, { align: "left" }),
    centred(statedTarget(before)),
    centred(statedTarget(after)),
    words(change.reason),
  ];
}

/** The goal text with the earlier and the later targets, where the change shows in it. */
function goalsOf(
  project: string | undefined,
  changes: readonly ChangedTarget[],
  { budget }: Reporter,
): readonly Cell[][] {
  const text =
    (project === undefined
      ? budget.department.overallGoal
      : budget.projects.find(({ name }) => name === project)?.goal) ?? "";
  const version = (pick: (changed: ChangedTarget) => Indicator | undefined) =>
    boundGoal(
      text,
      indicatorsOf(budget.indicators, { project }).map((own) => {
        const changed = changes.find(({ before }) => before?.name === own.name);
        return (changed && pick(changed)) ?? own;
      }),
    );
  const [before, after] = [version((changed) => changed.before), version((changed) => changed.after)];
  if (before === after) return [];
  return [
    [label("年度目标（调整前）"), words(before, { colSpan: 3 })],
    [label("年度目标（调整后）"), words(after, { colSpan: 3 })],
  ];
}
