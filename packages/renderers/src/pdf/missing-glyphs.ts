import type { Document, Finding, Text } from "@mingzhang/core";
import { printedTexts } from "./texts.ts";

/** Line ends, tabs, joiners, direction marks, soft hyphens and variation selectors print nothing by themselves. */
const INVISIBLE =
  /^[\p{Variation_Selector}\n\r\t\u00ad\u200b\u200c\u200e\u200f\u2028\u2029\u2060\ufeff]$|^\u200d$/u;

/**
 * An error for each character that no font can print, where it first stands. The typesetter would leave it
 * out without a word.
 */
export function missingGlyphs(document: Document, has: (codePoint: number) => boolean): Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const { text, where } of printedTexts(document)) {
    for (const character of text) {
      if (seen.has(character)) continue;
      seen.add(character);
      if (has(character.codePointAt(0) ?? 0) || INVISIBLE.test(character)) continue;
      findings.push(missingGlyph(character, where));
    }
  }
  return findings;
}

function missingGlyph(character: string, where: Text): Finding {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    rule: "render/missing-glyph",
    level: "error",
    message: {
      zh: `${where.zh}有字符“${character}”（${code}），现有字体中没有，无法印出。`,
      en: `No font has the character "${character}" (${code}) in ${where.en}; it cannot be printed.`,
    },
    remedy: {
      zh: "请换用规范字，或者把含有该字的字体文件放入字体文件夹。",
      en: "Use the standard character, or put a font file that has it into the font folder.",
    },
  };
}
