import { BUDGET_SHEETS } from "@mingzhang/core";
import { useEffect } from "react";
import { Ceilings } from "../budgets/ceilings.tsx";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { PlaceComments } from "../flow/place-comments.tsx";
import { useAttempt } from "../layout/attempt.ts";
import { FindingsPanel } from "../live/findings-panel.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { EntryFiles } from "./entry-files.tsx";
import { EntrySheet } from "./entry-sheet.tsx";
import { useOpenSheet } from "./open-sheet.ts";
import { SheetNav } from "./sheet-nav.tsx";
import { rowsOf } from "./sheets.ts";

const LAST_SHEET = "mingzhang.sheet";

export function EntryTab() {
  const { say, of } = useText();
  const { head, entry, live, explanations, reload, can } = useOpenBudget();
  const { state } = entry;
  const sheet = useOpenSheet(BUDGET_SHEETS, sessionStorage.getItem(LAST_SHEET) ?? "ledger");
  const { sheetId, selection, setSelection, said, setSaid, open, aboutRow } = sheet;
  const attempt = useAttempt();
  const schema = sheet.schema ?? BUDGET_SHEETS[0];
  useEffect(() => {
    sessionStorage.setItem(LAST_SHEET, sheetId);
  }, [sheetId]);
  usePresence(sheetId, selection.row);
  if (schema === undefined) return null;
  const explain = (key: string, text: string) => {
    attempt(call("explain", { params: { budget: head.id }, body: { key, text } }), reload);
  };
  return (
    <div className="entry">
      <SheetNav
        schemas={BUDGET_SHEETS}
        sheets={state.sheets}
        current={sheetId}
        findings={live.checked?.findings ?? []}
        onOpen={(sheet) => open(sheet)}
      />
      <EntrySheet
        key={schema.id}
        editable={can("edit")}
        state={head.state}
        files={<EntryFiles editable={can("edit")} />}
        schema={schema}
        selection={selection}
        onSelect={setSelection}
        onComment={(row) =>
          setSaid({ anchor: { kind: "row", sheet: sheetId, row }, about: aboutRow(sheetId, row) })
        }
      />
      <aside className="entry-findings" aria-label={say("findings.title")}>
        <Ceilings />
        <h2>{say("findings.title")}</h2>
        <FindingsPanel
          checked={live.checked}
          explanations={explanations}
          onGo={({ sheet, row, field }) => sheet !== undefined && open(sheet, row, field)}
          {...(can("explain") && { onExplain: explain })}
          onComment={(finding) =>
            setSaid({ anchor: { kind: "finding", key: finding.key }, about: of(finding.message) })
          }
        />
      </aside>
      <PlaceComments place={said} onClose={() => setSaid(undefined)} />
    </div>
  );
}

/** Tells the others where one is. */
function usePresence(sheet: string, row: number): void {
  const { head, entry } = useOpenBudget();
  const { store } = entry;
  useEffect(() => {
    const at = rowsOf(store.state.sheets, sheet)[row]?.id ?? null;
    const tell = () =>
      call("presence", { params: { budget: head.id }, body: { sheet, row: at, field: null } }).catch(
        () => undefined,
      );
    void tell();
    const timer = setInterval(() => void tell(), 15_000);
    return () => clearInterval(timer);
  }, [head.id, sheet, row, store]);
}
