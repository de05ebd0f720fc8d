import { type BodyPerformance, STATE_TEXTS } from "@mingzhang/server/api";
import { useState } from "react";
import { linkTo } from "../layout/route.ts";
import { useText } from "../text/language.tsx";
import { Light } from "./light.tsx";
import { percentOf, shareOf } from "./print.ts";

type Named = BodyPerformance & { readonly name: string };

const ROW_HEIGHT = 30;
/** Rows drawn beyond those in view. */
const MARGIN = 10;
const COLUMNS = [
  "body",
  "lights",
  "open",
  "late",
  "execution",
  "state",
  "coverage",
  "grades",
  "points",
] as const;

/** All bodies in one table, of which the rows in view are drawn. */
export function OverviewTable({ bodies }: { readonly bodies: readonly Named[] }) {
  const { say } = useText();
  const [view, setView] = useState({ top: 0, height: 600 });
  const first = Math.max(0, Math.min(bodies.length - 1, Math.floor(view.top / ROW_HEIGHT) - MARGIN));
  const last = Math.min(bodies.length, Math.ceil((view.top + view.height) / ROW_HEIGHT) + MARGIN);
  return (
    <section
      className="scrolls overview-table"
      aria-label={say("performance.title")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard.
      tabIndex={0}
      onScroll={({ currentTarget }) =>
        setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
      }
    >
      <table className="small-table wide" aria-rowcount={bodies.length + 1}>
        <thead>
          <tr>
            {COLUMNS.map((one) => (
              <th scope="col" key={one}>
                {say(`performance.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={first} />
          {bodies.slice(first, last).map((body, index) => (
            <BodyRow key={body.budgetId} body={body} position={first + index + 2} />
          ))}
          <Space rows={bodies.length - last} />
        </tbody>
      </table>
    </section>
  );
}

/** The height of rows that are not drawn. */
function Space({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr style={{ height: rows * ROW_HEIGHT }}>
      <td colSpan={COLUMNS.length} />
    </tr>
  );
}

const LIT = ["red", "yellow", "green", "blue", "none"] as const;

function BodyRow({ body, position }: { readonly body: Named; readonly position: number }) {
  const { say, of } = useText();
  const { summary, stale, budgetId, name, yearState } = body;
  const executed = summary && shareOf(summary.execution.executed, summary.execution.adjusted);
  return (
    <tr style={{ height: ROW_HEIGHT }} aria-rowindex={position}>
      <th scope="row">
        <a {...linkTo(`/budgets/${budgetId}/year/monitoring`)}>{name}</a>
      </th>
      {summary === null ? (
        <td colSpan={4} className="quiet">
          {say("performance.computing")}
        </td>
      ) : summary.errors > 0 ? (
        <td colSpan={4} className="error">
          {say("performance.errors", { count: summary.errors })}
        </td>
      ) : (
        <>
          <td>
            {LIT.filter((light) => summary.lights[light] > 0).map((light) => (
              <span key={light} className="light-count">
                <Light light={light} /> {summary.lights[light]}
              </span>
            ))}
            {stale && <small className="quiet"> {say("performance.stale")}</small>}
          </td>
          <td className="number">{summary.unanswered === 0 ? "" : summary.unanswered}</td>
          <td className="number">{summary.overdue > 0 && <b className="error">{summary.overdue}</b>}</td>
          <td className="number">{executed == null ? "" : percentOf(String(executed))}</td>
        </>
      )}
      <td>{of(STATE_TEXTS[yearState])}</td>
      <td className="number">{summary !== null && `${summary.evaluated}/${summary.projects}`}</td>
      <td>
        {summary?.grades
          .filter(({ count }) => count > 0)
          .map(({ name: grade, count }) => `${grade} ${count}`)
          .join(" ")}
      </td>
      <td className="number">
        {summary !== null && summary.grade !== null && `${summary.points} ${summary.grade}`}
      </td>
    </tr>
  );
}
