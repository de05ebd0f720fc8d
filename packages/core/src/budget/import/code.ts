import { type CatalogueId, entriesOf } from "../../catalogue/catalogue.ts";
import { namesOf } from "../../catalogue/name.ts";
import { fold } from "../terms.ts";

export interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

const BRACKETED = /^[[【(（]([0-9A-Z]{1,30})[\]】)）]\s*(.*)$/su;
const SEPARATED = /^([0-9A-Z]{3,30})(?:\s*[-—–_:|/]\s*|\s+)(\S.*)$/su;
const ALONE = /^([0-9A-Z]*\d[0-9A-Z]*)\s*[-—–_:|/]?()$/u;
const ATTACHED = /^(\d+)(\D.*)$/su;

/** "2013601-行政运行", "[30201]办公费", "30201 办公费", "30201" and "办公费" as code and name. */
export function splitCode(text: string): CodeAndName {
  const plain = text.trim().normalize("NFKC");
  const match = ALONE.exec(plain) ?? BRACKETED.exec(plain) ?? SEPARATED.exec(plain);
  const [, code = "", name = ""] = match ?? [];
  return /\d/.test(code) ? { code, name: name.trim() } : { code: "", name: text.trim() };
}

/** As `splitCode`, and "30201办公费" too, which in a column of free names could be "2023年…". */
export function splitClassification(text: string): CodeAndName {
  const split = splitCode(text);
  const [, code = "", name = ""] = (split.code === "" && ATTACHED.exec(split.name)) || [];
  return code === "" ? split : { code, name: name.trim() };
}

/** Whether a name is one that the code has or had; a code that the catalogue does not know contradicts nothing. */
export function nameBelongs(catalogue: CatalogueId, { code, name }: CodeAndName): boolean {
  const names = namesOf(catalogue, code);
  return name === "" || names.length === 0 || names.some((known) => fold(known) === fold(name));
}

/** The one code of a length that has the name; undefined where none or several have it. */
export function codeOfName(catalogue: CatalogueId, name: string, digits: number): string | undefined {
  const codes = entriesOf(catalogue)
    .filter((entry) => entry.code.length === digits && fold(entry.name) === fold(name))
    .map((entry) => entry.code);
  return new Set(codes).size === 1 ? codes[0] : undefined;
}
