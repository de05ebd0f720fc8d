import type { SheetSchema } from "@mingzhang/core";
import { type AnyState, STATE_TEXTS } from "@mingzhang/server/api";
import { Alert } from "antd";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { type Grid, insertRow } from "../grid/changes.ts";
import { FormSheet } from "../grid/form-sheet.tsx";
import { type Selection, START } from "../grid/selection.ts";
import { SheetGrid } from "../grid/sheet-grid.tsx";
import { problemText } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import { ConflictList } from "./conflict-list.tsx";
import { EntryBar } from "./entry-bar.tsx";
import { commentsByRow, marksOf } from "./marks.ts";
import { cellOf, rowsOf } from "./sheets.ts";
import { UnreadableEdits } from "./unreadable-edits.tsx";
import { randomId } from "./use-entry.ts";

interface SheetProps {
  readonly schema: SheetSchema;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onComment: (row: string) => void;
  readonly editable: boolean;
  /** What keeps people from editing, where something does. */
  readonly state: AnyState;
  /** What can be done with files. */
  readonly files?: ReactNode;
}

/** One sheet, as a form or as a grid, with what can be done in it. */
export function EntrySheet(props: SheetProps) {
  const { schema, selection, onSelect, onComment, editable } = props;
  const text = useText();
  const { say, of, titled } = text;
  const { entry, live, comments, can } = useOpenBudget();
  const { store, state } = entry;
  const [filter, setFilter] = useState("");
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
        files={props.files}
      />
      {!editable && <p className="quiet">{say("entry.readonly", { state: of(STATE_TEXTS[props.state]) })}</p>}
      {state.refusal !== undefined && (
        <Alert
          type="error"
          showIcon
          closable={{ onClose: () => store.forgetRefusal() }}
          title={say("entry.refused", { why: problemText(state.refusal, text) })}
        />
      )}
      <UnreadableEdits store={store} state={state} />
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
