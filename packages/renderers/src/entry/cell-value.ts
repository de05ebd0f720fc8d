import { type ColumnSchema, REASON_SUBJECTS } from "@mingzhang/core";
import { type CellValue, isExactNumber } from "../workbook/index.ts";
import { codeText } from "./catalogue-texts.ts";
import type { EntryStyle } from "./styles.ts";

/** What a cell shows for a text of the schema: words for choices, names behind codes, numbers as numbers. */
export function cellValue({ id, type }: ColumnSchema, text: string, year: number): CellValue {
  switch (type.kind) {
    case "choice":
      return type.terms.find(({ id }) => id === text)?.zh ?? text;
    case "code":
      return codeText(type.catalogue, text, year);
    case "amount":
    case "decimal":
    case "integer":
    case "year":
      return isExactNumber(text) ? { number: text } : text;
    default:
      return id === "subject" ? (REASON_SUBJECTS.find((term) => term.id === text)?.zh ?? text) : text;
  }
}

export function cellStyle({ type }: ColumnSchema): EntryStyle {
  switch (type.kind) {
    case "amount":
      return "amount";
    case "date":
      return "date";
    case "decimal":
      return "number";
    case "integer":
    case "year":
      return "whole";
    default:
      return "text";
  }
}
