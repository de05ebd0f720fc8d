import type { RawCell } from "../sheet.ts";
import { fold } from "../terms.ts";
import type { ImportedRows } from "./import-rows.ts";
import { ImportReport } from "./message.ts";
import { fieldOf, type ImportTarget, type RowIdentity, type RowValues } from "./target.ts";

export interface NewRows extends ImportedRows {
  /** How many rows were left out because they are there. */
  readonly known: number;
}

/**
 * The imported rows without those that are in the sheet already, where the target tells: exports of overlapping
 * periods can be added one after the other. Each row that is there accounts for one: two payments alike in an export
 * are two. A number that is there with another content is imported and reported.
 */
export function withoutKnown(
  imported: ImportedRows,
  target: ImportTarget,
  known: readonly RowValues[],
): NewRows {
  const { identity } = target;
  const [header = [], ...rows] = imported.sheet.rows;
  if (identity === undefined || known.length === 0) return { ...imported, known: 0 };
  const register = new Register(identity, known);
  const report = new ImportReport();
  const field = fieldOf(target, identity.number);
  const isNew = (cells: readonly RawCell[]): boolean => {
    const outcome = register.take(valuesOf(header, cells));
    const number = cells[header.findIndex(({ text }) => text === identity.number)];
    const first = cells.find(({ text }) => text !== "") ?? number;
    if (outcome === "new" || number === undefined || first === undefined) return true;
    if (typeof outcome === "string") {
      report.add(outcome, outcome === "known-row" ? number.place : first.place);
      return false;
    }
    report.add("known-number", number.place, { field, value: number.text, known: outcome.stated });
    return true;
  };
  const sheet = { ...imported.sheet, rows: [header, ...rows.filter(isNew)] };
  const findings = [...imported.findings, ...report.findings()];
  return { sheet, findings, known: rows.length + 1 - sheet.rows.length };
}

type Outcome = "new" | "known-row" | "alike-row" | { readonly stated: string };

/** The rows that are there, of which each is taken once: by their number, or whole where they have none. */
class Register {
  readonly #identity: RowIdentity;
  readonly #left = new Map<string, string[]>();
  readonly #stated = new Map<string, string>();

  constructor(identity: RowIdentity, known: readonly RowValues[]) {
    this.#identity = identity;
    for (const row of known) {
      const { key, content } = this.#told(row);
      const left = this.#left.get(key);
      if (left === undefined) this.#left.set(key, [content]);
      else left.push(content);
    }
    for (const [key, contents] of this.#left) this.#stated.set(key, contents.join("、"));
  }

  take(row: RowValues): Outcome {
    const { key, content, numbered } = this.#told(row);
    const left = this.#left.get(key);
    if (left === undefined) return "new";
    const at = left.indexOf(content);
    if (at >= 0) {
      left.splice(at, 1);
      return numbered ? "known-row" : "alike-row";
    }
    return numbered ? { stated: this.#stated.get(key) ?? "" } : "new";
  }

  #told(row: RowValues) {
    const { number, among, content, whole } = this.#identity;
    const told = fold(row[number] ?? "");
    if (told === "") return { key: `whole ${whole(row)}`, content: "", numbered: false };
    return { key: `number ${among(row)} ${told}`, content: content(row), numbered: true };
  }
}

function valuesOf(header: readonly RawCell[], cells: readonly RawCell[]): RowValues {
  return Object.fromEntries(header.map(({ text }, at) => [text, cells[at]?.text ?? ""]));
}
