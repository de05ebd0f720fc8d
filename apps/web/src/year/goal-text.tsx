import { boundGoal, findTerm, type Indicator, OPERATORS, unboundPlaceholders } from "@mingzhang/core";
import { Button } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { cellOf, rowsOf, type Sheets } from "../entry/sheets.ts";
import { useText } from "../text/language.tsx";
import { findLine } from "./lines.ts";
import { indicatorRows } from "./target-list.tsx";

type Stated = Pick<Indicator, "name" | "operator" | "target" | "measureUnit">;

/** The goal in words: its figures are those of the indicators, put in by their names, and printed as they now stand. */
export function GoalText({ scope, editable }: { readonly scope: string; readonly editable: boolean }) {
  const { say } = useText();
  const { entry } = useOpenBudget();
  const { store, state } = entry;
  const [draft, setDraft] = useState<string>();
  const { sheet, field } = scope === "" ? OVERALL : OF_PROJECT;
  const row =
    scope === "" ? rowsOf(state.sheets, sheet)[0] : findLine(state.sheets, sheet, { project: scope });
  const stored = cellOf(row, field);
  const text = draft ?? stored;
  const indicators = statedIn(state.sheets, scope);
  const unbound = unboundPlaceholders(text, indicators);
  const save = (to: string) => {
    setDraft(undefined);
    if (row !== undefined && to !== stored)
      store.edit([{ kind: "set", sheet, row: row.id, field, from: stored, to }]);
  };
  const generated = `${indicators.map(({ name }) => `{${name}}`).join("，")}。`;
  return (
    <section aria-label={say("goal.title")}>
      <h2>{say("goal.title")}</h2>
      {editable && (
        <>
          <textarea
            className="plain-input goal"
            rows={3}
            aria-label={say("goal.text")}
            value={text}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() => draft !== undefined && save(draft)}
          />
          <div className="bar">
            <Button disabled={indicators.length === 0} onClick={() => save(generated)}>
              {say("goal.generate")}
            </Button>
            <span className="quiet">{say("goal.help")}</span>
          </div>
        </>
      )}
      {unbound.length > 0 && (
        <p className="error" role="alert">
          {say("goal.unbound", { names: unbound.join("、") })}
        </p>
      )}
      <p className="quoted">{boundGoal(text, indicators)}</p>
    </section>
  );
}

const OVERALL = { sheet: "department", field: "overall_goal" } as const;
const OF_PROJECT = { sheet: "projects", field: "goal" } as const;

function statedIn(sheets: Sheets, scope: string): readonly Stated[] {
  return indicatorRows(sheets, scope).flatMap((row) => {
    const operator = findTerm(OPERATORS, cellOf(row, "operator"))?.id;
    const [name, target, measureUnit] = [
      cellOf(row, "indicator"),
      cellOf(row, "target"),
      cellOf(row, "measure_unit"),
    ];
    return operator === undefined ? [] : [{ name, operator, target, measureUnit }];
  });
}
