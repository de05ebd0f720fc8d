import { type CatalogueId, crosswalk, entriesOf, lookUp, nameOf, type UnitTypeId } from "@mingzhang/core";

/** Digits of the codes by which money is entered: 项 of the functional, 款 of the economic classifications. */
const DIGITS: Partial<Record<CatalogueId, number>> = {
  functional: 7,
  "department-economic": 5,
  "government-economic": 5,
};

/** "2013601 行政运行": what people choose and what a filled cell holds. The code alone where there is no name. */
export function codeText(catalogue: CatalogueId, code: string, year: number): string {
  const name = nameOf(catalogue, code, year);
  // Readers know a name behind a code by its Chinese beginning.
  return name !== undefined && /^\p{Script=Han}/u.test(name) ? `${code} ${name}` : code;
}

/** The codes at which money is entered and that are valid in the year, in order. */
export function enteredCodes(catalogue: CatalogueId, year: number): readonly string[] {
  const codes = entriesOf(catalogue)
    .map((entry) => entry.code)
    .filter((code) => code.length === DIGITS[catalogue] && lookUp(catalogue, code, year) !== undefined);
  return [...new Set(codes)].sort();
}

/** Departmental code, and the government code with its name for organs and for institutions ("" where none). */
export function crosswalkRows(year: number): readonly (readonly [string, string, string])[] {
  const government = (code: string, type: UnitTypeId) => {
    const pair = crosswalk(code, type);
    return pair === undefined ? "" : codeText("government-economic", pair.governmentEconomic, year);
  };
  return enteredCodes("department-economic", year).map((code) => [
    code,
    government(code, "administrative"),
    government(code, "public-welfare-1"),
  ]);
}
