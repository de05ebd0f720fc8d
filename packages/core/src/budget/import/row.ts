import type { Place } from "../../document/document.ts";
import type { RawCell } from "../sheet.ts";
import { FUNDS, findTerm, fold, KINDS, PROCUREMENT_CLASSES, type Term, YES_NO } from "../terms.ts";
import { toYuanText } from "./amount.ts";
import { codeOfName, nameBelongs, splitClassification, splitCode } from "./code.ts";
import { dateText } from "./date.ts";
import type { ImportFieldId, NamedField } from "./field.ts";
import type { Layout } from "./layout.ts";
import { type ImportMapping, mapped } from "./mapping.ts";
import type { ImportReport } from "./message.ts";

export interface ImportContext {
  readonly fields: readonly NamedField[];
  readonly layout: Layout;
  readonly mapping: ImportMapping;
  readonly report: ImportReport;
  /** Where a field stands that has no cell of its own. */
  readonly rowPlace: Place;
}

/** What a row holds for a field, split into code and name, and where. */
interface FieldText {
  readonly field: NamedField;
  readonly code: string;
  readonly name: string;
  readonly whole: string;
  readonly place: Place;
}

/** Source of funds and kind by the digits that codes of the national element lists begin with. */
const FUND_CODES = {
  "11": "general-public",
  "12": "government-fund",
  "13": "state-capital",
  "2": "special-account",
  "31": "service",
  "32": "superior-subsidy",
  "33": "affiliate-remittance",
  "34": "business",
  "39": "other",
};
const KIND_CODES = { "1": "personnel", "21": "operating", "22": "project", "3": "project" };
/** "A02010105", "A-货物": the letter says the class. */
const PROCUREMENT_CODE = /^([ABC])(?:\d|[-—\s]|$)/;
const PROCUREMENT_CODES: Readonly<Record<string, string>> = { A: "goods", B: "works", C: "services" };

/** Reads the fields of one row. Every method returns "" for a blank and reports what it does not understand. */
export class ImportRow {
  readonly #row: readonly RawCell[];
  readonly #context: ImportContext;

  constructor(row: readonly RawCell[], context: ImportContext) {
    this.#row = row;
    this.#context = context;
  }

  place(id: ImportFieldId): Place {
    return this.#text(id).place;
  }

  /** As written, or as the mapping says. */
  text(id: ImportFieldId): string {
    const text = this.#text(id);
    return this.#mapped(text) ?? (text.name || text.code || text.whole);
  }

  /** The text of the cell with nothing taken apart, or as the mapping says. */
  whole(id: ImportFieldId): string {
    const text = this.#text(id);
    return this.#mapped(text) ?? text.whole;
  }

  /** ISO, of "2023-03-05", "2023/3/5", "2023年3月5日" and "20230305"; anything else as it stands. */
  date(): string {
    return dateText(this.whole("date"));
  }

  /** The project of project expenditure; one that other expenditure names is dropped. */
  projectOf(kind: string): string {
    const project = this.text("project");
    if (project === "" || kind === "project") return project;
    this.#context.report.add("project-dropped", this.place("project"), { value: project });
    return "";
  }

  choice(id: ImportFieldId, terms: readonly Term[]): string {
    return this.#term(id, terms, {});
  }

  year(): string {
    const { whole } = this.#text("year");
    return /^(\d{4})(?:年度?|-\d\d-\d\d.*|\.0)?$/u.exec(whole)?.[1] ?? whole;
  }

