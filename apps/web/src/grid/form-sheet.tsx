import type { ColumnSchema, SheetSchema } from "@mingzhang/core";
import type { Change, Row } from "@mingzhang/server/api";
import { useState } from "react";
import { cellOf } from "../entry/sheets.ts";
import { randomId } from "../entry/use-entry.ts";
import { useText } from "../text/language.tsx";
import type { Mark } from "./sheet-grid.tsx";

interface Props {
  readonly schema: SheetSchema;
  readonly row: Row | undefined;
  readonly editable: boolean;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly onEdit: (changes: readonly Change[]) => void;
}

/** A sheet of one row as a form, saved when a field is left. */
export function FormSheet({ schema, row, editable, marks, onEdit }: Props) {
  const save = (field: string, to: string) => {
    if (row === undefined)
      onEdit([{ kind: "insert", sheet: schema.id, row: randomId(), after: null, cells: { [field]: to } }]);
    else onEdit([{ kind: "set", sheet: schema.id, row: row.id, field, from: cellOf(row, field), to }]);
  };
  return (
    <div className="form-sheet">
      {schema.columns.map((column) => (
        <Field
          key={column.id}
          column={column}
          value={cellOf(row, column.id)}
          editable={editable}
          mark={marks.get(`${row?.id}/${column.id}`)}
          onSave={(text) => save(column.id, text)}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  readonly column: ColumnSchema;
  readonly value: string;
  readonly editable: boolean;
  readonly mark: Mark | undefined;
  readonly onSave: (text: string) => void;
}

function Field({ column, value, editable, mark, onSave }: FieldProps) {
  const { titled, of } = useText();
  const [draft, setDraft] = useState<string>();
  const long = column.type.kind === "text" && column.type.long === true;
  const leave = () => {
    if (draft !== undefined && draft !== value) onSave(draft);
    setDraft(undefined);
  };
  const id = `field-${column.id}`;
  return (
    <div className="form-field">
      <label htmlFor={id} className={column.required === true ? "required" : undefined}>
        {titled(column)}
      </label>
      <div>
        <textarea
          id={id}
          rows={long ? Math.min(8, Math.max(2, value.split("\n").length)) : 1}
          value={draft ?? value}
          readOnly={!editable}
          aria-describedby={`${id}-doc`}
          aria-invalid={mark?.level === "error"}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={leave}
        />
        <small id={`${id}-doc`} className={mark === undefined ? "quiet" : mark.level}>
          {mark?.text ?? of(column.doc)}
        </small>
      </div>
    </div>
  );
}
