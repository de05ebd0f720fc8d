import { BUDGET_SHEETS, type SheetSchema } from "@mingzhang/core";
import { STATE_TEXTS } from "@mingzhang/server/api";
import { Alert } from "antd";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { Ceilings } from "../budgets/ceilings.tsx";
import { useOpenBudget } from "../budgets/open-budget.ts";
import type { CommentTarget } from "../flow/comment-dialog.tsx";
import { PlaceComments } from "../flow/place-comments.tsx";
import { type Grid, insertRow } from "../grid/changes.ts";
import { FormSheet } from "../grid/form-sheet.tsx";
import { type Selection, START } from "../grid/selection.ts";
import { SheetGrid } from "../grid/sheet-grid.tsx";
import { problemText } from "../layout/states.tsx";
import { FindingsPanel } from "../live/findings-panel.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { ConflictList } from "./conflict-list.tsx";
import { EntryBar } from "./entry-bar.tsx";
import { commentsByRow, marksOf } from "./marks.ts";
import { SheetNav } from "./sheet-nav.tsx";
import { cellOf, rowsOf } from "./sheets.ts";
import { randomId } from "./use-entry.ts";

const LAST_SHEET = "mingzhang.sheet";

export function EntryTab() {
  const { say, of, titled } = useText();
  const { head, entry, live, explanations, reload, can, place, placeShown } = useOpenBudget();
  const { state } = entry;
  const [sheetId, setSheetId] = useState(() => sessionStorage.getItem(LAST_SHEET) ?? "ledger");
  const [selection, setSelection] = useState<Selection>(START);
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
    call("explain", { params: { budget: head.id }, body: { key, text } }).then(reload, reload);
  };
  return (
    <div className="entry">
      <SheetNav
        sheets={state.sheets}
        current={sheetId}
        findings={live.checked?.findings ?? []}
        onOpen={(sheet) => goTo(sheet, undefined, undefined)}
      />
      <Sheet
        key={schema.id}
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

interface SheetProps {
  readonly schema: SheetSchema;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onComment: (row: string) => void;
}

/** One sheet, as a form or as a grid, with what can be done in it. */
function Sheet({ schema, selection, onSelect, onComment }: SheetProps) {
  const text = useText();
  const { say, of, titled } = text;
  const { head, entry, live, comments, can } = useOpenBudget();
  const { store, state } = entry;
  const [filter, setFilter] = useState("");
  const editable = can("edit");
  const all = rowsOf(state.sheets, schema.id);
  const wanted = useDeferredValue(filter.trim().toLowerCase());
  const rows = useMemo(
    () =>
      wanted === ""
        ? all
        : all.filter(({ cells }) => Object.values(cells).some((cell) => cell.toLowerCase().includes(wanted))),
    [all, wanted],
  );
  const marks = useMemo(() => marksOf(live.checked?.findings ?? [], of), [live.checked, of]);
  const said = useMemo(() => commentsByRow(comments, schema.id), [comments, schema.id]);
  const grid: Grid = { schema, rows, sheets: state.sheets, newId: randomId };
  const selected = rows[selection.row]?.id;
  const commentOn = (row: string | undefined) =>
    row !== undefined && (can("comment") || said.has(row)) ? () => onComment(row) : undefined;
  const addRow = () => {
    const inserted = insertRow(grid, selected ?? all.at(-1)?.id ?? null, {});
    store.edit([inserted]);
    setFilter("");
    const at = rowsOf(store.state.sheets, schema.id).findIndex(({ id }) => id === inserted.row);
    onSelect({ row: at, column: 0, fromRow: at, fromColumn: 0 });
  };
  return (
    <section className="entry-main" aria-label={titled(schema)}>
      <EntryBar
        schema={schema}
        grid={grid}
        selection={selection}
        store={store}
        state={state}
        editable={editable}
        filter={filter}
        onFilter={(typed) => {
          setFilter(typed);
          onSelect(START);
        }}
        onAddRow={addRow}
        onComment={commentOn(selected)}
      />
      {!editable && <p className="quiet">{say("entry.readonly", { state: of(STATE_TEXTS[head.state]) })}</p>}
      {state.refusal !== undefined && (
        <Alert
          type="error"
          showIcon
          closable={{ onClose: () => store.forgetRefusal() }}
          title={say("entry.refused", { why: problemText(state.refusal, text) })}
        />
      )}
      <ConflictList conflicts={state.conflicts} onResolve={(one, take) => store.resolve(one, take)} />
      {schema.shape === "form" ? (
        <FormSheet
          schema={schema}
          row={all[0]}
          editable={editable}
          marks={marks}
          onEdit={(changes) => store.edit(changes)}
        />
      ) : (
        <>
          <SheetGrid
            schema={schema}
            rows={rows}
            sheets={state.sheets}
            year={yearOf(cellOf(rowsOf(state.sheets, "department")[0], "year"))}
            editable={editable}
            marks={marks}
            comments={said}
            selection={selection}
            onSelect={onSelect}
            onEdit={(changes) => store.edit(changes)}
            onUndo={() => store.undo()}
            onRedo={() => store.redo()}
            onComment={(row) => commentOn(row)?.()}
          />
          <p className="quiet footnote" id="grid-keys">
            {wanted === ""
              ? say("entry.rows", { count: all.length })
              : say("entry.shown", { shown: rows.length, count: all.length })}{" "}
            {editable && say("entry.keys")} {say("entry.keys.comment")}
          </p>
        </>
      )}
    </section>
  );
}

function yearOf(text: string): number | undefined {
  return /^\d{4}$/.test(text) ? Number(text) : undefined;
}
