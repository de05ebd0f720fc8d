/** A figure as printed: the digits as an integer of 10^-decimals. */
export interface PrintedNumber {
  readonly scaled: bigint;
  readonly decimals: number;
  readonly percent: boolean;
}

const NUMBER = /^[¥￥]?([-−–△▲]|\()?[¥￥]?((?:\d{1,3}(?:,\d{3})+)|\d+)(?:\.(\d{1,10}))?\)?(%)?$/u;

/** Reads a printed figure; undefined for anything else. Brackets and △ mean a negative amount. */
export function parsePrinted(text: string): PrintedNumber | undefined {
  const compact = text.normalize("NFKC").replace(/\s+/gu, "").replace(/，/gu, ",");
  const match = NUMBER.exec(compact);
  if (match === null) return undefined;
  const [, sign, whole = "", decimals = "", percent] = match;
  if (sign === "(" && !/\)%?$/u.test(compact)) return undefined;
  const magnitude = BigInt(whole.replaceAll(",", "") + decimals);
  return {
    scaled: sign === undefined ? magnitude : -magnitude,
    decimals: decimals.length,
    percent: percent !== undefined,
  };
}

/** Whether a cell is printed as nil: blank, a dash, or nothing but a mark. */
export function isBlank(text: string): boolean {
  return /^[\s—–\-−/\\*_·…]*$/u.test(text.normalize("NFKC"));
}
