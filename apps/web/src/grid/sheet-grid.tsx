import type { SheetSchema } from "@mingzhang/core";
import type { Change, Row } from "@mingzhang/server/api";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Sheets } from "../entry/sheets.ts";
import { cellOf } from "../entry/sheets.ts";
import { randomId } from "../entry/use-entry.ts";
import { useText } from "../text/language.tsx";
import { CellEditor } from "./cell-editor.tsx";
import { deleteRows, fillDown, type Grid, paste, setCells, textsOf } from "./changes.ts";
import { parseCells, writeCells } from "./clipboard.ts";
import { GridRows } from "./grid-rows.tsx";
import { leftOf, ROW_HEIGHT, widthOf } from "./measures.ts";
import { areaOf, moved, type Selection, select } from "./selection.ts";

export interface Mark {
  readonly level: "error" | "warning" | "notice";
  readonly text: string;
}

export interface SheetGridProps {
  readonly schema: SheetSchema;
  readonly rows: readonly Row[];
  readonly sheets: Sheets;
  readonly year: number | undefined;
  readonly editable: boolean;
  /** Findings by row and field: "row/field". */
  readonly marks: ReadonlyMap<string, Mark>;
  /** How many comments stand beside each row. */
  readonly comments: ReadonlyMap<string, number>;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onEdit: (changes: readonly Change[]) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onComment: (row: string) => void;
}

/** What is being typed, and whether it began by typing over the cell. */
interface Typing {
  readonly text: string;
  readonly open: boolean;
}

/**
 * A sheet as a spreadsheet: only the rows in view are drawn. One text box lies over the cell that has the keyboard,
 * so that input methods for Chinese work from the first key on.
 */
export function SheetGrid(props: SheetGridProps) {
  const { schema, rows, sheets, selection, onSelect, onEdit, editable } = props;
  const { say, titled } = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [typing, setTyping] = useState<Typing>();
  const grid = useMemo<Grid>(() => ({ schema, rows, sheets, newId: randomId }), [schema, rows, sheets]);
  const size = {
    rows: Math.max(1, rows.length),
    columns: schema.columns.length,
    page: Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 2),
  };
  const area = areaOf(selection);
  const column = schema.columns[selection.column];
  const row = rows[selection.row];

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const measure = () => setView({ top: box.scrollTop, height: box.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new place brings the cell into view.
  useEffect(() => {
    keepInView(scroller.current, schema, selection);
  }, [selection.row, selection.column, schema]);

  const commit = (text: string) => {
    setTyping(undefined);
    if (row !== undefined && column !== undefined && text !== cellOf(row, column.id))
      onEdit(
        setCells(
          grid,
          { top: selection.row, bottom: selection.row, left: selection.column, right: selection.column },
          text,
        ),
      );
  };
  const go = (down: number, across: number) =>
    onSelect(select(size, selection.row + down, selection.column + across));
  const begin = (text: string, open = false) => {
    if (editable && row !== undefined) setTyping({ text, open });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = moved(
      selection,
      { key: event.key, ctrlKey: event.ctrlKey || event.metaKey, shiftKey: event.shiftKey },
      size,
    );
    const done = () => event.preventDefault();
    if (event.altKey && event.key === "ArrowDown") {
      done();
      begin(cellOf(row, column?.id ?? ""), true);
    } else if (to !== undefined && !event.altKey) {
      done();
      onSelect(to);
    } else if (event.key === "F2" && event.shiftKey) {
      done();
      if (row !== undefined) props.onComment(row.id);
    } else if (event.key === "Enter" || event.key === "F2") {
      done();
      begin(cellOf(row, column?.id ?? ""), event.key === "F2");
    } else if (event.key === "Delete" || event.key === "Backspace") {
      done();
      if (editable) onEdit(setCells(grid, area, ""));
    } else if (event.ctrlKey || event.metaKey) shortcut(event, done);
  };
  const shortcut = (event: KeyboardEvent, done: () => void) => {
    const key = event.key.toLowerCase();
    if (key === "a") onSelect({ row: size.rows - 1, column: size.columns - 1, fromRow: 0, fromColumn: 0 });
    else if (!editable) return;
    else if (key === "d") onEdit(fillDown(grid, area));
    else if (key === "z") (event.shiftKey ? props.onRedo : props.onUndo)();
    else if (key === "y") props.onRedo();
    else return;
    done();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (typing !== undefined) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", writeCells(textsOf(grid, area)));
    if (event.type === "cut" && editable) onEdit(setCells(grid, area, ""));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typing !== undefined || !editable) return;
    event.preventDefault();
    onEdit(paste(grid, area, parseCells(event.clipboardData.getData("text/plain"))));
  };

  const menu = [
    ...(row === undefined
      ? []
      : [
          {
            key: "comment",
            label: `${say("entry.row-comments")} (Shift+F2)`,
            onClick: () => props.onComment(row.id),
          },
        ]),
    ...(editable && row !== undefined
      ? [
          {
            key: "fill",
            label: `${say("entry.fill-down")} (Ctrl+D)`,
            onClick: () => onEdit(fillDown(grid, area)),
          },
          { key: "delete", label: say("entry.delete-rows"), onClick: () => onEdit(deleteRows(grid, area)) },
        ]
      : []),
  ];

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys reach the text box inside; this listens to its bubbling.
    <div
      className="grid-scroller"
      ref={scroller}
      onScroll={(event) =>
        setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }
      onMouseDown={() => scroller.current?.querySelector("textarea")?.focus({ preventScroll: true })}
      onKeyDown={typing === undefined ? onKeyDown : undefined}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={onPaste}
    >
      <GridRows
        {...props}
        onSelect={(next) => {
          if (typing !== undefined) commit(typing.text);
          onSelect(next);
        }}
        view={view}
        area={area}
        menu={menu}
        onOpen={() => begin(cellOf(row, column?.id ?? ""), true)}
      />
      {column !== undefined && (
        <CellEditor
          key={`${schema.id}/${selection.row}/${selection.column}`}
          schemaColumn={column}
          label={`${titled(column)} ${say("entry.row")} ${selection.row + 1}: ${cellOf(row, column.id)}`}
          typing={typing?.text}
          openList={typing?.open ?? false}
          sheets={sheets}
          year={props.year}
          place={{
            left: leftOf(schema, selection.column),
            top: ROW_HEIGHT * (selection.row + 1),
            width: widthOf(column),
          }}
          onType={(text) => (typing === undefined ? begin(text) : setTyping({ ...typing, text }))}
          onCommit={(text, down, across) => {
            commit(text);
            if (down !== 0 || across !== 0) go(down, across);
          }}
          onCancel={() => setTyping(undefined)}
        />
      )}
      {rows.length === 0 && <p className="grid-empty">{say("entry.empty")}</p>}
    </div>
  );
}

function keepInView(box: HTMLDivElement | null, schema: SheetSchema, { row, column }: Selection): void {
  if (box === null) return;
  const [top, bottom] = [row * ROW_HEIGHT, (row + 2) * ROW_HEIGHT];
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight - 16) box.scrollTop = bottom - box.clientHeight + 16;
  const [left, right] = [leftOf(schema, column), leftOf(schema, column + 1)];
  const frozen = leftOf(schema, 0);
  if (left - frozen < box.scrollLeft) box.scrollLeft = left - frozen;
  else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
}
