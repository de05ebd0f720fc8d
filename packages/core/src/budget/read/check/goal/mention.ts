import { readFigure, type StatedFigure } from "./figure.ts";

/** A name in a goal text with the figure that follows it. */
export interface Mention {
  readonly name: string;
  readonly figure: StatedFigure;
}

/** Words that lead to a name without being part of it. */
const LEADS = /(?:确保|实现|达到|保证|力争|完成|全年|年内|其中|以及|做到|保持|使|和|及|并|与)$/u;
const NOT_A_BOUNDARY = /[\p{L}\p{N}]$/u;
/** Stands for text that a mention has used up. */
const USED = "\0";

/** A text in which mentions of indicators are looked for: compatibility forms unified, blanks removed. */
export function comparable(text: string): string {
  return text.normalize("NFKC").replace(/[^\S\n]+/gu, "");
}

/**
 * The mentions of the names, longest names first, so that 满意度 is not found inside 群众满意度; and the text
 * that is left. A name inside a longer word of the text is no mention of it.
 */
export function findMentions(
  text: string,
  names: readonly string[],
): { readonly mentions: readonly Mention[]; readonly rest: string } {
  const mentions: Mention[] = [];
  let rest = text;
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + name.length)) {
      const before = rest.slice(0, at).replace(LEADS, "");
      if (before.length === at && NOT_A_BOUNDARY.test(before)) continue;
      const figure = readFigure(rest.slice(at + name.length));
      if (figure === undefined) continue;
      mentions.push({ name, figure });
      const length = name.length + figure.text.length;
      rest = rest.slice(0, at) + USED.repeat(length) + rest.slice(at + length);
    }
  }
  return { mentions, rest };
}

/** The clauses of a text that state a relation in signs (“…≥20人”), with what stands before it as their name. */
export function signedClauses(rest: string): readonly Mention[] {
  return rest.split(/[,。;!\n\0]+/u).flatMap((clause) => {
    const at = clause.search(/[≥≤<>=]/u);
    const figure = at > 0 ? readFigure(clause.slice(at)) : undefined;
    const name = clause.slice(0, at).replace(/^[、和及]+/u, "");
    return figure === undefined || name === "" ? [] : [{ name, figure }];
  });
}
