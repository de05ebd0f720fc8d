import { type FlowItem, flowLine } from "../../grid/flow.ts";
import type { PropertyRuns } from "./properties.ts";
import { tableOf, type WordRow } from "./table.ts";
import type { WordText } from "./word-file.ts";

/** A part of the text: the body, or all text boxes. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Runs {
  readonly paragraphs: PropertyRuns;
  readonly characters: PropertyRuns;
}

/** Control characters of the text. */
const FIELD_BEGIN = "\u0013";
const FIELD_SEPARATOR = "\u0014";
const FIELD_END = "\u0015";
const CELL_END = "\u0007";
const PARAGRAPH_ENDS = new Set(["\r", CELL_END, "\f"]);
const PRINTED: Readonly<Record<string, string>> = { "\u000b": "\n", "\t": "\t", "\u001e": "-" };

/** The lines and tables of a part of the text, fields as their results. */
export function storyItems(word: WordText, range: Range, runs: Runs): FlowItem[] {
  const story = new Story(runs);
  for (let position = range.from; position < Math.min(range.to, word.text.length); position++)
    story.add(word.text[position] ?? "", word.offsetOf(position));
  story.end();
  return story.items;
}

interface Field {
  instruction: string;
  hasResult: boolean;
}

class Story {
  readonly items: FlowItem[] = [];
  readonly #runs: Runs;
  readonly #fields: Field[] = [];
  #text = "";
  #cell = "";
  #cells: string[] = [];
  #rows: WordRow[] = [];
  #line = 1;

  constructor(runs: Runs) {
    this.#runs = runs;
  }

  add(character: string, offset: number): void {
    if (character === FIELD_BEGIN) this.#fields.push({ instruction: "", hasResult: false });
    else if (character === FIELD_SEPARATOR) this.#separate();
    else if (character === FIELD_END) this.#fields.pop();
    else if (PARAGRAPH_ENDS.has(character)) this.#endParagraph(character, offset);
    else this.#addText(character, offset);
  }

  end(): void {
    this.#endTable();
    this.#addLine(undefined);
  }

  #separate(): void {
    const field = this.#fields.at(-1);
    if (field === undefined) return;
    field.hasResult = true;
    if (!/^\s*TOC\b/i.test(field.instruction)) return;
    const last = this.items.at(-1);
    const isTitle = last?.kind === "line" && /^目\s*[录次]$/u.test(last.text);
    if (isTitle) this.items.pop();
    this.items.push({ kind: "contents", title: isTitle ? last.text : "目录" });
  }

  #addText(character: string, offset: number): void {
    const field = this.#fields.at(-1);
    if (field !== undefined && !field.hasResult) {
      field.instruction += character;
      return;
    }
    const printed = character < " " ? (PRINTED[character] ?? "") : character;
    if (printed !== "" && !this.#runs.characters.at(offset).unprinted) this.#text += printed;
  }

  #endParagraph(mark: string, offset: number): void {
    const properties = this.#runs.paragraphs.at(offset);
    this.#line++;
    if (!properties.inTable) {
      this.#endTable();
      this.#addLine(properties.outline);
      return;
    }
    if (properties.rowEnd) {
      if (this.#cells.length > 0) this.#rows.push({ texts: this.#cells, properties, line: this.#line });
      this.#cells = [];
      this.#text = "";
      return;
    }
    this.#cell += `${this.#cell === "" ? "" : "\n"}${this.#takeText()}`;
    if (mark !== CELL_END) return;
    this.#cells.push(tidy(this.#cell));
    this.#cell = "";
  }

  #endTable(): void {
    const [first] = this.#rows;
    if (first === undefined) return;
    const table = tableOf(this.#rows);
    this.#rows = [];
    if (table.width > 1) this.items.push(table);
    else for (const cell of table.rows.flat()) this.#addLines(cell.text, undefined);
  }

  #addLine(outline: number | undefined): void {
    const isInContents = this.#fields.some(
      (field) => field.hasResult && /^\s*TOC\b/i.test(field.instruction),
    );
    const text = this.#takeText();
    if (!isInContents) this.#addLines(text, outline);
  }

  #addLines(text: string, outline: number | undefined): void {
    const level = outline === undefined ? undefined : ([1, 2, 3] as const)[Math.min(outline, 2)];
    for (const line of text.split("\n")) {
      if (line.trim() === "") continue;
      const place = { kind: "line", line: this.#line } as const;
      this.items.push(flowLine(line, { place, ...(level !== undefined && { level }) }));
    }
  }

  #takeText(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }
}

function tidy(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/\t/g, " ").trim());
  return lines
    .filter((line) => line !== "")
    .join("\n")
    .normalize("NFC");
}
