import { type ColumnSchema, PROFILES, REASON_SUBJECTS, type SheetSchema, type Term } from "@mingzhang/core";
import { absolute, type DefinedName, rangeAddress, reference, type Sheet } from "../workbook/index.ts";
import { codeText, crosswalkRows, enteredCodes } from "./catalogue-texts.ts";

const LISTS = "下拉列表";
const CROSSWALK = "经济分类对照";

/** Hidden sheets that drop-downs and formulas draw on, and the names by which they do. */
export interface Lists {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  /** The name of the list that a column is chosen from. */
  readonly nameFor: (column: ColumnSchema) => string | undefined;
}

const KEY_NAMES = { units: "unitKeys", projects: "projectKeys", indicators: undefined } as const;

export const CROSSWALK_NAMES = {
  department: "crosswalkDepartment",
  organ: "crosswalkOrgan",
  institution: "crosswalkInstitution",
} as const;

const CATALOGUES = ["functional", "department-economic", "government-economic"] as const;

/** The lists that the columns of these sheets are chosen from. */
export function listsFor(year: number, schemas: readonly SheetSchema[]): Lists {
  const lists = new Map<string, readonly string[]>([
    ["profiles", PROFILES.map(({ id }) => id)],
    ["subjects", words(REASON_SUBJECTS)],
  ]);
  for (const catalogue of CATALOGUES) lists.set(codesName(catalogue), codeChoices(catalogue, year));
  const termNames = new Map<readonly Term[], string>();
  for (const { type } of schemas.flatMap((sheet) => sheet.columns)) {
    if (type.kind !== "choice" || termNames.has(type.terms)) continue;
    const name = `choices_${termNames.size + 1}`;
    termNames.set(type.terms, name);
    lists.set(name, words(type.terms));
  }
  const crosswalk = crosswalkRows(year);
  return {
    sheets: [columnsSheet(LISTS, [...lists.values()]), columnsSheet(CROSSWALK, transpose(crosswalk))],
    names: [
      ...[...lists].map(([name, values], column) => listName(name, LISTS, column, values.length)),
      ...Object.values(CROSSWALK_NAMES).map((name, column) =>
        listName(name, CROSSWALK, column, crosswalk.length),
      ),
    ],
    nameFor: ({ id, type }) => {
      if (type.kind === "choice") return termNames.get(type.terms);
      if (type.kind === "code") return codesName(type.catalogue);
      if (type.kind === "reference") return KEY_NAMES[type.sheet];
      return id === "profile" ? "profiles" : id === "subject" ? "subjects" : undefined;
    },
  };
}

/** Codes with their names, to choose from; then the codes alone, so that typing one is no mistake either. */
function codeChoices(catalogue: (typeof CATALOGUES)[number], year: number): readonly string[] {
  const codes = enteredCodes(catalogue, year);
  return [...codes.map((code) => codeText(catalogue, code, year)), ...codes];
}

function codesName(catalogue: string): string {
  return `${catalogue.replaceAll("-", "_")}_codes`;
}

function words(terms: readonly Term[]): readonly string[] {
  return terms.map(({ zh }) => zh);
}

function transpose(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ""));
}

export function columnsSheet(name: string, columns: readonly (readonly string[])[]): Sheet {
  const height = Math.max(...columns.map((column) => column.length));
  const rows = Array.from({ length: height }, (_, row) => ({
    cells: columns.map((column) => (column[row] ? { value: column[row] } : undefined)),
  }));
  return { name, hidden: true, rows, columns: columns.map(() => ({ width: 40 })) };
}

export function listName(name: string, sheet: string, column: number, length: number): DefinedName {
  return { name, refersTo: reference(sheet, absolute(rangeAddress(0, column, length - 1, column))) };
}
