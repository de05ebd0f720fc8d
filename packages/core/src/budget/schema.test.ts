import { expect, it } from "vitest";
import { ENTRY_SHEETS } from "./schema.ts";
import { findTerm, REASON_SUBJECTS, type Term, wordsOf } from "./terms.ts";
import { INDICATOR_KINDS } from "./year-terms.ts";

const HAN = /\p{Script=Han}/u;

it("sheets, and the columns of a sheet, are told apart by their English titles as by their Chinese ones", () => {
  const told = (titles: readonly { readonly title: string; readonly english: string }[]) => {
    expect(titles.filter(({ english }) => !/^[A-Z][\w ,.'’()%-]+$/.test(english))).toEqual([]);
    expect(new Set(titles.map(({ english }) => english)).size).toBe(
      new Set(titles.map(({ title }) => title)).size,
    );
  };
  told(ENTRY_SHEETS);
  for (const { columns } of ENTRY_SHEETS) told(columns);
});

it("every sheet and column says in both languages, in whole sentences, what to enter", () => {
  const docs = ENTRY_SHEETS.flatMap(({ doc, columns }) => [doc, ...columns.map((column) => column.doc)]);
  expect(docs.filter(({ zh, en }) => !/。$/.test(zh) || !/^[^\p{Ll}].*\.$/u.test(en))).toEqual([]);
  // Chinese in the English is what is typed or printed as it stands: words to quote, units, placeholders.
  const quoted = /“[^”]*”|\{[^}]*\}|\((?:定性)\)|E\.g\. .*$/gu;
  expect(docs.filter(({ en }) => HAN.test(en.replace(quoted, "")))).toEqual([]);
});

it("every word that may be chosen has an English one, and either finds its own term only", () => {
  const lists = new Set<readonly Term[]>([REASON_SUBJECTS]);
  for (const { type } of ENTRY_SHEETS.flatMap(({ columns }) => columns)) {
    if (type.kind === "choice") lists.add(type.terms);
  }
  for (const terms of lists) {
    expect(terms.filter(({ en }) => HAN.test(en) || en.trim() === "")).toEqual([]);
    for (const term of terms) for (const word of wordsOf(term)) expect(findTerm(terms, word)).toBe(term);
  }
});

it("kinds of indicators are read from files that still call an outcome a benefit", () => {
  const kinds = INDICATOR_KINDS.filter(({ id }) => id.startsWith("outcome/"));
  expect(kinds).toHaveLength(4);
  for (const kind of kinds)
    expect(findTerm(INDICATOR_KINDS, kind.id.replace("outcome", "benefit"))).toBe(kind);
});
