import { statedTarget } from "@mingzhang/core";
import type { MonitoringView } from "@mingzhang/server/api";
import { useRef } from "react";
import { useText } from "../text/language.tsx";
import { useActualText } from "./actual.tsx";
import { Light } from "./light.tsx";
import { useOpenYear } from "./open-year.ts";

type Indicator = MonitoringView["scopes"][number]["indicators"][number];

/** Where the indicators stand, of all projects or of one (null: the whole body); what moves is shown as moved. */
export function IndicatorProgress({ project }: { readonly project?: string | null }) {
  const { say } = useText();
  const { view, at } = useOpenYear();
  if (view === undefined) return null;
  const scopes = view.monitoring.scopes.filter(
    (scope) => scope.indicators.length > 0 && (project === undefined || scope.project === project),
  );
  return (
    <section aria-label={say("year.progress")}>
      <h2>
        {say("year.progress")} <small className="quiet">{say("year.as-of", { date: at })}</small>
      </h2>
      {scopes.map((scope) => (
        <div key={scope.project ?? ""}>
          {project === undefined && <h3>{scope.project ?? say("year.whole")}</h3>}
          <ul className="plain-list">
            {scope.indicators.map((indicator) => (
              <Line key={indicator.name} indicator={indicator} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Line({ indicator }: { readonly indicator: Indicator }) {
  const { say } = useText();
  const { name, light } = indicator;
  const known = useActualText(indicator);
  const now = known === "" ? say("year.no-value") : known;
  const before = useBefore(now);
  return (
    <li className={before === undefined ? "progress-line" : "progress-line moved"}>
      <Light light={light} /> <span>{name}</span>
      <span className="number">
        {before !== undefined && <del>{before}</del>} <b>{now}</b>{" "}
        <small className="quiet">{statedTarget(indicator as Parameters<typeof statedTarget>[0])}</small>
      </span>
    </li>
  );
}

/** What stood here before it changed while it was looked at. */
function useBefore(now: string): string | undefined {
  const seen = useRef<{ readonly now: string; readonly before?: string }>({ now });
  if (seen.current.now !== now) seen.current = { now, before: seen.current.now };
  return seen.current.before;
}
