import { type ColumnSchema, fold } from "@mingzhang/core";
import { Button } from "antd";
import { type FormEvent, useMemo, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { ConflictList } from "../entry/conflict-list.tsx";
import { SaveState } from "../entry/save-state.tsx";
import { rowsOf, type Sheets, sheetOf } from "../entry/sheets.ts";
import { UnreadableEdits } from "../entry/unreadable-edits.tsx";
import { linkTo } from "../layout/route.ts";
import { NotAllowed, Nothing } from "../layout/states.tsx";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { AttachmentField } from "./attachment-field.tsx";
import { CellField } from "./cell-field.tsx";
import type { Cells } from "./export.ts";
import { IndicatorProgress } from "./indicator-progress.tsx";
import { newLine } from "./lines.ts";
import { useOpenYear } from "./open-year.ts";

const RECORDS = sheetOf("records");
const FIELDS = [
  "date",
  "kind",
  "project",
  "matter",
  "place",
  "count",
  "measure_unit",
  "reached",
  "due",
  "amount_yuan",
];
/** What the next record most often has in common with the last. */
const KEPT = ["project", "kind", "measure_unit"];
const KNOWN = ["matter", "place", "measure_unit"];
const NUMBERS = ["count", "reached", "due", "amount_yuan"];

/** One record of the register, for a phone: what was done is recorded where it was done, with or without a connection. */
export function RecordForm() {
  const { say } = useText();
  const { me } = useSession();
  const { head, entry, can } = useOpenBudget();
  const { at } = useOpenYear();
  const { store, state } = entry;
  const [cells, setCells] = useState<Cells>(() => ({ date: at, ...lastOf(me.person.name, state.sheets) }));
  const [tried, setTried] = useState(false);
  const [written, setWritten] = useState<Cells>();
  const known = useMemo(
    () => knownTexts(rowsOf(state.sheets, "records").map((row) => row.cells)),
    [state.sheets],
  );
  if (!can("record")) return <NotAllowed />;
  const faulty = (column: ColumnSchema) => {
    const text = cells[column.id] ?? "";
    if (column.required === true && text.trim() === "") return say("record.required");
    return NUMBERS.includes(column.id) && text !== "" && !/^\d+(\.\d+)?$/.test(text)
      ? say("record.number")
      : undefined;
  };
  const columns = RECORDS.columns.filter(({ id }) => FIELDS.includes(id));
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (columns.some((column) => faulty(column) !== undefined)) return;
    store.edit([newLine(state.sheets, "records", { ...cells, recorded_by: me.person.name })]);
    setWritten(cells);
    setCells({ date: cells.date ?? at, ...keptOf(cells) });
    setTried(false);
  };
  return (
    <div className="record">
      <form onSubmit={save} aria-label={say("record.title")} noValidate>
        <h2>{say("record.title")}</h2>
        {columns.map((column) => (
          <CellField
            key={column.id}
            column={column}
            value={cells[column.id] ?? ""}
            sheets={state.sheets}
            {...(KNOWN.includes(column.id) && { known: known.get(column.id) ?? [] })}
            {...(column.id === "project" && { blank: say("year.whole") })}
            error={tried ? faulty(column) : undefined}
            onChange={(text) => setCells((now) => ({ ...now, [column.id]: text }))}
          />
        ))}
        <AttachmentField
          name={cells.attachment ?? ""}
          onAttach={(file) => setCells((now) => ({ ...now, ...file }))}
        />
        <Button type="primary" htmlType="submit" block>
          {say("record.save")}
        </Button>
        <p>
          <SaveState state={state} sheet="records" />{" "}
          {written !== undefined && (
            <span className="quiet">{say("record.written", { matter: written.matter ?? "" })}</span>
          )}
        </p>
        <UnreadableEdits store={store} state={state} />
        <ConflictList conflicts={state.conflicts} onResolve={(one, take) => store.resolve(one, take)} />
        <p>
          <a {...linkTo(`/budgets/${head.id}/year/records`)}>{say("record.all")}</a>
        </p>
      </form>
      <div>
        <IndicatorProgress project={cells.project ? cells.project : null} />
        <Unreadable />
      </div>
    </div>
  );
}

/** Where something entered cannot be read there is nothing to show progress by. */
function Unreadable() {
  const { say } = useText();
  const { live } = useOpenBudget();
  const errors = live.checked?.counts.error ?? 0;
  return errors === 0 ? null : <Nothing text={say("year.unreadable", { count: errors })} />;
}

function keptOf(cells: Cells): Cells {
  return Object.fromEntries(KEPT.map((field) => [field, cells[field] ?? ""]));
}

/** Taken from the register itself: nothing of it needs to stay in the browser. */
function lastOf(person: string, sheets: Sheets): Cells {
  const own = rowsOf(sheets, "records").findLast(({ cells }) => cells.recorded_by === person);
  return own === undefined ? {} : keptOf(own.cells);
}

/** What was written in these fields, the latest first, each once. */
function knownTexts(records: readonly Cells[]): ReadonlyMap<string, readonly string[]> {
  const of = (field: string) => {
    const byFolded = new Map<string, string>();
    for (const cells of records) {
      const text = cells[field]?.trim() ?? "";
      byFolded.delete(fold(text));
      if (text !== "") byFolded.set(fold(text), text);
    }
    return [...byFolded.values()].reverse().slice(0, 50);
  };
  return new Map(KNOWN.map((field) => [field, of(field)]));
}
