const decimal = /^([+-]?)(\d[\d,]*)(?:\.(\d+))?$/;

/** The exact sum of decimal texts, blanks left out; undefined where a text is no number or none is. */
export function sumDecimals(texts: readonly string[]): string | undefined {
  const printed = texts.filter((text) => text.trim() !== "");
  const matches = printed.map((text) => decimal.exec(text.trim()));
  if (matches.length === 0 || matches.includes(null)) return undefined;
  const places = Math.max(...matches.map((match) => match?.[3]?.length ?? 0));
  const sum = matches.reduce((total, match) => {
    const digits = (match?.[2] ?? "").replaceAll(",", "") + (match?.[3] ?? "").padEnd(places, "0");
    return match?.[1] === "-" ? total - BigInt(digits) : total + BigInt(digits);
  }, 0n);
  return placePoint(sum, places);
}

function placePoint(units: bigint, places: number): string {
  const sign = units < 0n ? "-" : "";
  const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
