import type { MonitoringView } from "@mingzhang/server/api";
import { useMemo } from "react";
import { Chart, type ChartData, type ChartValue } from "../charts/chart.tsx";
import { useText } from "../text/language.tsx";
import type { Pace } from "./compute-year.ts";
import { percentOf } from "./print.ts";

type Scope = MonitoringView["scopes"][number];

/** How a scope's budget was executed month by month, against the calendar. */
export function PaceChart({ pace, name }: { readonly pace: Pace; readonly name: string }) {
  const { say } = useText();
  const data = useMemo<ChartData>(
    () => ({
      title: say("chart.pace", { name }),
      unit: say("chart.percent"),
      heading: say("chart.month"),
      series: [say("chart.executed"), say("chart.calendar")],
      marks: true,
      rows: pace.rates.map((rate, index) => ({
        label: say("chart.month-of", { month: index + 1 }),
        values: [rate === null ? undefined : shown(rate), shown(calendar(index + 1))],
      })),
    }),
    [pace, name, say],
  );
  return <Chart data={data} />;
}

/** How far each target of a scope is reached, against what is due by the date. */
export function BulletChart({
  scope,
  name,
  date,
}: {
  readonly scope: Scope;
  readonly name: string;
  readonly date: string;
}) {
  const { say } = useText();
  const data = useMemo<ChartData>(
    () => ({
      title: say("chart.bullets", { name }),
      unit: say("chart.percent-of-target"),
      heading: say("year.indicator"),
      series: [say("chart.reached"), say("chart.due")],
      marks: true,
      rows: scope.indicators
        .filter(({ completion }) => completion !== null)
        .map(({ name: label, completion, progress }) => ({
          label,
          values: [
            { text: percentOf(completion), size: Number(completion) },
            shown(isProrated(completion, progress) ? calendar(Number(date.slice(5, 7))) : 100),
          ],
        })),
    }),
    [scope, name, date, say],
  );
  return <Chart data={data} />;
}

/** Whether a part of the target was due, not the whole of it. */
function isProrated(completion: string | null, progress: string | null): boolean {
  return progress !== null && progress !== completion;
}

function calendar(month: number): number {
  return Math.round((month / 12) * 1000) / 10;
}

function shown(percent: number): ChartValue {
  return { text: `${percent}%`, size: percent };
}
