import type { CellStyle, Cell as LibraryCell } from "hucre";
import { toLibraryStyle } from "./library-style.ts";
import { looksLikeFormula, withoutControls } from "./text.ts";
import type { Cell, CellValue, FormulaValue, NumberValue, Workbook } from "./workbook.ts";

/** The library would write these texts as error values. */
const ERROR_TEXT = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

/** Translates the cells of one workbook; the library's style of each look is made once. */
export function cellTranslator(styles: Workbook["styles"]): (cell: Cell) => LibraryCell {
  const known = new Map<string, CellStyle>();
  const styleOf = ({ style, numberFormat, value }: Cell): CellStyle | undefined => {
    const format = numberFormat ?? (typeof value === "string" && looksLikeFormula(value) ? TEXT : undefined);
    if (style === undefined && format === undefined) return undefined;
    const key = `${style ?? ""}\u0000${format ?? ""}`;
    const made = known.get(key) ?? toLibraryStyle(withFormat(style, format, styles));
    known.set(key, made);
    return made;
  };
  return (cell) => {
    const style = styleOf(cell);
    return {
      ...toValue(cell.value),
      ...(style && { style }),
      ...(cell.note !== undefined && { comment: { text: toText(cell.note) } }),
      ...(cell.link !== undefined && { hyperlink: { target: "", location: cell.link } }),
    };
  };
}

/** Keeps a text that begins like a formula a text when a person edits its cell. */
const TEXT = "@";

function withFormat(style: string | undefined, format: string | undefined, styles: Workbook["styles"]) {
  const base = style === undefined ? {} : (styles[style] ?? {});
  return format === undefined ? base : { ...base, numberFormat: format };
}

function toValue(value: CellValue | undefined): LibraryCell {
  if (value === undefined) return { value: null, type: "empty" };
  if (typeof value !== "string") return "number" in value ? toNumber(value) : toFormula(value);
  const text = toText(value);
  return ERROR_TEXT.test(text)
    ? { value: null, type: "richText", richText: [{ text }] }
    : { value: text, type: "string" };
}

function toNumber({ number }: NumberValue): LibraryCell {
  return { value: Number(number), type: "number" };
}

function toFormula({ formula, cached }: FormulaValue): LibraryCell {
  const result = typeof cached === "object" ? Number(cached.number) : cached;
  return {
    value: null,
    type: "formula",
    formula,
    ...(result !== undefined && { formulaResult: result }),
  };
}

/** In the file "_x0041_" means "A", so an underscore that begins such a code is written as a code itself. */
function toText(text: string): string {
  return withoutControls(text).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}
