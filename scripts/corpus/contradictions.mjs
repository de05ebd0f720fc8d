/**
 * Adds up a contradiction's identities as its certificate says, once more and with nothing of the product: how far
 * the sum stays from nil, in 10^-12 yuan.
 */
function gapOf({ figures, identities }) {
  const sums = figures.map(() => 0n);
  for (const { multiplier, terms } of identities)
    for (const { figure, coefficient } of terms) sums[figure] += BigInt(multiplier) * BigInt(coefficient);
  let low = 0n;
  let high = 0n;
  for (const [index, { low: least, high: most }] of figures.entries()) {
    const [a, b] = [sums[index] * BigInt(least), sums[index] * BigInt(most)];
    low += a < b ? a : b;
    high += a < b ? b : a;
  }
  return low > 0n ? low : -high;
}

/** Every contradiction of the packs, with the finding that reports it. */
export function contradictionsIn(results) {
  return results.flatMap(({ ids, findings, contradictions = [] }) =>
    contradictions.map((contradiction, index) => ({
      pack: ids.join(" + "),
      contradiction,
      gap: gapOf(contradiction),
      finding: findings.find((finding) => finding.contradiction === index),
    })),
  );
}

/** What a contradiction says should be corrected, in short. */
export function correctionText({ corrections, determined, together }) {
  const [first] = corrections;
  if (first === undefined) return together > 1 ? `none alone: ${together} together` : "none alone";
  const change = `${first.printed} → ${first.text}${first.slip === "unexplained" ? "" : ` (${first.slip})`}`;
  return determined ? change : `${corrections.length} possible, first ${change}`;
}
