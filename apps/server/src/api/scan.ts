import type { Finding } from "@mingzhang/core";
import type { Row } from "./routes/entry.ts";

interface Mark {
  readonly id: string;
  readonly pattern: RegExp;
  readonly level: "error" | "warning";
  readonly zh: string;
  readonly en: string;
  /** Whether the digits make it one; texts are full of long numbers. */
  readonly holds?: (found: string) => boolean;
}

/** What must not be published, or be looked at before: 保守国家秘密法 35, 个人信息保护法 25 and 28. */
const MARKS: readonly Mark[] = [
  {
    id: "secrecy-mark",
    pattern:
      /(?:绝密|机密|秘密)\s*[★☆]|[★☆]\s*(?:绝密|机密|秘密)|密级\s*[:：]\s*(?:绝密|机密|秘密)|内部资料[，,\s]*注意保存/gu,
    level: "warning",
    zh: "密级标志",
    en: "a classification mark",
  },
  {
    id: "identity-number",
    pattern: /(?<!\d)\d{17}[\dXx](?!\d)/g,
    level: "warning",
    zh: "身份证号",
    en: "an identity number",
    holds: isIdentityNumber,
  },
  {
    id: "mobile-number",
    pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/g,
    level: "warning",
    zh: "手机号",
    en: "a mobile number",
  },
  {
    id: "bank-account",
    pattern: /(?<!\d)\d{16,19}(?!\d)/g,
    level: "warning",
    zh: "银行账号",
    en: "a bank account",
    holds: isCardNumber,
  },
];

/** What a confidentiality review must look at, found by pattern in every text that is entered. */
export function scanEntry(
  sheets: readonly { readonly sheet: string; readonly rows: readonly Pick<Row, "id" | "cells">[] }[],
): readonly (Finding & {
  readonly key: string;
  readonly sheet: string;
  readonly row: string;
  readonly field: string;
})[] {
  return sheets.flatMap(({ sheet, rows }) =>
    rows.flatMap(({ id: row, cells }) =>
      Object.entries(cells).flatMap(([field, text]) =>
        MARKS.flatMap((mark) =>
          matches(mark, text).map((found) => finding(mark, found, { sheet, row, field })),
        ),
      ),
    ),
  );
}

function matches({ pattern, holds }: Mark, text: string): string[] {
  const found = [...text.normalize("NFKC").matchAll(pattern)].map(([match]) => match);
  return [...new Set(holds === undefined ? found : found.filter(holds))];
}

function finding(
  { id, level, zh, en }: Mark,
  found: string,
  place: { readonly sheet: string; readonly row: string; readonly field: string },
) {
  const shown = found.replace(/\d(?=\d{4})/g, "*");
  return {
    rule: `confidentiality/${id}`,
    level,
    message: { zh: `疑似${zh}：${shown}。`, en: `This looks like ${en}: ${shown}.` },
    remedy: {
      zh: "不得公开的请删去；误判的请逐条确认。",
      en: "Take it out where it may not be published; confirm it otherwise.",
    },
    key: [`confidentiality/${id}`, place.row, place.field, found].join("|").slice(0, 400),
    ...place,
  };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: the last character checks the others. */
function isIdentityNumber(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return "10X98765432"[sum % 11] === text[17]?.toUpperCase();
}

/** Luhn's check digit. */
function isCardNumber(text: string): boolean {
  const digits = [...text].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const value = index % 2 === 0 ? digit : digit * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 && !/^(\d)\1+$/.test(text);
}
