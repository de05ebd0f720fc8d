import type { BodyPerformance } from "@mingzhang/server/api";
import { useMemo, useState } from "react";
import { Chart, type ChartData } from "../charts/chart.tsx";
import { useText } from "../text/language.tsx";

/** How lights and grades are spread over the bodies; drawn when somebody opens it. */
export function OverviewCharts({ bodies }: { readonly bodies: readonly BodyPerformance[] }) {
  const { say } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("performance.charts")}</summary>
      {open && <Opened bodies={bodies} />}
    </details>
  );
}

const LIT = ["red", "yellow", "green", "blue", "none"] as const;

function Opened({ bodies }: { readonly bodies: readonly BodyPerformance[] }) {
  const { say } = useText();
  const charts = useMemo(() => {
    const summaries = bodies.flatMap(({ summary }) => summary ?? []);
    const row = (label: string, count: number) => ({ label, values: [{ text: String(count), size: count }] });
    const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
    const shared = { unit: say("performance.chart.count"), series: [say("performance.chart.count")] };
    const grades = [...new Set(summaries.flatMap((one) => one.grades.map(({ name }) => name)))];
    const lights: ChartData = {
      ...shared,
      title: say("performance.chart.lights"),
      heading: say("performance.lights"),
      rows: LIT.map((light) => row(say(`light.${light}`), total(summaries.map((one) => one.lights[light])))),
    };
    const spread: ChartData = {
      ...shared,
      title: say("performance.chart.grades"),
      heading: say("performance.chart.grade"),
      rows: grades.map((name) =>
        row(name, total(summaries.map((one) => one.grades.find((grade) => grade.name === name)?.count ?? 0))),
      ),
    };
    return [lights, spread];
  }, [bodies, say]);
  return (
    <div className="charts">
      {charts.map((data) => (
        <Chart key={data.title} data={data} />
      ))}
    </div>
  );
}
