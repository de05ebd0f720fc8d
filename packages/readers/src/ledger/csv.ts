import { type Finding, fromCsvCell, type RawCell, type RawSheet } from "@mingzhang/core";
import { splitDelimited } from "./delimited-text.ts";
import { ledgerFinding } from "./ledger-finding.ts";
import { decodeText } from "./text-encoding.ts";

export interface CsvReading {
  /** Absent where the bytes are no text. */
  readonly sheet?: RawSheet;
  readonly findings: readonly Finding[];
}

/**
 * A delimited text file as a sheet named after the file. Every cell is text as typed: leading zeros stay, and an
 * apostrophe goes that only keeps a spreadsheet from working a text out. Places give
 * the line of the file and, as `column`, which field of the line, both from 1.
 */
export function readCsvSheet(bytes: Uint8Array, name: string): CsvReading {
  const text = decodeText(bytes);
  if (text === undefined) return { findings: [ledgerFinding("no-text", name)] };
  const { rows, unclosed } = splitDelimited(text);
  const sheet: RawSheet = {
    name: baseName(name),
    file: name,
    rows: rows.map((row) =>
      row.map((field, index) => cell(fromCsvCell(field.text), name, field.line, index + 1)),
    ),
  };
  const findings = unclosed === undefined ? [] : [ledgerFinding("unclosed-quote", name, unclosed)];
  return { sheet, findings };
}

function cell(text: string, file: string, line: number, column: number): RawCell {
  return { kind: text === "" ? "blank" : "text", text, place: { kind: "line", file, line, column } };
}

/** "ledger" of "wansheng/ledger.csv". */
function baseName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? name).replace(/\.[^.]*$/, "");
}
