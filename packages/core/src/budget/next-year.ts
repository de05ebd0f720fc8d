import { type CatalogueId, lookUp } from "../catalogue/catalogue.ts";
import { nameOf } from "../catalogue/name.ts";
import { successorsOf } from "../catalogue/succession.ts";
import { BUDGET_SHEETS } from "./schema.ts";

/** A sheet as it is entered: the texts of each row by column. */
export interface EnteredSheet {
  readonly sheet: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** What the classification of the new year makes of a code. */
export interface CodeChange {
  readonly catalogue: CatalogueId;
  readonly code: string;
  /** In the year that is copied; "" where the catalogue does not know the code. */
  readonly name: string;
  readonly kind: "replaced" | "to-choose" | "renamed";
  /** The code that stands in its place; of one that is to be chosen, those in question; of a renamed one, itself. */
  readonly successors: readonly { readonly code: string; readonly name: string }[];
  /** Rows of the copy that carry it. */
  readonly rows: number;
}

/** This year's lines become last year's figures; reasons and dates are asked anew. */
const LEFT_OUT: ReadonlySet<string> = new Set(["prior-year", "prior-year-other", "reasons"]);
const ASKED_ANEW: ReadonlySet<string> = new Set(["approval_date", "publication_date", "assets_as_of"]);
const PRIOR_FIELDS = ["year", "unit", "fund", "functional", "kind", "amount_yuan"];

/**
 * A budget as the beginning of a later year's. Codes that are no longer valid are replaced where the catalogue names
 * one successor; where it names several or none they stay, for somebody to choose, and are listed. Last year's figures
 * keep the codes under which they were published.
 */
export function copyToYear(
  sheets: readonly EnteredSheet[],
  year: number,
): { readonly sheets: readonly EnteredSheet[]; readonly changes: readonly CodeChange[] } {
  const from = Number(sheets.find(({ sheet }) => sheet === "department")?.rows[0]?.year ?? year - 1);
  const changes = new Map<string, CodeChange>();
  const renewCode = (catalogue: CatalogueId, text: string): string => {
    // A name may stand beside it.
    const [code = text] = /\d+/.exec(text.normalize("NFKC")) ?? [];
    const change = changes.get(code) ?? changeOf(catalogue, code, from, year);
    if (change === undefined) return text;
    changes.set(code, { ...change, rows: change.rows + 1 });
    return change.kind === "replaced" ? (change.successors[0]?.code ?? text) : text;
  };
  const copied = sheets
    .filter(({ sheet }) => !LEFT_OUT.has(sheet))
    .map(({ sheet, rows }) => ({ sheet, rows: rows.map((row) => renewed(sheet, row, year, renewCode)) }));
  const ledger = sheets.find(({ sheet }) => sheet === "ledger")?.rows ?? [];
  const prior = ledger.map((row) => withoutBlanks(PRIOR_FIELDS.map((field) => [field, row[field] ?? ""])));
  return { sheets: [...copied, { sheet: "prior-year", rows: prior }], changes: [...changes.values()] };
}

function renewed(
  sheet: string,
  row: Readonly<Record<string, string>>,
  year: number,
  renewCode: (catalogue: CatalogueId, code: string) => string,
): Readonly<Record<string, string>> {
  const columns = BUDGET_SHEETS.find(({ id }) => id === sheet)?.columns ?? [];
  const kept = Object.entries(row).filter(([field]) => !ASKED_ANEW.has(field));
  const cells = kept.map(([field, text]): readonly [string, string] => {
    const type = columns.find(({ id }) => id === field)?.type;
    if (field === "year" && type?.kind === "year") return [field, String(year)];
    return [field, type?.kind === "code" && text !== "" ? renewCode(type.catalogue, text) : text];
  });
  return Object.fromEntries(cells);
}

/** Undefined: the code and its name stand, or the catalogue knew the code in no year. */
function changeOf(catalogue: CatalogueId, code: string, from: number, year: number): CodeChange | undefined {
  const name = nameOf(catalogue, code, from) ?? "";
  const named = (codes: readonly string[]) =>
    codes.map((one) => ({ code: one, name: nameOf(catalogue, one, year) ?? "" }));
  if (lookUp(catalogue, code, year) !== undefined) {
    const successors = named([code]);
    return successors[0]?.name === name
      ? undefined
      : { catalogue, code, name, kind: "renamed", successors, rows: 0 };
  }
  const successors = named(successorsOf(catalogue, code, year));
  if (successors.length === 0 && lookUp(catalogue, code) === undefined) return undefined;
  return {
    catalogue,
    code,
    name,
    kind: successors.length === 1 ? "replaced" : "to-choose",
    successors,
    rows: 0,
  };
}

function withoutBlanks(cells: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(cells.filter(([, text]) => text !== ""));
}
