import { INDICATOR_KINDS, statedTarget } from "@mingzhang/core";
import type { MonitoringView } from "@mingzhang/server/api";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { Wide } from "../layout/wide.tsx";
import { type Language, useText } from "../text/language.tsx";
import { Actual } from "./actual.tsx";
import { Light } from "./light.tsx";
import { percentOf } from "./print.ts";
import { Trail } from "./trail.tsx";

type Scope = MonitoringView["scopes"][number];
type Indicator = Scope["indicators"][number];

interface Props {
  readonly scope: Scope;
  readonly onAnswer: (indicator: Indicator) => void;
}

/** Each target of a scope with its light, its value and where that comes from, and what is said of it. */
export function IndicatorTable({ scope, onAnswer }: Props) {
  const { say, language } = useText();
  const { can } = useOpenBudget();
  const [trailed, setTrailed] = useState<string>();
  const columns = ["indicator", "kind", "target", "actual", "progressed", "light", "said"] as const;
  if (scope.indicators.length === 0) return <p className="quiet">{say("year.no-indicators")}</p>;
  return (
    <>
      <Wide label={say("monitoring.indicators")}>
        <table className="small-table wide">
          <caption>{say("monitoring.indicators")}</caption>
          <thead>
            <tr>
              {columns.map((one) => (
                <th scope="col" key={one}>
                  {say(`year.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scope.indicators.map((indicator) => (
              <tr key={indicator.name}>
                <th scope="row">{indicator.name}</th>
                <td>{kindText(indicator, language)}</td>
                <td>
                  {targetText(indicator)}
                  {indicator.approved !== null && (
                    <small className="quiet">
                      {" "}
                      {say("year.approved-as", {
                        target: targetText({ ...indicator, ...indicator.approved }),
                      })}
                    </small>
                  )}
                </td>
                <td>
                  <Actual indicator={indicator} onTrail={() => setTrailed(indicator.name)} />
                </td>
                <td className="number">{percentOf(indicator.progress ?? indicator.completion)}</td>
                <td>
                  <Light light={indicator.light} />
                </td>
                <td>
                  <Said said={indicator.said} />
                  {can("record") && (
                    <button type="button" className="link-button" onClick={() => onAnswer(indicator)}>
                      {say(indicator.missing.length > 0 ? "monitoring.answer" : "monitoring.say")}
                      <span className="hidden-text"> {indicator.name}</span>
                    </button>
                  )}
                  {indicator.missing.length > 0 && !can("record") && (
                    <span className="warning">{say("monitoring.unanswered")}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {trailed !== undefined && (
        <Trail project={scope.project} indicator={trailed} onClose={() => setTrailed(undefined)} />
      )}
    </>
  );
}

/** The answers that were given, in the words of their columns. */
function Said({ said }: { readonly said: Indicator["said"] }) {
  const { say } = useText();
  if (said === null) return null;
  const { reason, forecast, measure, measureDue, measureDone } = said;
  const parts = [
    reason,
    forecast && say("said.forecast", { text: forecast }),
    measure && say("said.measure", { text: measure }),
    measureDue && say("said.due", { day: measureDue }),
    measureDone && say("said.done", { day: measureDone }),
  ];
  return <>{parts.filter((part) => part).join(" ")} </>;
}

function targetText(indicator: Pick<Indicator, "operator" | "target" | "measureUnit">): string {
  return statedTarget(indicator as Parameters<typeof statedTarget>[0]);
}

function kindText({ kind, inferred }: Indicator, language: Language): string {
  const name = INDICATOR_KINDS.find(({ id }) => id === kind)?.[language] ?? kind;
  return inferred ? `${name} *` : name;
}
