import { findProfile, fold, type Ratio, ratioText, statedValue } from "@mingzhang/core";
import type { Row } from "@mingzhang/server/api";
import { Button } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { cellOf, rowsOf, type Sheets, sheetOf } from "../entry/sheets.ts";
import { shownText } from "../grid/options.ts";
import { Wide } from "../layout/wide.tsx";
import { useText } from "../text/language.tsx";
import { type Line, LineDialog } from "./line-dialog.tsx";
import { newLine } from "./lines.ts";
import { useOpenYear } from "./open-year.ts";

const INDICATORS = sheetOf("indicators");
/** The scope says whose they are. */
const COLUMNS = INDICATORS.columns.filter(({ id }) => id !== "project" && id !== "budget_unit");
const FIELDS = COLUMNS.map(({ id }) => id);

interface Props {
  /** Name of the project; "": the whole body. */
  readonly scope: string;
  readonly editable: boolean;
}

/** The rows of the scope's indicators, in the sheet's order. */
export function indicatorRows(sheets: Sheets, scope: string): readonly Row[] {
  return rowsOf(sheets, "indicators").filter(
    (row) => fold(cellOf(row, "project")) === fold(scope) && cellOf(row, "budget_unit") === "",
  );
}

/** The indicators of a scope with what their weights add up to. */
export function TargetList({ scope, editable }: Props) {
  const { say, titled, language } = useText();
  const { entry } = useOpenBudget();
  const { store, state } = entry;
  const [writing, setWriting] = useState<string>();
  const rows = indicatorRows(state.sheets, scope);
  const remove = ({ id, version }: Row) =>
    store.edit([{ kind: "delete", sheet: "indicators", row: id, version }]);
  const add = () => store.edit([newLine(state.sheets, "indicators", { project: scope, core: "no" })]);
  const line: Line | undefined =
    writing === undefined
      ? undefined
      : {
          sheet: "indicators",
          keys: { project: scope, budget_unit: "", indicator: writing },
          fields: FIELDS,
        };
  return (
    <section aria-label={say("targets.title")}>
      <Wide label={scope === "" ? say("year.whole") : scope}>
        <table className="small-table wide">
          <caption>{scope === "" ? say("year.whole") : scope}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th scope="col" key={column.id}>
                  {titled(column)}
                </th>
              ))}
              {editable && <th scope="col">{say("targets.actions")}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {COLUMNS.map((column) =>
                  column.id === "indicator" ? (
                    <th scope="row" key={column.id}>
                      {cellOf(row, column.id)}
                    </th>
                  ) : (
                    <td key={column.id}>
                      {shownText(column, cellOf(row, column.id), language)}
                      {column.id === "target" && <InForce scope={scope} name={cellOf(row, "indicator")} />}
                    </td>
                  ),
                )}
                {editable && (
                  <td>
                    <button
                      type="button"
                      className="link-button"
                      onClick={() => setWriting(cellOf(row, "indicator"))}
                    >
                      {say("targets.edit")}
                      <span className="hidden-text"> {cellOf(row, "indicator")}</span>
                    </button>{" "}
                    <button type="button" className="link-button" onClick={() => remove(row)}>
                      {say("targets.remove")}
                      <span className="hidden-text"> {cellOf(row, "indicator")}</span>
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <div className="bar">
        {editable && <Button onClick={add}>{say("targets.add")}</Button>}
        <Weights rows={rows} scope={scope} />
      </div>
      {line !== undefined && writing !== undefined && (
        <LineDialog line={line} title={writing} onClose={() => setWriting(undefined)} />
      )}
    </section>
  );
}

/** What changes of targets made of this one. */
function InForce({ scope, name }: { readonly scope: string; readonly name: string }) {
  const { say } = useText();
  const { view } = useOpenYear();
  const found = view?.monitoring.scopes
    .find(({ project }) => (project ?? "") === scope)
    ?.indicators.find((one) => fold(one.name) === fold(name));
  if (found === undefined || found.approved === null) return null;
  return <b> {say("targets.now", { target: `${found.operator}${found.target}` })}</b>;
}

function Weights({ rows, scope }: { readonly rows: readonly Row[]; readonly scope: string }) {
  const { say } = useText();
  const { entry } = useOpenBudget();
  const profile = findProfile(cellOf(rowsOf(entry.state.sheets, "department")[0], "profile"));
  const weights = rows.map((row) => statedValue(cellOf(row, "weight"), ""));
  const total = weights.reduce<bigint>((sum, weight) => sum + hundredths(weight), 0n);
  const wanted = profile?.weights[scope === "" ? "overall" : "project"];
  const isRight = wanted === undefined || total === BigInt(wanted) * 100n;
  return (
    <span className={isRight ? "quiet" : "error"} role="status">
      {say("targets.weights", {
        total: ratioText({ numerator: total, denominator: 100n }),
        wanted: wanted ?? "—",
      })}
    </span>
  );
}

function hundredths(weight: Ratio | undefined): bigint {
  return weight === undefined ? 0n : (weight.numerator * 100n) / weight.denominator;
}
