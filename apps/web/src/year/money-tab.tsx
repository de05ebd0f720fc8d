import type { MonitoringView } from "@mingzhang/server/api";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { useText } from "../text/language.tsx";
import { useOpenYear } from "./open-year.ts";
import { grouped, percentOf } from "./print.ts";
import { SHEET_TABS } from "./sheet-tabs.ts";
import { TakeExport } from "./take-export.tsx";
import { YearSheets } from "./year-sheets.tsx";

/** What was paid and how the budget was changed, with what that makes of each project. */
export function MoneyTab() {
  const { can } = useOpenBudget();
  const { view } = useOpenYear();
  return (
    <>
      {view !== undefined && <ExecutionTable monitoring={view.monitoring} />}
      <YearSheets
        schemas={SHEET_TABS.money}
        mayEdit={() => can("record")}
        files={(sheet) => can("record") && <TakeExport sheet={sheet} />}
      />
    </>
  );
}

/** Original, adjusted and executed side by side. */
function ExecutionTable({ monitoring: { date, scopes } }: { readonly monitoring: MonitoringView }) {
  const { say } = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard.
    <section className="scrolls execution" tabIndex={0} aria-label={say("year.execution")}>
      <table className="small-table">
        <caption>{say("year.execution.caption", { date })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("year.scope")}</th>
            <th scope="col">{say("year.original")}</th>
            <th scope="col">{say("year.adjusted")}</th>
            <th scope="col">{say("year.executed")}</th>
            <th scope="col">{say("year.rate")}</th>
          </tr>
        </thead>
        <tbody>
          {scopes.map(({ project, execution, completion }) => (
            <tr key={project ?? ""}>
              <th scope="row">{project ?? say("year.whole")}</th>
              <td className="number">{grouped(execution.original)}</td>
              <td className="number">
                {execution.adjusted === execution.original ? (
                  grouped(execution.adjusted)
                ) : (
                  <b>{grouped(execution.adjusted)}</b>
                )}
              </td>
              <td className="number">{grouped(execution.executed)}</td>
              <td className="number">{percentOf(completion)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
