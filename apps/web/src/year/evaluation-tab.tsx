import type { ReviewLevelId } from "@mingzhang/core";
import { type EvaluationView, YEAR_STATES } from "@mingzhang/server/api";
import { Segmented } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { SaveState } from "../entry/save-state.tsx";
import { CommentList } from "../flow/comment-list.tsx";
import { NextSteps } from "../flow/next-steps.tsx";
import { Publications } from "../flow/publications.tsx";
import { StepsTaken } from "../flow/steps-taken.tsx";
import { useText } from "../text/language.tsx";
import { NoView } from "./monitoring-tab.tsx";
import { useOpenYear } from "./open-year.ts";
import { ScoreTable } from "./score-table.tsx";
import { isOfYear } from "./sheet-tabs.ts";
import { Summary } from "./summary.tsx";

type Form = EvaluationView["forms"][number];

/** The year's self-evaluation: scores with their arithmetic, what is said of them, reviews, and the way to publication. */
export function EvaluationTab() {
  const { say } = useText();
  const { head, entry, live, pageOf } = useOpenBudget();
  const { view } = useOpenYear();
  const [chosen, setChosen] = useState(0);
  if (view === undefined || head.yearState === null) return <NoView errors={live.checked?.counts.error} />;
  const { forms, summary } = view.evaluation;
  const form = forms[chosen] ?? forms[0];
  if (form === undefined) return null;
  return (
    <div className="scrolls-page">
      <div className="bar">
        <Segmented
          aria-label={say("evaluation.form")}
          options={forms.map(({ project, total }, index) => ({
            value: index,
            label: `${project ?? say("year.whole")} ${total.points} ${total.grade ?? ""}`,
          }))}
          value={forms.indexOf(form)}
          onChange={setChosen}
        />
        <span className="push">
          <SaveState state={entry.state} sheet="evaluations" />
        </span>
      </div>
      <Totals form={form} />
      <Concerns form={form} />
      <ScoreTable key={form.project ?? ""} form={form} />
      <Summary summary={summary} />
      <NextSteps state={head.yearState} />
      <Publications document="self-evaluation" />
      <CommentList at={(anchor) => isOfYear(pageOf(anchor))} />
      <StepsTaken states={YEAR_STATES} />
    </div>
  );
}

const LEVELS: readonly ReviewLevelId[] = ["department", "bureau"];

/** What the form comes to, as the body has it and as each reviewer has it. */
function Totals({ form: { total, reviewed } }: { readonly form: Form }) {
  const { say } = useText();
  return (
    <p className="totals">
      <b>{say("evaluation.total", { points: total.points, full: total.full })}</b>{" "}
      {total.grade !== null && <span className="state-tag">{total.grade}</span>}{" "}
      <span className="quiet">{total.arithmetic}</span>
      {LEVELS.map((level) => {
        const theirs = reviewed[level];
        return theirs === null ? null : (
          <span key={level} className="reviewed">
            {say(`review.${level}`)} <b>{theirs.points}</b> {theirs.grade}{" "}
            <Difference own={total.points} theirs={theirs.points} />
          </span>
        );
      })}
    </p>
  );
}

/** How a reviewer's points differ from the body's. Points have two decimals: hundredths are compared. */
export function Difference({ own, theirs }: { readonly own: string; readonly theirs: string }) {
  const hundredths = Math.round(Number(theirs) * 100) - Math.round(Number(own) * 100);
  if (hundredths === 0 || !Number.isFinite(hundredths)) return null;
  const text = String(hundredths / 100);
  return <b className={hundredths < 0 ? "error" : "warning"}>{hundredths > 0 ? `+${text}` : text}</b>;
}

function Concerns({ form: { concerns } }: { readonly form: Form }) {
  const { say } = useText();
  if (concerns.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={say("evaluation.concerns")}>
      {concerns.map(({ level, text }) => (
        <li key={text} className={`finding finding-${level === "red" ? "error" : "warning"}`}>
          {text}
        </li>
      ))}
    </ul>
  );
}
