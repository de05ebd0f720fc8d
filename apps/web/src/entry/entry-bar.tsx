import type { SheetSchema } from "@mingzhang/core";
import { Button, Input } from "antd";
import type { ReactNode } from "react";
import { deleteRows, fillDown, type Grid } from "../grid/changes.ts";
import { areaOf, type Selection } from "../grid/selection.ts";
import { useText } from "../text/language.tsx";
import type { EntryState, EntryStore } from "./entry-store.ts";
import { SaveState } from "./save-state.tsx";

interface Props {
  readonly schema: SheetSchema;
  readonly grid: Grid;
  readonly selection: Selection;
  readonly store: EntryStore;
  readonly state: EntryState;
  readonly editable: boolean;
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  readonly onAddRow: () => void;
  /** Absent where the person may neither comment nor see a comment of the selected row. */
  readonly onComment: (() => void) | undefined;
  readonly files: ReactNode;
}

/** What can be done with the sheet as a whole and with the selected rows. */
export function EntryBar(props: Props) {
  const { schema, grid, selection, store, state, editable, filter } = props;
  const { say } = useText();
  const area = areaOf(selection);
  const isTable = schema.shape === "table";
  const isEmpty = grid.rows.length === 0;
  return (
    <div className="bar">
      {isTable && (
        <Input
          allowClear
          aria-label={say("entry.filter")}
          placeholder={say("entry.filter")}
          value={filter}
          onChange={(event) => props.onFilter(event.target.value)}
          className="filter"
        />
      )}
      {editable && isTable && (
        <>
          <Button onClick={props.onAddRow}>{say("entry.add-row")}</Button>
          <Button disabled={isEmpty} onClick={() => store.edit(deleteRows(grid, area))}>
            {say("entry.delete-rows")}
          </Button>
          <Button disabled={isEmpty} onClick={() => store.edit(fillDown(grid, area))}>
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
      {isTable && (
        <Button disabled={props.onComment === undefined} onClick={props.onComment} title="Shift+F2">
          {say("entry.row-comments")}
        </Button>
      )}
      {props.files}
      <span className="push">
        <SaveState state={state} sheet={schema.id} />
      </span>
    </div>
  );
}
