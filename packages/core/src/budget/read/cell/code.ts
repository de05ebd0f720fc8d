import { type CatalogueEntry, childrenOf, lookUp } from "../../../catalogue/catalogue.ts";
import { namesOf } from "../../../catalogue/name.ts";
import type { ColumnType } from "../../schema.ts";
import { type CellInput, exampleOf, reportCell } from "./input.ts";

type CodeInput = CellInput<Extract<ColumnType, { kind: "code" }>>;
type Shape = { readonly digit: string; readonly digits: number; readonly level: string };

/** The first digit of a classification's codes, and the level at which money is entered. */
const SHAPES: Readonly<Record<CodeInput["type"]["catalogue"], Shape>> = {
  functional: { digit: "2", digits: 7, level: "项" },
  "department-economic": { digit: "3", digits: 5, level: "款" },
  "government-economic": { digit: "5", digits: 5, level: "款" },
};

/** "2013601", "2013601 行政运行", "[2013601]行政运行", "2013601-行政运行". */
const CODE = /^\[?(\d+)\]?(?:[\s\-_:—]*(\p{Script=Han}.*))?$/su;

/**
 * A code of a classification, with or without its name. Codes that the catalogue does not know, or not for the
 * year, are read with a warning: catalogues lag behind the ministry.
 */
export function readCode(input: CodeInput): string | undefined {
  const [, code, name] = CODE.exec(input.text.normalize("NFKC")) ?? [];
  if (code === undefined) return reportCell(input, "not-a-code", {});
  const shape = SHAPES[input.type.catalogue];
  if (!code.startsWith(shape.digit)) return reportCell(input, "other-classification", { digit: shape.digit });
  if (!isEnteredAt(input, code, shape)) return undefined;
  checkYear(input, code);
  checkName(input, code, name);
  return code;
}

function isEnteredAt(input: CodeInput, code: string, { digits, level }: Shape): boolean {
  if (code.length === digits) return true;
  const { catalogue } = input.type;
  const isLeaf = lookUp(catalogue, code) !== undefined && childrenOf(catalogue, code).length === 0;
  if (isLeaf) reportCell(input, "coarse-code", { level });
  else reportCell(input, "wrong-level", { digits, level, suggestion: suggest(input, code, digits) });
  return isLeaf;
}

/** A code of the right length that begins as the given one does. */
function suggest(input: CodeInput, code: string, digits: number): string {
  const { catalogue } = input.type;
  for (let length = Math.min(code.length, digits); length >= 3; length -= 1) {
    let entry: CatalogueEntry | undefined = lookUp(catalogue, code.slice(0, length));
    while (entry !== undefined && entry.code.length < digits) entry = childrenOf(catalogue, entry.code)[0];
    if (entry !== undefined) return entry.code;
  }
  return exampleOf(input.column);
}

function checkYear(input: CodeInput, code: string): void {
  const { year, type } = input;
  const entry = lookUp(type.catalogue, code);
  if (entry === undefined) {
    reportCell(input, "unknown-code", {});
  } else if (year !== undefined && lookUp(type.catalogue, code, year) === undefined) {
    const years = `${entry.since ?? ""}–${entry.until ?? ""}`;
    reportCell(input, "code-outside-years", { name: entry.name, year, years });
  }
}

function checkName(input: CodeInput, code: string, given: string | undefined): void {
  const names = namesOf(input.type.catalogue, code).map((name) => name.normalize("NFKC"));
  const [name] = names;
  if (given === undefined || name === undefined || names.includes(given.trim())) return;
  reportCell(input, "code-name", { code, name, given });
}
