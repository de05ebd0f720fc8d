import { type Obligation, STATE_TEXTS, STATES } from "@mingzhang/server/api";
import { useMemo, useState } from "react";
import { useText } from "../text/language.tsx";
import { Chart, type ChartData, type ChartValue } from "./chart.tsx";
import { latenessOf } from "./lateness.ts";

/** Where the budgets of a year stand and how late they are; drawn when somebody opens it. */
export function ConsoleCharts({ obligations }: { readonly obligations: readonly Obligation[] }) {
  const { say } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("charts.open")}</summary>
      {open && <Opened obligations={obligations} />}
    </details>
  );
}

function Opened({ obligations }: { readonly obligations: readonly Obligation[] }) {
  const { say, of } = useText();
  const charts = useMemo(() => {
    const budgets = obligations.filter(
      ({ document, status }) => document === "budget" && status !== "exempt",
    );
    const count = (states: (one: Obligation) => boolean) => counted(budgets.filter(states).length);
    const shared = { unit: say("charts.bodies"), series: [say("charts.count")] };
    const states: ChartData = {
      ...shared,
      title: say("charts.states"),
      heading: say("charts.state"),
      rows: [
        { label: say("status.not-started"), values: [count(({ state }) => state === null)] },
        ...STATES.map((wanted) => ({
          label: of(STATE_TEXTS[wanted]),
          values: [count(({ state }) => state === wanted)],
        })),
      ],
    };
    const lateness: ChartData = {
      ...shared,
      title: say("charts.lateness"),
      heading: say("charts.days"),
      rows: latenessOf(budgets).map(({ from, to, bodies }) => ({
        label:
          to === 0
            ? say("charts.in-time")
            : to === undefined
              ? say("charts.more-than", { from })
              : say("charts.between", { from, to }),
        values: [counted(bodies)],
      })),
    };
    return [states, lateness];
  }, [obligations, say, of]);
  return (
    <div className="charts">
      {charts.map((data) => (
        <Chart key={data.title} data={data} />
      ))}
    </div>
  );
}

function counted(count: number): ChartValue {
  return { text: String(count), size: count };
}
