import type { ColumnType } from "../../schema.ts";
import { findTerm, fold } from "../../terms.ts";
import type { Value } from "../record.ts";
import { readCode } from "./code.ts";
import { readDate, readYear } from "./date.ts";
import { type CellInput, reportCell } from "./input.ts";
import { readAmount, readDecimal, readInteger } from "./number.ts";

type InputOf<K extends ColumnType["kind"]> = CellInput<Extract<ColumnType, { kind: K }>>;
type CellReaders = { readonly [K in ColumnType["kind"]]: (input: InputOf<K>) => Value | undefined };

const FORMULA_ERROR = /^#(?:REF!|DIV\/0!|N\/A|NAME\?|VALUE!|NULL!|NUM!|SPILL!|CALC!|####)/iu;

const READERS: CellReaders = {
  text: ({ text }) => text,
  year: readYear,
  integer: readInteger,
  decimal: readDecimal,
  date: readDate,
  amount: readAmount,
  choice: readChoice,
  code: readCode,
  reference: readReference,
};

/** Reads a filled cell by the type of its column. Undefined: it could not be read, and an error is reported. */
export function readCell(input: CellInput): Value | undefined {
  if (input.kind === "error" || FORMULA_ERROR.test(input.text)) return reportCell(input, "formula-error", {});
  const read = READERS[input.type.kind] as (input: CellInput) => Value | undefined;
  return read(input);
}

function readChoice(input: InputOf<"choice">): string | undefined {
  const { terms } = input.type;
  const words = terms.map((term) => term.zh).join("、");
  const ids = terms.map((term) => term.id).join(", ");
  return findTerm(terms, input.text)?.id ?? reportCell(input, "unknown-choice", { words, ids });
}

const KNOWN_SHOWN = 6;

function readReference(input: InputOf<"reference">): string | undefined {
  const { sheet } = input.type;
  // An indicator's name counts within its project only: a check of rows compares them.
  const keys = sheet === "indicators" ? undefined : input.keys[sheet];
  if (keys === undefined) return input.text;
  const key = keys.get(fold(input.text));
  if (key !== undefined) return key;
  const shown = [...keys.values()].slice(0, KNOWN_SHOWN).join("、");
  const known = keys.size > KNOWN_SHOWN ? `${shown}…` : shown;
  return reportCell(input, sheet === "units" ? "unknown-unit" : "unknown-project", { known });
}
