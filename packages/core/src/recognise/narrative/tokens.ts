import { type Mention, mentionsOf } from "./mention.ts";

/** A paragraph cut where its structure is: words, figures, separators, and brackets that hold figures. */
export type Token =
  | { readonly type: "words"; readonly start: number; readonly end: number; readonly text: string }
  | { readonly type: "figure"; readonly start: number; readonly end: number; readonly mention: Mention }
  | { readonly type: "separator"; readonly start: number; readonly end: number; readonly mark: string }
  | { readonly type: "open" | "close"; readonly start: number; readonly end: number };

/** Cuts a compact text. Brackets without figures belong to the words around them: 因公出国(境)费. */
export function tokensOf(text: string): readonly Token[] {
  const mentions = mentionsOf(text);
  const starts = new Map(mentions.map((mention) => [mention.start, mention]));
  const brackets = structuralBrackets(text, mentions);
  const opaque = wordBrackets(text, brackets);
  const tokens: Token[] = [];
  let from = 0;
  const flush = (end: number) => {
    if (end > from) tokens.push({ type: "words", start: from, end, text: text.slice(from, end) });
  };
  for (let index = 0; index < text.length; ) {
    const token = tokenAt(text, index, starts, brackets, opaque, from === index);
    if (token === undefined) {
      index++;
      continue;
    }
    flush(index);
    tokens.push(token);
    index = token.end;
    from = index;
  }
  flush(text.length);
  return tokens;
}

function tokenAt(
  text: string,
  index: number,
  starts: ReadonlyMap<number, Mention>,
  brackets: ReadonlyMap<number, "open" | "close">,
  opaque: ReadonlySet<number>,
  afterToken: boolean,
): Token | undefined {
  const mention = starts.get(index);
  if (mention !== undefined && !opaque.has(index))
    return { type: "figure", start: index, end: mention.end, mention };
  const bracket = brackets.get(index);
  if (bracket !== undefined) return { type: bracket, start: index, end: index + 1 };
  const mark = text[index] ?? "";
  const separates = /[，,;。:！？]/u.test(mark) || (mark === "、" && afterToken);
  if (!separates || opaque.has(index) || isGrouping(text, index)) return undefined;
  return { type: "separator", start: index, end: index + 1, mark };
}

/** A comma inside a number is none of the sentence's. */
function isGrouping(text: string, index: number): boolean {
  return text[index] === "," && /\d/u.test(text[index - 1] ?? "") && /^\d{3}/u.test(text.slice(index + 1));
}

function structuralBrackets(text: string, mentions: readonly Mention[]): Map<number, "open" | "close"> {
  const found = new Map<number, "open" | "close">();
  for (const [open, close] of pairs(text)) {
    const inside = mentions.filter(({ start, end }) => start > open && end <= close);
    if (inside.some(({ kind }) => kind !== "bare")) found.set(open, "open").set(close, "close");
  }
  return found;
}

/** Positions inside brackets that are part of the words. */
function wordBrackets(text: string, structural: ReadonlyMap<number, string>): Set<number> {
  const inside = new Set<number>();
  for (const [open, close] of pairs(text)) {
    if (structural.has(open)) continue;
    for (let index = open; index <= close; index++) inside.add(index);
  }
  return inside;
}

function pairs(text: string): [number, number][] {
  const open: number[] = [];
  const found: [number, number][] = [];
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "(") open.push(index);
    if (text[index] !== ")") continue;
    const start = open.pop();
    if (start !== undefined) found.push([start, index]);
  }
  return found;
}
