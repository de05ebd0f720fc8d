/** Yuan as the contract gives them ("1234.50"), with thousands separated. */
export function grouped(yuan: string): string {
  const [whole = "", decimals] = yuan.split(".");
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? spaced : `${spaced}.${decimals}`;
}

/** "97.5%"; blank where there is nothing to compare with. */
export function percentOf(percent: string | null): string {
  return percent === null ? "" : `${percent}%`;
}

/** How much of an amount is another, in percent with one decimal; undefined of nothing. For bars, not for judging. */
export function shareOf(part: string, whole: string): number | undefined {
  const all = Number(whole);
  return all > 0 ? Math.round((Number(part) / all) * 1000) / 10 : undefined;
}
