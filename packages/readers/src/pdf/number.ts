import type { CellNumber } from "@mingzhang/core";

/** A printed figure as a number: "(1,234.50)" and "△1,234.50" are -1234.50; undefined where the text is no figure. */
export function cellNumber(text: string): CellNumber | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^([−–△▲-]?)[¥￥]?/, (_, sign) => (sign === "" ? "" : "-"));
  const bracketed = /^\((.*)\)$/.exec(plain)?.[1];
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?(%?)$/.exec(bracketed ?? plain);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", percent] = match;
  const negative = sign === "-" || bracketed !== undefined;
  const value = `${negative ? "-" : ""}${whole.replaceAll(",", "")}${fraction === "" ? "" : `.${fraction}`}`;
  return { value, decimals: fraction.length, ...(percent === "%" && { percent: true }) };
}
