export interface Field {
  readonly text: string;
  /** Line of the file on which the field begins, from 1. */
  readonly line: number;
}

export interface DelimitedText {
  readonly rows: readonly (readonly Field[])[];
  /** Line on which a quoted field opens that the file never closes. */
  readonly unclosed?: number;
}

const DELIMITERS = [",", "\t", ";", "；", "，"] as const;

/** Which character separates fields: the one that the first non-blank line holds most often outside quotes. */
export function findDelimiter(text: string): string {
  const line = text.split(/\r\n|\r|\n/, 50).find((candidate) => candidate.trim() !== "") ?? "";
  const bare = line.replaceAll(/"[^"]*"/g, "");
  const count = (delimiter: string) => bare.split(delimiter).length - 1;
  return DELIMITERS.reduce<string>((best, next) => (count(next) > count(best) ? next : best), ",");
}

/**
 * RFC 4180 with tolerance: any line ends, any delimiter, quotes inside unquoted fields are text. A quoted field that
 * is never closed ends with the file.
 */
export function splitDelimited(text: string, delimiter = findDelimiter(text)): DelimitedText {
  const rows: Field[][] = [];
  const scanner = new Scanner(text, delimiter);
  while (!scanner.done) rows.push(scanner.row());
  return scanner.unclosed === undefined ? { rows } : { rows, unclosed: scanner.unclosed };
}

class Scanner {
  unclosed: number | undefined;
  #position = 0;
  #line = 1;
  readonly #text: string;
  readonly #delimiter: string;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  get done(): boolean {
    return this.#position >= this.#text.length;
  }

  row(): Field[] {
    const fields: Field[] = [];
    do {
      const line = this.#line;
      fields.push({ text: this.#text[this.#position] === '"' ? this.#quoted() : this.#plain(), line });
    } while (this.#skip(this.#delimiter));
    this.#lineEnd();
    return fields;
  }

  #quoted(): string {
    const opened = this.#line;
    let value = "";
    this.#position++;
    while (!this.done) {
      const end = this.#text.indexOf('"', this.#position);
      if (end < 0) break;
      value += this.#take(end);
      this.#position = end + 1;
      if (!this.#skip('"')) return value + this.#plain();
      value += '"';
    }
    this.unclosed = opened;
    return value + this.#take(this.#text.length);
  }

  #plain(): string {
    let end = this.#position;
    while (end < this.#text.length && !this.#ends(end)) end++;
    return this.#take(end);
  }

  #ends(position: number): boolean {
    const character = this.#text[position];
    return character === "\n" || character === "\r" || character === this.#delimiter;
  }

  #take(end: number): string {
    const part = this.#text.slice(this.#position, end);
    this.#line += part.split(/\r\n|\r|\n/).length - 1;
    this.#position = end;
    return part;
  }

  #skip(character: string): boolean {
    if (this.done || this.#text[this.#position] !== character) return false;
    this.#position++;
    return true;
  }

  #lineEnd(): void {
    if (this.done) return;
    this.#position += this.#text.startsWith("\r\n", this.#position) ? 2 : 1;
    this.#line++;
  }
}
