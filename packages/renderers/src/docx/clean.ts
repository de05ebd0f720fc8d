import type { Block, Document, Finding } from "@mingzhang/core";
import { mapStrings, type Path } from "./strings.ts";

/** What XML 1.0 cannot carry, not even escaped: control characters, lone surrogates and two noncharacters. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export interface Cleaned {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** The document without the characters that a file of XML cannot hold, and a warning for each text that lost some. */
export function clean(document: Document): Cleaned {
  const findings: Finding[] = [];
  const { blocks, ...properties } = document;
  const ofDocument = { zh: "文档属性", en: "document properties" };
  const cleanedProperties = mapStrings(
    properties,
    cleaning((text) => findings.push(finding(ofDocument, text))),
  );
  const cleanedBlocks = blocks.map((block, index) => {
    const report = (text: string, path: Path) =>
      findings.push({ ...finding(whereIn(block, index, path), text), ...placeOf(block) });
    return mapStrings(block, cleaning(report));
  });
  return { document: { ...cleanedProperties, blocks: cleanedBlocks }, findings };
}

/** What changes a text to one without such characters, telling where it did. */
function cleaning(report: (text: string, path: Path) => void) {
  return (text: string, path: Path): string => {
    const cleaned = text.replace(FORBIDDEN, "");
    if (cleaned !== text) report(text, path);
    return cleaned;
  };
}

function finding(where: { zh: string; en: string }, text: string): Finding {
  const codes = [...new Set(text.match(FORBIDDEN))].map(
    (character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return {
    rule: "render/control-character",
    level: "warning",
    message: {
      zh: `${where.zh}含有不能写入文件的控制字符（${codes.join("、")}），已删除。`,
      en: `${where.en}: control characters that the file cannot hold (${codes.join(", ")}) were removed.`,
    },
    remedy: {
      zh: "请在原数据中删除这些字符，多半是从其他系统复制时带入的。",
      en: "Remove them in the source data; they mostly come from copying out of another system.",
    },
    printed: text.replace(FORBIDDEN, "\ufffd"),
  };
}

function whereIn(block: Block, index: number, path: Path): { zh: string; en: string } {
  if (block.type !== "grid") return { zh: `第${index + 1}段`, en: `block ${index + 1}` };
  const name = [block.label, block.caption].filter(Boolean).join(" ").replace(FORBIDDEN, "");
  if (path[0] !== "rows") return { zh: `《${name}》`, en: `table "${name}"` };
  const [row, cell] = [Number(path[1]) + 1, Number(path[2]) + 1];
  return { zh: `《${name}》第${row}行第${cell}格`, en: `table "${name}", row ${row}, cell ${cell}` };
}

function placeOf(block: Block): Pick<Finding, "place"> {
  return "place" in block && block.place !== undefined ? { place: block.place } : {};
}
