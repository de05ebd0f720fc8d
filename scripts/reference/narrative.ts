import type {
  Condition,
  FigureDefinition,
  ListSource,
  ParagraphDefinition,
  Piece,
  SectionDefinition,
} from "../../packages/core/src/narrative/definition.ts";
import { SECTIONS } from "../../packages/core/src/sections/index.ts";
import { code, page, table } from "./markdown.ts";
import { measureText } from "./measures.ts";

const SLOTS: readonly (readonly [string, string])[] = [
  ["{year} {prior} {name} {region} {body}", "预算年度、上年、全称、地区、“部门”或“单位”"],
  ["{key}", "一个数字：金额带单位，计数不带"],
  ["{change:key} {since:key}", "比上年增加…、比上年减少…、与上年持平；since 用“较”"],
  ["{move:key}", "增加…、减少…、持平，不写年度"],
  ["{reason:key} {use:key}", "，主要原因是…；，主要用于…。没有填写就不印"],
  ["{text:field}", "部门信息或项目里的文字"],
  ["{it} {label} {number}", "列表中的这一项：数字、名称、序号"],
];

/** Every section: what its figures measure, and its sentences as patterns. */
export function narrativePage(): string {
  return page(
    "Narrative",
    "`packages/core/src/sections/`",
    "情况说明由句式得出：句式里的花括号是要填的地方，填进去的数字与表中是同一个。写数字的句式也就是读数字的句式。上年数不知道时，比较的话连同前面的逗号都不印。",
    table(
      ["填空 Slot", "印什么 Prints"],
      SLOTS.map(([slot, text]) => [code(slot), text]),
    ),
    ...SECTIONS.map(sectionParts),
  );
}

function sectionParts(section: SectionDefinition): readonly string[] {
  const figures = Object.entries(section.figures);
  return [
    `## ${section.id}`,
    section.heading,
    ...(figures.length === 0
      ? []
      : [table(["数字 Figure", "量的是 Measures", "增减原因 Reason"], figures.map(figureRow))]),
    section.paragraphs.flatMap((paragraph) => paragraphLines(paragraph, "")).join("\n"),
  ];
}

function figureRow([key, figure]: [string, FigureDefinition]): string[] {
  const measured = figure.count === undefined ? measureText(figure.measure) : `计数 ${figure.count}`;
  return [code(key), measured, figure.reason === undefined ? "" : code(figure.reason)];
}

function paragraphLines(paragraph: ParagraphDefinition, indent: string): string[] {
  const when =
    "when" in paragraph && paragraph.when !== undefined ? `（${conditionText(paragraph.when)}）` : "";
  if ("subheading" in paragraph) return [`${indent}- **${paragraph.subheading}**${when}`];
  if ("sentences" in paragraph) return [`${indent}- ${when}${piecesText(paragraph.sentences)}`];
  if ("terms" in paragraph) return [`${indent}- 文中用到的专业名词，各一段解释`];
  if ("texts" in paragraph) return [`${indent}- 填报的文字：${code(paragraph.texts)}`];
  const inner = paragraph.paragraphs.flatMap((each) => paragraphLines(each, `${indent}  `));
  return [`${indent}- ${when}每${listText(paragraph.each)}：`, ...inner];
}

/** Pieces one after the other; neighbouring patterns are one pattern. */
function piecesText(pieces: readonly Piece[]): string {
  return pieces.map(pieceText).join("").replaceAll("``", "");
}

function pieceText(piece: Piece): string {
  if (typeof piece === "string") return code(piece);
  if ("each" in piece) {
    const where = piece.where === undefined ? "" : `，${conditionText(piece.where)}`;
    const [lead, tail] = [piece.lead ?? "", piece.tail ?? ""].map(code);
    return `${lead}〔每${listText(piece.each)}${where}：${code(piece.as)}，以“${piece.join}”相连〕${tail}`;
  }
  const otherwise = piecesText(piece.otherwise ?? []);
  const print = piecesText(piece.print) || "不印";
  return `〔${conditionText(piece.when)}：${print}${otherwise === "" ? "" : `；否则：${otherwise}`}〕`;
}

function conditionText(condition: Condition): string {
  if ("any" in condition) return condition.any.map(conditionText).join("或");
  if ("body" in condition) return condition.body === "department" ? "部门" : "单位";
  if ("known" in condition) return "本单位的资产有数";
  if ("text" in condition) return `填了 ${condition.text}`;
  if ("comparable" in condition) return `${condition.comparable} 上年有数可比`;
  if ("changed" in condition) return `${condition.changed} 有增减`;
  return "positive" in condition ? `${condition.positive} 不为零` : `${condition.nil} 为零`;
}

function listText(source: ListSource): string {
  if ("members" in source) return `项（${source.members.map((member) => member.label).join("、")}）`;
  if ("functional" in source)
    return `个功能分类${source.level === 1 ? "类" : "项"}级科目（${measureText(source.functional)}）`;
  if ("assets" in source) return source.assets === "held" ? "种现有资产" : "种计划购置的资产";
  return "projects" in source ? "个项目" : "个所属单位";
}
