import type { ColumnSchema } from "@mingzhang/core";
import { useId } from "react";
import type { Sheets } from "../entry/sheets.ts";
import { optionsOf } from "../grid/options.ts";
import { useText } from "../text/language.tsx";

interface Props {
  readonly column: ColumnSchema;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Where references find their rows. */
  readonly sheets: Sheets;
  /** What was written here before, to choose from. */
  readonly known?: readonly string[];
  /** What an empty choice means. */
  readonly blank?: string;
  readonly disabled?: boolean;
  readonly error?: string | undefined;
}

/** A column of a sheet as one field of a form, with the device's own controls: they work on phones too. */
export function CellField(props: Props) {
  const { column, value, onChange, sheets, known, disabled, error } = props;
  const { titled, language } = useText();
  const id = useId();
  const options = optionsOf(column, sheets, undefined, language);
  const { type } = column;
  const common = {
    id,
    value,
    disabled,
    "aria-invalid": error !== undefined,
    "aria-describedby": error === undefined ? undefined : `${id}-error`,
    "aria-required": column.required,
  };
  return (
    <div className="cell-field">
      <label htmlFor={id} className={column.required === true ? "required" : undefined}>
        {titled(column)}
      </label>
      {options.length > 0 || type.kind === "choice" || type.kind === "reference" ? (
        <select {...common} onChange={(event) => onChange(event.target.value)}>
          <option value="">{props.blank ?? ""}</option>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      ) : type.kind === "text" && type.long === true ? (
        <textarea {...common} rows={2} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...common}
          type={type.kind === "date" ? "date" : "text"}
          inputMode={type.kind === "decimal" || type.kind === "amount" ? "decimal" : undefined}
          list={known === undefined ? undefined : `${id}-known`}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {known !== undefined && (
        <datalist id={`${id}-known`}>
          {known.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      {error !== undefined && (
        <small id={`${id}-error`} className="error">
          {error}
        </small>
      )}
    </div>
  );
}
