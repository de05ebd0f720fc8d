/** Rules for the widths that the tables use: the policy allows no style attributes. */
export function widthRules(html: string): string {
  const used = (pattern: RegExp): number[] =>
    [...new Set([...html.matchAll(pattern)].map((match) => Number(match[1])))].sort((a, b) => a - b);
  const shares = used(/<col class="share-(\d+)">/g).map((share) => `.share-${share}{width:${share}%}`);
  const least = used(/<table class="least-(\d+)">/g).map((em) => `.least-${em}{min-width:${em}em}`);
  return `${shares.join("")}@media screen{${least.join("")}}`;
}
