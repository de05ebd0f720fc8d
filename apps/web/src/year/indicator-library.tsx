import { INDICATOR_KINDS, type LibraryIndicator, offeredIndicators } from "@mingzhang/core";
import { Input } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { cellOf } from "../entry/sheets.ts";
import { type Language, useText } from "../text/language.tsx";
import { newLine } from "./lines.ts";
import { indicatorRows } from "./target-list.tsx";

const MOST = 30;

/** Indicators that published budgets commonly have for such a project; one click takes one into the sheet. */
export function IndicatorLibrary({ scope }: { readonly scope: string }) {
  const { say, language } = useText();
  const { entry } = useOpenBudget();
  const { store, state } = entry;
  const [search, setSearch] = useState("");
  const existing = indicatorRows(state.sheets, scope).map((row) => ({ name: cellOf(row, "indicator") }));
  const offered = offeredIndicators(scope, existing).filter(({ name }) => name.includes(search.trim()));
  const take = (one: LibraryIndicator) =>
    store.edit([
      newLine(state.sheets, "indicators", {
        project: scope,
        indicator: one.name,
        measure_unit: one.measureUnit,
        operator: one.operator,
        core: NOT_CORE,
        kind: kindOf(one, "zh"),
      }),
    ]);
  return (
    <section aria-label={say("library.title")}>
      <h2>{say("library.title")}</h2>
      <Input
        allowClear
        aria-label={say("library.search")}
        placeholder={say("library.search")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {offered.length === 0 && <p className="quiet">{say("library.none")}</p>}
      <ul className="plain-list library">
        {offered.slice(0, MOST).map((one) => (
          <li key={one.name}>
            <button type="button" className="link-button" onClick={() => take(one)}>
              <span className="hidden-text">{say("library.take")} </span>
              {one.name}
            </button>{" "}
            <small className="quiet">
              {one.operator} {one.measureUnit} {kindOf(one, language)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NOT_CORE = "no";

function kindOf({ kind }: LibraryIndicator, language: Language): string {
  return INDICATOR_KINDS.find(({ id }) => id === kind)?.[language] ?? "";
}