  code(id: ImportFieldId): string {
    const text = this.#text(id);
    const { field, code, name, whole, place } = text;
    const value = this.#mapped(text);
    if (value !== undefined || whole === "") return value ?? "";
    const { catalogue = "functional", digits = 0 } = field;
    if (code.length === digits) {
      if (!nameBelongs(catalogue, { code, name })) this.#report("name-differs", text, `${code} ${name}`);
      return code;
    }
    const found = code === "" ? codeOfName(catalogue, name, digits) : undefined;
    this.#context.report.add(found === undefined ? "not-a-code" : "code-from-name", place, {
      value: whole,
      field,
    });
    return found ?? whole;
  }

  fund(): string {
    return this.#term("fund", FUNDS, FUND_CODES);
  }

  kind(): string {
    return this.#term("kind", KINDS, KIND_CODES);
  }

  carryOver(): string {
    return this.#term("carry_over", YES_NO, {});
  }

  isDeleted(): boolean {
    return findTerm(YES_NO, this.#text("deleted").whole)?.id === "yes";
  }

  /** The class; a flag alone says only that there is one. */
  procurement(): string {
    const flag = this.#text("procurement_flag");
    const flagged = findTerm(YES_NO, flag.whole)?.id;
    const own = this.#text("procurement");
    const saysNo = flagged === "no" || findTerm(YES_NO, own.whole)?.id === "no";
    if (saysNo) return "";
    if (own.whole !== "" && findTerm(YES_NO, own.whole) === undefined) {
      const letter = PROCUREMENT_CODE.exec(own.whole.normalize("NFKC"))?.[1] ?? "";
      return PROCUREMENT_CODES[letter] ?? this.#term("procurement", PROCUREMENT_CLASSES, {});
    }
    if (flagged === "yes" || own.whole !== "") this.#context.report.add("procurement-class", flag.place);
    return "";
  }

  /** Undefined where there is none or zero. */
  amount(): string | undefined {
    const text = this.#text("amount_yuan");
    if (text.whole === "") return undefined;
    const yuan = toYuanText(text.whole, this.#context.layout.unit);
    if (yuan === undefined) this.#report("not-an-amount", text, text.whole);
    return yuan === "0.00" ? undefined : (yuan ?? text.whole);
  }

  #term(id: ImportFieldId, terms: readonly Term[], codes: Readonly<Record<string, string>>): string {
    const text = this.#text(id);
    const value = this.#mapped(text);
    if (value !== undefined || text.whole === "") return value ?? "";
    for (const word of [text.whole, text.name]) {
      const term = word === "" ? undefined : findTerm(terms, word);
      if (term !== undefined) return term.id;
    }
    const prefix = Object.keys(codes).find((start) => text.code.startsWith(start));
    if (prefix !== undefined) return codes[prefix] ?? "";
    this.#report("unknown-value", text, text.whole);
    return text.whole;
  }

  #mapped({ field, code, name, whole }: FieldText): string | undefined {
    for (const text of [whole, name, code]) {
      const value = text === "" ? undefined : mapped(this.#context.mapping, field.id, text);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #text(id: ImportFieldId): FieldText {
    const { layout, mapping, rowPlace, fields } = this.#context;
    const field = fields.find((each) => each.id === id) ?? { id, zh: id, en: id, headings: [] };
    const parts = layout.columns.get(id);
    if (parts === undefined) return constantText(field, mapping.constants?.[id] ?? "", rowPlace);
    const cells = [parts.code, parts.either, parts.name].map((column) => this.#row[column ?? -1]);
    const [code = "", either = "", name = ""] = cells.map((cell) => cell?.text.trim() ?? "");
    const split = field.catalogue === undefined ? splitCode : splitClassification;
    const joined = split(either || code || name);
    const named = name === "" ? joined : split(name);
    return {
      field,
      code: joined.code || code,
      name: named.name || name,
      whole: either || code || name,
      place: cells.find((cell) => cell !== undefined)?.place ?? rowPlace,
    };
  }

  #report(id: "name-differs" | "not-an-amount" | "unknown-value", text: FieldText, value: string): void {
    this.#context.report.add(id, text.place, { value, field: text.field });
  }
}

function constantText(field: NamedField, text: string, place: Place): FieldText {
  return { field, code: "", name: text, whole: text, place };
}

/** "小计", "合 计", "本页合计：" and the like. */
export function isTotalLabel(text: string): boolean {
  return /(?:合计|小计|总计|累计)[:：]?$/u.test(fold(text));
}
