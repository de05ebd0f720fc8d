import type { MonitoringView } from "@mingzhang/server/api";
import { useText } from "../text/language.tsx";

/** Measures that were promised and are not done in time. */
export function Overdue({ overdue }: Pick<MonitoringView, "overdue">) {
  const { say } = useText();
  if (overdue.length === 0) return null;
  return (
    <section aria-label={say("overdue.title")}>
      <h2 className="error">{say("overdue.count", { count: overdue.length })}</h2>
      <ul className="plain-list">
        {overdue.map(({ project, indicator, promised, measure, due }) => (
          <li key={`${promised}/${project}/${indicator}`} className="finding finding-error">
            <b>{due}</b> {project ?? say("year.whole")} {indicator ?? say("monitoring.of-execution")}：
            {measure} <span className="quiet">{say("overdue.promised", { day: promised })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
