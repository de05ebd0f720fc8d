import type { ColumnSchema } from "@mingzhang/core";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Sheets } from "../entry/sheets.ts";
import { useText } from "../text/language.tsx";
import { matching, optionsOf } from "./options.ts";

interface Props {
  readonly schemaColumn: ColumnSchema;
  readonly label: string;
  /** What is typed; undefined: the cell is only selected. */
  readonly typing: string | undefined;
  /** Show the whole list, not what matches the text. */
  readonly openList: boolean;
  readonly sheets: Sheets;
  readonly year: number | undefined;
  readonly place: { readonly left: number; readonly top: number; readonly width: number };
  readonly onType: (text: string) => void;
  readonly onCommit: (text: string, down: number, across: number) => void;
  readonly onCancel: () => void;
}

/** The text box over the cell that has the keyboard; with a list where the column has one. */
export function CellEditor(props: Props) {
  const { schemaColumn, typing, openList, place, onType, onCommit, onCancel } = props;
  const { say, language } = useText();
  const box = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState(0);
  const [typed, setTyped] = useState(false);
  const editing = typing !== undefined;
  const options = useMemo(
    () => (editing ? optionsOf(schemaColumn, props.sheets, props.year, language) : []),
    [editing, schemaColumn, props.sheets, props.year, language],
  );
  const all = openList && !typed;
  const shown =
    editing && options.length > 0 && (typing !== "" || all) ? matching(options, all ? "" : typing) : [];

  useEffect(() => {
    const active = document.activeElement;
    const elsewhere = active instanceof HTMLElement && active.matches("input, [role=dialog] *");
    if (!elsewhere) box.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (editing) box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, [editing]);

  const value = () =>
    shown.length > 0 && (typed || all) ? (shown[chosen]?.value ?? typing ?? "") : (typing ?? "");
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!editing || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setChosen((at) => Math.max(0, Math.min(shown.length - 1, at + step)));
    } else if (event.key === "Enter" && event.altKey) {
      event.preventDefault();
      onType(`${typing}\n`);
    } else if (event.key === "Enter") {
      event.preventDefault();
      onCommit(value(), event.shiftKey ? -1 : 1, 0);
    } else if (event.key === "Tab") {
      event.preventDefault();
      onCommit(value(), 0, event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") onCancel();
  };
  const long = schemaColumn.type.kind === "text" && schemaColumn.type.long === true;
  return (
    <div className="grid-editor" style={{ left: place.left, top: place.top, width: place.width }}>
      <textarea
        ref={box}
        rows={editing && long ? 4 : 1}
        className={editing ? "editing" : undefined}
        aria-label={props.label}
        aria-describedby="grid-keys"
        aria-autocomplete={options.length > 0 ? "list" : undefined}
        aria-controls={shown.length > 0 ? "grid-list" : undefined}
        value={typing ?? ""}
        spellCheck={false}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(true);
          setChosen(0);
          onType(event.target.value);
        }}
        onBlur={() => editing && onCommit(typing, 0, 0)}
      />
      {shown.length > 0 && (
        <ul id="grid-list" className="grid-list" role="listbox" aria-label={say("entry.choose")}>
          {shown.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the arrows and Enter of the text box choose.
            <li
              key={one.value}
              role="option"
              aria-selected={index === chosen}
              ref={(item) => {
                if (index === chosen) item?.scrollIntoView({ block: "nearest" });
              }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onCommit(one.value, 0, 0)}
            >
              {one.label}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
