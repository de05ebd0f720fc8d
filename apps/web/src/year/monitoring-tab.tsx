import { isInWords, statedTarget } from "@mingzhang/core";
import type { MonitoringView } from "@mingzhang/server/api";
import { Segmented } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { SaveState } from "../entry/save-state.tsx";
import { Loading, Nothing } from "../layout/states.tsx";
import { Wide } from "../layout/wide.tsx";
import { useText } from "../text/language.tsx";
import { BulletChart, PaceChart } from "./charts.tsx";
import { IndicatorTable } from "./indicator-table.tsx";
import { Light } from "./light.tsx";
import { type Line, LineDialog } from "./line-dialog.tsx";
import { todayIn, useOpenYear } from "./open-year.ts";
import { Overdue } from "./overdue.tsx";
import { grouped, percentOf } from "./print.ts";

type Scope = MonitoringView["scopes"][number];
type Indicator = Scope["indicators"][number];

/** The lights of a date: of the budget and of each target, what they demand, and where the values come from. */
export function MonitoringTab() {
  const { say } = useText();
  const { entry, live } = useOpenBudget();
  const { view } = useOpenYear();
  const [chosen, setChosen] = useState(0);
  const [answering, setAnswering] = useState<Answering>();
  if (view === undefined) return <NoView errors={live.checked?.counts.error} />;
  const { monitoring, pace } = view;
  const scope = monitoring.scopes[chosen] ?? monitoring.scopes[0];
  if (scope === undefined) return null;
  const name = scope.project ?? say("year.whole");
  const ofScope = pace.find(({ project }) => project === scope.project);
  return (
    <div className="scrolls-page">
      <div className="bar">
        <Dates monitoring={monitoring} />
        <span className="push">
          <SaveState state={entry.state} sheet="progress" />
        </span>
      </div>
      <Scopes
        scopes={monitoring.scopes}
        chosen={scope}
        onChoose={(one) => setChosen(monitoring.scopes.indexOf(one))}
        onAnswer={(one) => setAnswering({ scope: one })}
      />
      <Overdue overdue={monitoring.overdue} />
      <h2>{name}</h2>
      <IndicatorTable scope={scope} onAnswer={(indicator) => setAnswering({ scope, indicator })} />
      <div className="charts">
        {ofScope !== undefined && <PaceChart pace={ofScope} name={name} />}
        <BulletChart scope={scope} name={name} date={monitoring.date} />
      </div>
      {answering !== undefined && (
        <AnswerDialog {...answering} date={monitoring.date} onClose={() => setAnswering(undefined)} />
      )}
    </div>
  );
}

/** Nothing can be computed of what cannot be read; where to look is said. */
export function NoView({ errors }: { readonly errors: number | undefined }) {
  const { say } = useText();
  if (errors === undefined || errors === 0) return <Loading />;
  return <Nothing text={say("year.unreadable", { count: errors })} />;
}

function Dates({ monitoring: { rounds, date } }: { readonly monitoring: MonitoringView }) {
  const { say } = useText();
  const { head } = useOpenBudget();
  const { setAt } = useOpenYear();
  const today = todayIn(head.year, new Date());
  const offered = [...new Set([...rounds, today])];
  return (
    <>
      <Segmented
        aria-label={say("monitoring.round")}
        options={offered.map((day) => ({
          value: day,
          label: rounds.includes(day) ? say("monitoring.round-of", { day }) : say("monitoring.now", { day }),
        }))}
        value={date}
        onChange={setAt}
      />
      <label>
        {say("monitoring.date")}{" "}
        <input
          type="date"
          className="plain-input"
          value={date}
          min={`${head.year}-01-01`}
          max={`${head.year}-12-31`}
          onChange={({ target }) => target.value.startsWith(`${head.year}-`) && setAt(target.value)}
        />
      </label>
    </>
  );
}

interface ScopesProps {
  readonly scopes: readonly Scope[];
  readonly chosen: Scope;
  readonly onChoose: (scope: Scope) => void;
  readonly onAnswer: (scope: Scope) => void;
}

/** The whole body and its projects: money, lights, and what is still to be said. */
function Scopes({ scopes, chosen, onChoose, onAnswer }: ScopesProps) {
  const { say } = useText();
  const { can } = useOpenBudget();
  const headings = ["scope", "original", "adjusted", "executed", "rate", "light", "targets", "open"] as const;
  return (
    <Wide label={say("monitoring.caption")}>
      <table className="small-table wide">
        <caption>{say("monitoring.caption")}</caption>
        <thead>
          <tr>
            {headings.map((one) => (
              <th scope="col" key={one}>
                {say(`year.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scopes.map((scope) => (
            <tr key={scope.project ?? ""} className={scope === chosen ? "chosen" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  aria-current={scope === chosen}
                  onClick={() => onChoose(scope)}
                >
                  {scope.project ?? say("year.whole")}
                </button>
              </th>
              <td className="number">{grouped(scope.execution.original)}</td>
              <td className="number">{grouped(scope.execution.adjusted)}</td>
              <td className="number">{grouped(scope.execution.executed)}</td>
              <td className="number">{percentOf(scope.completion)}</td>
              <td>
                <Light light={scope.light} />{" "}
                {can("record") && (
                  <button type="button" className="link-button" onClick={() => onAnswer(scope)}>
                    {say(scope.missing.length > 0 ? "monitoring.answer" : "monitoring.say")}
                  </button>
                )}
              </td>
              <td>
                <LightCounts scope={scope} />
              </td>
              <td className="number">{openAnswers(scope)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

const COUNTED = ["red", "yellow", "green", "blue", "none"] as const;

function LightCounts({ scope }: { readonly scope: Scope }) {
  return COUNTED.map((light) => {
    const count = scope.indicators.filter((one) => one.light === light).length;
    return count === 0 ? null : (
      <span key={light} className="light-count">
        <Light light={light} /> {count}
      </span>
    );
  });
}

function openAnswers(scope: Scope): number {
  return [scope, ...scope.indicators].filter(({ missing }) => missing.length > 0).length;
}

interface Answering {
  readonly scope: Scope;
  /** Absent: of the execution. */
  readonly indicator?: Indicator;
}

const SAID = ["reason", "forecast", "measure", "measure_due", "measure_done"];

function AnswerDialog({
  scope,
  indicator,
  date,
  onClose,
}: Answering & { readonly date: string; readonly onClose: () => void }) {
  const { say } = useText();
  const typed = indicator !== undefined && ["typed", "none"].includes(indicator.actual.source);
  const value = indicator !== undefined && isInWords(indicator) ? "achievement" : "actual";
  const line: Line = {
    sheet: "progress",
    keys: { date, project: scope.project ?? "", indicator: indicator?.name ?? "" },
    fields: [...(typed ? [value] : []), ...SAID],
  };
  const about = indicator?.name ?? say("monitoring.of-execution");
  return (
    <LineDialog line={line} title={`${scope.project ?? say("year.whole")} · ${about}`} onClose={onClose}>
      <p>
        <Light light={(indicator ?? scope).light} />{" "}
        {indicator === undefined
          ? say("monitoring.executed", { rate: percentOf(scope.completion) })
          : statedTarget(indicator as Parameters<typeof statedTarget>[0])}
      </p>
      {(indicator ?? scope).missing.length > 0 && (
        <p className="warning">
          {say("monitoring.demands", {
            what: (indicator ?? scope).missing.map((one) => say(`answer.${one}`)).join("、"),
          })}
        </p>
      )}
    </LineDialog>
  );
}
