import { BUDGET_SHEETS } from "@mingzhang/core";
import { useEffect, useState } from "react";
import { Ceilings } from "../budgets/ceilings.tsx";
import { useOpenBudget } from "../budgets/open-budget.ts";
import type { CommentTarget } from "../flow/comment-dialog.tsx";
import { PlaceComments } from "../flow/place-comments.tsx";
import { type Selection, START } from "../grid/selection.ts";
import { useAttempt } from "../layout/attempt.ts";
import { FindingsPanel } from "../live/findings-panel.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { EntryFiles } from "./entry-files.tsx";
import { EntrySheet } from "./entry-sheet.tsx";
import { SheetNav } from "./sheet-nav.tsx";
import { rowsOf } from "./sheets.ts";

const LAST_SHEET = "mingzhang.sheet";

export function EntryTab() {
  const { say, of, titled } = useText();
  const { head, entry, live, explanations, reload, can, place, placeShown } = useOpenBudget();
  const { state } = entry;
  const [sheetId, setSheetId] = useState(() => sessionStorage.getItem(LAST_SHEET) ?? "ledger");
  const [selection, setSelection] = useState<Selection>(START);
  const attempt = useAttempt();
  const [said, setSaid] = useState<CommentTarget>();
  const schema = BUDGET_SHEETS.find(({ id }) => id === sheetId) ?? BUDGET_SHEETS[0];
  useEffect(() => {
    sessionStorage.setItem(LAST_SHEET, sheetId);
  }, [sheetId]);
  usePresence(sheetId, selection.row);

  const goTo = (sheet: string, row: string | undefined, field: string | undefined) => {
    setSheetId(sheet);
    const at = rowsOf(state.sheets, sheet).findIndex(({ id }) => id === row);
    const columns = BUDGET_SHEETS.find(({ id }) => id === sheet)?.columns ?? [];
    const column = Math.max(
      0,
      columns.findIndex(({ id }) => id === field),
    );
    setSelection(at < 0 ? START : { row: at, column, fromRow: at, fromColumn: column });
    return at >= 0;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is opened once, when it is asked for.
  useEffect(() => {
    if (place?.kind === "row") {
      const found = goTo(place.sheet, place.row, place.field);
      setSaid({
        anchor: place,
        about: found ? aboutRow(place.row, place.sheet) : say("comments.place-gone"),
      });
      placeShown();
    }
    if (place?.kind === "finding" && live.checked !== undefined) {
      const finding = live.checked.findings.find(({ key }) => key === place.key);
      if (finding?.sheet !== undefined) goTo(finding.sheet, finding.row, finding.field);
      setSaid({
        anchor: place,
        about: finding === undefined ? say("comments.place-gone") : of(finding.message),
      });
      placeShown();
    }
  }, [place, live.checked]);
  if (schema === undefined) return null;

  const aboutRow = (row: string, sheet: string) => {
    const number = rowsOf(state.sheets, sheet).findIndex(({ id }) => id === row) + 1;
    const named = BUDGET_SHEETS.find(({ id }) => id === sheet);
    return say("comments.about.numbered-row", { sheet: named === undefined ? sheet : titled(named), number });
  };
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
        onOpen={(sheet) => goTo(sheet, undefined, undefined)}
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
          setSaid({ anchor: { kind: "row", sheet: sheetId, row }, about: aboutRow(row, sheetId) })
        }
      />
      <aside className="entry-findings" aria-label={say("findings.title")}>
        <Ceilings />
        <h2>{say("findings.title")}</h2>
        <FindingsPanel
          checked={live.checked}
          explanations={explanations}
          onGo={({ sheet, row, field }) => sheet !== undefined && goTo(sheet, row, field)}
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
