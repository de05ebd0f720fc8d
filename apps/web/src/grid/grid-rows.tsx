import type { Row } from "@mingzhang/server/api";
import { Dropdown, type MenuProps } from "antd";
import { memo, useRef } from "react";
import { cellOf } from "../entry/sheets.ts";
import { useText } from "../text/language.tsx";
import type { Area } from "./changes.ts";
import { ROW_HEIGHT, widthOf, widthOfSheet } from "./measures.ts";
import { nameOf, shownText } from "./options.ts";
import { inArea } from "./selection.ts";
import type { Mark, SheetGridProps } from "./sheet-grid.tsx";

const AROUND = 8;

interface Props extends SheetGridProps {
  readonly view: { readonly top: number; readonly height: number };
  readonly area: Area;
  readonly onOpen: () => void;
  /** What the right mouse button offers for the selected rows. */
  readonly menu: NonNullable<MenuProps["items"]>;
}

/** The heading and the rows in view. */
export function GridRows(props: Props) {
  const { schema, rows, view, area, selection, onSelect } = props;
  const { say, titled, of } = useText();
  const dragging = useRef(false);
  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - AROUND);
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW_HEIGHT) + AROUND);
  const pick = (row: number, column: number, extend: boolean) =>
    onSelect({
      row,
      column,
      fromRow: extend ? selection.fromRow : row,
      fromColumn: extend ? selection.fromColumn : column,
    });
  const at = (target: EventTarget): readonly [number, number] | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
    return cell === null ? undefined : [Number(cell.dataset.row), Number(cell.dataset.column)];
  };
  return (
    <Dropdown trigger={["contextMenu"]} menu={{ items: props.menu }} disabled={props.menu.length === 0}>
      <div
        role="grid"
        aria-label={titled(schema)}
        aria-rowcount={rows.length + 1}
        aria-colcount={schema.columns.length + 1}
        aria-multiselectable="true"
        className="grid"
        style={{ width: widthOfSheet(schema), height: ROW_HEIGHT * (rows.length + 1) }}
        onMouseDown={(event) => {
          const place = at(event.target);
          if (place === undefined || event.button !== 0) return;
          event.preventDefault();
          dragging.current = true;
          pick(place[0], place[1], event.shiftKey);
        }}
        onMouseOver={(event) => {
          const place = at(event.target);
          if (dragging.current && event.buttons === 1 && place !== undefined) pick(place[0], place[1], true);
        }}
        onFocus={() => undefined}
        onMouseUp={() => {
          dragging.current = false;
        }}
        onDoubleClick={props.onOpen}
        onContextMenu={(event) => {
          const place = at(event.target);
          if (place !== undefined && !inArea(area, place[0], place[1])) pick(place[0], place[1], false);
        }}
      >
        <div role="row" aria-rowindex={1} className="grid-head" style={{ height: ROW_HEIGHT }}>
          <span role="columnheader" className="grid-number">
            {say("entry.row")}
          </span>
          {schema.columns.map((column) => (
            <span
              role="columnheader"
              key={column.id}
              style={{ width: widthOf(column) }}
              title={of(column.doc)}
              className={column.required === true ? "required" : undefined}
            >
              {titled(column)}
            </span>
          ))}
        </div>
        {rows.slice(first, last).map((row, index) => (
          <GridRow
            key={row.id}
            row={row}
            index={first + index}
            schema={schema}
            year={props.year}
            marks={props.marks}
            comments={props.comments.get(row.id) ?? 0}
            area={first + index >= area.top && first + index <= area.bottom ? area : undefined}
          />
        ))}
      </div>
    </Dropdown>
  );
}

interface RowProps extends Pick<Props, "schema" | "year" | "marks"> {
  readonly row: Row;
  readonly comments: number;
  readonly index: number;
  /** The selection, where it touches this row. */
  readonly area: Area | undefined;
}

const GridRow = memo(function GridRow({ row, index, schema, year, marks, comments, area }: RowProps) {
  const { say, language } = useText();
  const said = comments > 0 ? say("comments.count", { count: comments }) : undefined;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="grid-row"
      style={{ top: ROW_HEIGHT * (index + 1), height: ROW_HEIGHT }}
    >
      <span
        role="rowheader"
        className={said === undefined ? "grid-number" : "grid-number grid-said"}
        data-said={index}
        title={said}
        aria-label={said === undefined ? undefined : `${index + 1} ${said}`}
      >
        {index + 1}
        {said !== undefined && <sup>{comments}</sup>}
      </span>
      {schema.columns.map((column, position) => {
        const text = cellOf(row, column.id);
        const shown = shownText(column, text, language);
        const name = nameOf(column, text, year);
        const mark = marks.get(`${row.id}/${column.id}`);
        const selected = area !== undefined && inArea(area, index, position);
        return (
          <span
            role="gridcell"
            key={column.id}
            data-row={index}
            data-column={position}
            aria-selected={selected}
            className={classes(column.type.kind === "amount", selected, mark)}
            style={{ width: widthOf(column) }}
            title={mark?.text ?? (name === "" && shown === text ? undefined : `${shown} ${name || text}`)}
          >
            {shown}
            {name !== "" && <small> {name}</small>}
          </span>
        );
      })}
    </div>
  );
});

function classes(amount: boolean, selected: boolean, mark: Mark | undefined): string {
  return [amount ? "number" : "", selected ? "selected" : "", mark === undefined ? "" : `mark-${mark.level}`]
    .filter((name) => name !== "")
    .join(" ");
}
