/** Names at least this alike are taken for slips of each other: 五好支部 and 六好党支部. */
const ALIKE = 0.6;

/** The name most like the wanted one, if any is alike enough. */
export function mostSimilar<T>(
  wanted: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
): T | undefined {
  let best: { readonly candidate: T; readonly score: number } | undefined;
  for (const candidate of candidates) {
    const score = likeness(wanted, nameOf(candidate));
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { candidate, score };
  }
  return best?.candidate;
}

/** The share of neighbouring pairs of characters that two names have in common (Dice), from 0 to 1. */
export function likeness(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  const shared = left.filter((pair) => {
    const position = right.indexOf(pair);
    if (position >= 0) right.splice(position, 1);
    return position >= 0;
  });
  const count = left.length + right.length + shared.length;
  return count === 0 ? 0 : (2 * shared.length) / count;
}

function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, index) => (characters[index] ?? "") + character);
}
