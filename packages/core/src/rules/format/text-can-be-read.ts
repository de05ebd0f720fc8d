import type { Block, Document, Place } from "../../document/document.ts";
import { defineRule, type RuleResult } from "../rule.ts";

export default defineRule({
  id: "format/text-can-be-read",
  level: "warning",
  title: { zh: "文字应能正常显示和复制", en: "Text shows and can be copied" },
  basis: [{ document: "中华人民共和国政府信息公开条例" }],
  doc: {
    zh: "乱码、替换符（�）和没有对应字符的字形，读者看不到或不能检索、复制。多因字体没有嵌入、编码转换出错或文字生成失败。",
    en: "Garbled text, replacement characters and shapes that stand for no character cannot be read, searched or copied: a font is missing, an encoding was mistaken, or the text was not made.",
  },
  examples: [
    {
      name: "replacement characters",
      text: "一、部门职责\n负责全区\uFFFD\uFFFD监督管理工作。",
      messages: ["“负责全区\uFFFD\uFFFD监督管理工作。”中有2个字符是乱码。"],
    },
    {
      name: "an encoding mistaken twice",
      text: "一、部门职责\n负责锟斤拷锟斤拷监督管理工作。",
      messages: ["“负责锟斤拷锟斤拷监督管理工作。”中有6个字符是乱码。"],
    },
    {
      name: "shapes without characters",
      text: "一、部门职责\n负责监督管理工作。",
      file: { pages: 2, unmapped: [{ page: 2, count: 40 }] },
      messages: ["第2页有40个字只有字形、没有对应的字符，不能检索和复制。"],
    },
    { name: "plain text", text: "一、部门职责\n负责监督管理工作。", messages: [] },
  ],
  *check({ pack }): Generator<RuleResult> {
    for (const { name, document } of pack.documents) {
      const found = [...garbled(document), ...unmapped(name, document)];
      if (found.length === 0) yield { outcome: "holds" };
      yield* found;
    }
  },
});

/** 锟斤拷 is what two mistakes of encoding make of any text; symbol fonts use the area from F000 on for their signs. */
const GARBLED = /\uFFFD|锟斤拷|[\uE000-\uEFFF]|[^\P{Cc}\t\n\r]/gu;
const LONGEST = 40;

interface Garbled {
  readonly text: string;
  readonly count: number;
  readonly place?: Place;
}

/** More places than these are told in one finding. */
const MOST_FINDINGS = 3;

function garbled(document: Document): RuleResult[] {
  const all = garbledTexts(document);
  const [first] = all;
  if (first === undefined || all.length <= MOST_FINDINGS) return all.map((one) => conflictOf(one, 1));
  return [conflictOf({ ...first, count: all.reduce((sum, { count }) => sum + count, 0) }, all.length)];
}

function conflictOf({ text, count, place }: Garbled, texts: number): RuleResult {
  const quote = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return {
    outcome: "conflict",
    message:
      texts === 1
        ? { zh: `“${quote}”中有${count}个字符是乱码。`, en: `"${quote}" holds ${count} garbled characters.` }
        : {
            zh: `有${texts}处文字共${count}个字符是乱码，第一处是“${quote}”。`,
            en: `${texts} texts hold ${count} garbled characters; the first is "${quote}".`,
          },
    remedy: REMEDY,
    ...(place === undefined ? {} : { place }),
    quote,
  };
}

function garbledTexts({ blocks }: Document): Garbled[] {
  return blocks.flatMap((block) =>
    textsOf(block).flatMap(({ text, place }) => {
      const count = (text.match(GARBLED) ?? []).reduce((sum, piece) => sum + piece.length, 0);
      return count === 0 ? [] : [{ text, count, ...(place === undefined ? {} : { place }) }];
    }),
  );
}

function textsOf(block: Block): readonly { readonly text: string; readonly place?: Place }[] {
  if (block.type === "heading") return [block];
  if (block.type === "grid") return block.rows.flat();
  if (block.type !== "paragraph") return [];
  const { children, place } = block;
  return [{ text: children.map(({ text }) => text).join(""), ...(place === undefined ? {} : { place }) }];
}

const REMEDY = {
  zh: "从原文件重新导出；PDF 要嵌入字体，网页和文本要用正确的编码。",
  en: "Export it again: with fonts embedded in a PDF, in the right encoding for pages and text.",
};
/** A few shapes are bullets and signs. */
const LEAST_SHAPES = 10;

function* unmapped(file: string, { file: facts }: Document): Generator<RuleResult> {
  for (const { page, count } of facts?.unmapped ?? []) {
    if (count < LEAST_SHAPES) continue;
    yield {
      outcome: "conflict",
      message: {
        zh: `第${page}页有${count}个字只有字形、没有对应的字符，不能检索和复制。`,
        en: `${count} shapes on page ${page} stand for no character: they can be neither searched nor copied.`,
      },
      remedy: REMEDY,
      place: { kind: "page", file, page },
    };
  }
}
