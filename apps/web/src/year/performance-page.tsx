import type { BodyPerformance } from "@mingzhang/server/api";
import { Input, InputNumber, Segmented } from "antd";
import { useEffect, useMemo, useState } from "react";
import { Nothing, WhenAsked } from "../layout/states.tsx";
import { type Asked, useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { OverviewCharts } from "./overview-charts.tsx";
import { OverviewTable } from "./overview-table.tsx";
import "./year.css";

/** The performance of all bodies of a year that one may see. */
export function PerformancePage() {
  const { say } = useText();
  const [year, setYear] = useState(new Date().getFullYear());
  const asked = useAsked(() => call("performance", { query: { year } }), [year]);
  useRefreshed(asked);
  return (
    <div className="page overview">
      <div className="bar">
        <h1>{say("performance.title")}</h1>
        <InputNumber
          aria-label={say("performance.year")}
          value={year}
          min={2000}
          max={2999}
          onChange={(value) => setYear(value ?? year)}
        />
        {asked.value !== undefined && (
          <span className="quiet">{say("performance.at", { at: asked.value.at })}</span>
        )}
      </div>
      <WhenAsked asked={asked}>
        {({ bodies }) =>
          bodies.length === 0 ? <Nothing text={say("performance.none")} /> : <Bodies bodies={bodies} />
        }
      </WhenAsked>
    </div>
  );
}

const ASK_AGAIN = 3000;

/** Summaries that are being computed are asked for until they are there. */
function useRefreshed({ value, reload }: Asked<{ readonly bodies: readonly BodyPerformance[] }>): void {
  useEffect(() => {
    const waits = value?.bodies.some(({ summary, stale }) => stale || summary === null) ?? false;
    if (!waits) return;
    const timer = setTimeout(reload, ASK_AGAIN);
    return () => clearTimeout(timer);
  }, [value, reload]);
}

const FILTERS = ["all", "red", "unanswered", "overdue"] as const;
type Filter = (typeof FILTERS)[number];

const FITS: Readonly<Record<Filter, (one: BodyPerformance) => boolean>> = {
  all: () => true,
  red: ({ summary }) => (summary?.lights.red ?? 0) > 0,
  unanswered: ({ summary }) => (summary?.unanswered ?? 0) > 0,
  overdue: ({ summary }) => (summary?.overdue ?? 0) > 0,
};

function Bodies({ bodies }: { readonly bodies: readonly BodyPerformance[] }) {
  const { say } = useText();
  const { bodies: known } = useSession();
  const [filter, setFilter] = useState<Filter>("all");
  const [search, setSearch] = useState("");
  const names = useMemo(() => new Map(known.map(({ id, code, name }) => [id, `${code} ${name}`])), [known]);
  const shown = useMemo(
    () =>
      bodies
        .filter((one) => FITS[filter](one) && (names.get(one.bodyId) ?? "").includes(search.trim()))
        .map((one) => ({ ...one, name: names.get(one.bodyId) ?? "" })),
    [bodies, names, filter, search],
  );
  return (
    <>
      <div className="bar">
        <Segmented<Filter>
          aria-label={say("performance.show")}
          value={filter}
          onChange={setFilter}
          options={FILTERS.map((one) => ({
            value: one,
            label: say(`performance.${one}`, { count: bodies.filter(FITS[one]).length }),
          }))}
        />
        <Input
          allowClear
          aria-label={say("performance.search")}
          placeholder={say("performance.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="filter"
        />
      </div>
      <OverviewCharts bodies={shown} />
      {shown.length === 0 ? <Nothing text={say("performance.no-match")} /> : <OverviewTable bodies={shown} />}
    </>
  );
}
