import { BUDGET_SHEETS } from "@mingzhang/core";
import { type CheckResult, STATE_TEXTS } from "@mingzhang/server/api";
import { Alert, Button, Input } from "antd";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { CommentDialog, type CommentTarget } from "../flow/comment-dialog.tsx";
import { deleteRows, fillDown, type Grid, insertRow } from "../grid/changes.ts";
import { FormSheet } from "../grid/form-sheet.tsx";
import { areaOf, type Selection, START } from "../grid/selection.ts";
import { type Mark, SheetGrid } from "../grid/sheet-grid.tsx";
import { problemText } from "../layout/states.tsx";
import { FindingsPanel } from "../live/findings-panel.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { ConflictList } from "./conflict-list.tsx";
import { EntryFiles } from "./entry-files.tsx";
import { SaveState } from "./save-state.tsx";
import { cellOf, rowsOf } from "./sheets.ts";
import { randomId } from "./use-entry.ts";

const LAST_SHEET = "mingzhang.sheet";

export function EntryTab() {
  const text = useText();
  const { say, of } = text;
  const { head, entry, live, explanations, reload, can } = useOpenBudget();
  const { store, state } = entry;
  const [sheetId, setSheetId] = useState(() => sessionStorage.getItem(LAST_SHEET) ?? "ledger");
  const [filter, setFilter] = useState("");
  const [selection, setSelection] = useState<Selection>(START);
  const [target, setTarget] = useState<CommentTarget>();
  const schema = BUDGET_SHEETS.find(({ id }) => id === sheetId) ?? BUDGET_SHEETS[0];
  const editable = can("edit");
  const all = rowsOf(state.sheets, sheetId);
  const wanted = useDeferredValue(filter.trim().toLowerCase());
  const rows = useMemo(
    () =>
      wanted === ""
        ? all
        : all.filter(({ cells }) => Object.values(cells).some((cell) => cell.toLowerCase().includes(wanted))),
    [all, wanted],
  );
  const marks = useMemo(() => marksOf(live.checked?.findings ?? [], of), [live.checked, of]);
  useEffect(() => {
    sessionStorage.setItem(LAST_SHEET, sheetId);
  }, [sheetId]);
  useEffect(() => {
    const row = rowsOf(store.state.sheets, sheetId)[selection.row]?.id ?? null;
    const tell = (sheet: string | null) =>
      call("presence", { params: { budget: head.id }, body: { sheet, row, field: null } }).catch(
        () => undefined,
      );
    void tell(sheetId);
    const timer = setInterval(() => void tell(sheetId), 15_000);
    return () => clearInterval(timer);
  }, [head.id, sheetId, selection.row, store]);
  if (schema === undefined) return null;

  const open = (id: string) => {
    setSheetId(id);
    setFilter("");
    setSelection(START);
  };
  const goToFinding = ({ sheet, row, field }: CheckResult["findings"][number]) => {
    if (sheet === undefined) return;
    open(sheet);
    const at = rowsOf(state.sheets, sheet).findIndex(({ id }) => id === row);
    const columns = BUDGET_SHEETS.find(({ id }) => id === sheet)?.columns ?? [];
    const column = Math.max(
      0,
      columns.findIndex(({ id }) => id === field),
    );
    if (at >= 0) setSelection({ row: at, column, fromRow: at, fromColumn: column });
  };
  const grid: Grid = { schema, rows, sheets: state.sheets, newId: randomId };
  const area = areaOf(selection);
  const addRow = () => {
    const inserted = insertRow(grid, rows[selection.row]?.id ?? all.at(-1)?.id ?? null, {});
    store.edit([inserted]);
    setFilter("");
    const at = rowsOf(store.state.sheets, sheetId).findIndex(({ id }) => id === inserted.row);
    setSelection({ row: at, column: 0, fromRow: at, fromColumn: 0 });
  };
  const explain = (key: string, said: string) => {
    call("explain", { params: { budget: head.id }, body: { key, text: said } }).then(reload, reload);
  };

  return (
    <div className="entry">
      <nav className="sheets" aria-label={say("entry.sheets")}>
        {BUDGET_SHEETS.map(({ id, title }) => (
          <button type="button" key={id} aria-current={id === sheetId} onClick={() => open(id)}>
            {title}{" "}
            <SheetCount
              count={rowsOf(state.sheets, id).length}
              findings={live.checked?.findings}
              sheet={id}
            />
          </button>
        ))}
      </nav>
      <section className="entry-main" aria-label={schema.title}>
        <div className="bar">
          {schema.shape === "table" && (
            <Input
              allowClear
              aria-label={say("entry.filter")}
              placeholder={say("entry.filter")}
              value={filter}
              onChange={(event) => {
                setFilter(event.target.value);
                setSelection(START);
              }}
              className="filter"
            />
          )}
          {editable && schema.shape === "table" && (
            <>
              <Button onClick={addRow}>{say("entry.add-row")}</Button>
              <Button disabled={rows.length === 0} onClick={() => store.edit(deleteRows(grid, area))}>
                {say("entry.delete-rows")}
              </Button>
              <Button disabled={rows.length === 0} onClick={() => store.edit(fillDown(grid, area))}>
                {say("entry.fill-down")}
              </Button>
            </>
          )}
          {editable && (
            <>
              <Button disabled={!state.canUndo} onClick={() => store.undo()}>
                {say("entry.undo")}
              </Button>
              <Button disabled={!state.canRedo} onClick={() => store.redo()}>
                {say("entry.redo")}
              </Button>
            </>
          )}
          <EntryFiles editable={editable} />
          <span className="push">
            <SaveState state={state} sheet={sheetId} />
          </span>
        </div>
        {!editable && (
          <p className="quiet">{say("entry.readonly", { state: of(STATE_TEXTS[head.state]) })}</p>
        )}
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
            key={schema.id}
            schema={schema}
            row={all[0]}
            editable={editable}
            marks={marks}
            onEdit={(changes) => store.edit(changes)}
          />
        ) : (
          <SheetGrid
            key={schema.id}
            schema={schema}
            rows={rows}
            sheets={state.sheets}
            year={yearOf(cellOf(rowsOf(state.sheets, "department")[0], "year"))}
            editable={editable}
            marks={marks}
            selection={selection}
            onSelect={setSelection}
            onEdit={(changes) => store.edit(changes)}
            onUndo={() => store.undo()}
            onRedo={() => store.redo()}
          />
        )}
        {schema.shape === "table" && (
          <p className="quiet footnote" id="grid-keys">
            {wanted === ""
              ? say("entry.rows", { count: all.length })
              : say("entry.shown", { shown: rows.length, count: all.length })}{" "}
            {editable && say("entry.keys")}
          </p>
        )}
      </section>
      <aside className="entry-findings" aria-label={say("findings.title")}>
        <h2>{say("findings.title")}</h2>
        <FindingsPanel
          checked={live.checked}
          explanations={explanations}
          onGo={goToFinding}
          {...(can("explain") && { onExplain: explain })}
          {...(can("comment") && {
            onComment: (finding) =>
              setTarget({ anchor: { kind: "finding", key: finding.key }, about: of(finding.message) }),
          })}
        />
      </aside>
      <CommentDialog target={target} onClose={() => setTarget(undefined)} />
    </div>
  );
}

function SheetCount({
  count,
  findings = [],
  sheet,
}: {
  readonly count: number;
  readonly findings?: readonly CheckResult["findings"][number][] | undefined;
  readonly sheet: string;
}) {
  const errors = findings.filter((finding) => finding.sheet === sheet && finding.level === "error").length;
  return (
    <small className={errors > 0 ? "error" : "quiet"}>{errors > 0 ? `${count} · ${errors}!` : count}</small>
  );
}

function yearOf(text: string): number | undefined {
  return /^\d{4}$/.test(text) ? Number(text) : undefined;
}

/** The gravest finding of each cell. */
function marksOf(
  findings: readonly CheckResult["findings"][number][],
  of: (text: { readonly zh: string; readonly en: string }) => string,
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { row, field, level, message } of findings) {
    if (row === undefined || field === undefined) continue;
    const key = `${row}/${field}`;
    if (!marks.has(key)) marks.set(key, { level, text: of(message) });
  }
  return marks;
}
