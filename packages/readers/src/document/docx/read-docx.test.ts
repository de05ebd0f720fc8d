import type { Block, Grid } from "@mingzhang/core";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { formatNumber } from "./number-format.ts";
import { readDocx } from "./read-docx.ts";

const text = (content: string, properties = "") => `<w:r>${properties}<w:t>${content}</w:t></w:r>`;
const paragraph = (content: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith("<") ? content : text(content)}</w:p>`;
const numbered = (id: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const cell = (content: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<w:p>") ? content : paragraph(content)}</w:tc>`;

const NUMBERING = `<w:numbering>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3."/><w:isLgl/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>`;
const STYLES = `<w:styles>
<w:style w:styleId="Base"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/>${numbered(1)}</w:pPr></w:style>
<w:style w:styleId="Own"><w:name w:val="公文标题"/><w:basedOn w:val="Base"/></w:style>
<w:style w:styleId="Round"><w:name w:val="a"/><w:basedOn w:val="Round"/></w:style>
<w:style w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Secret"><w:name w:val="b"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`;

function read(body: string, parts: Record<string, string> = {}) {
  const files = {
    "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`,
    "word/numbering.xml": NUMBERING,
    "word/styles.xml": STYLES,
    ...parts,
  };
  return readDocx(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))),
  );
}

function linesOf(body: string): string[] {
  return read(body).document.blocks.map((block) => lineOf(block));
}

function lineOf(block: Block): string {
  if (block.type === "heading") return `${block.level} ${block.text}`;
  if (block.type === "paragraph") return block.children.map((child) => child.text).join("");
  return block.type;
}

function gridOf(body: string): Grid | undefined {
  return read(body).document.blocks.find((block) => block.type === "grid");
}

test("automatic numbers are written out, lower levels begin anew under each higher one", () => {
  const items = [numbered(1), numbered(1, 1), numbered(1, 1), numbered(1), numbered(1, 1), numbered(1, 2)];
  expect(linesOf(items.map((item) => paragraph("某项情况说明如下。", item)).join(""))).toEqual([
    "一、某项情况说明如下。",
    "（一）某项情况说明如下。",
    "（二）某项情况说明如下。",
    "二、某项情况说明如下。",
    "（一）某项情况说明如下。",
    "2.1.某项情况说明如下。",
  ]);
});

test("a list that starts anew counts from its start, once", () => {
  const items = [numbered(1), numbered(1), numbered(2), numbered(2)].map((item) => paragraph("甲。", item));
  expect(linesOf(items.join(""))).toEqual(["一、甲。", "二、甲。", "一、甲。", "二、甲。"]);
});

test("numbers and levels come from styles and the styles that they are based on", () => {
  const styled = (style: string) => paragraph("收支情况", `<w:pStyle w:val="${style}"/>`);
  expect(linesOf(styled("Own") + styled("Base") + styled("Round"))).toEqual([
    "2 一、收支情况",
    "2 二、收支情况",
    "收支情况",
  ]);
});

test("numbers are printed as Word prints them", () => {
  const chinese = [1, 10, 11, 20, 21, 100, 101, 110, 1001].map((number) =>
    formatNumber(number, "chineseCounting"),
  );
  expect(chinese).toEqual(["一", "十", "十一", "二十", "二十一", "一百", "一百零一", "一百一十", "一千零一"]);
  expect(formatNumber(3, "decimalEnclosedCircle")).toBe("③");
  expect(formatNumber(28, "upperLetter")).toBe("BB");
  expect(formatNumber(49, "lowerRoman")).toBe("xlix");
  expect(formatNumber(2, "ideographTraditional")).toBe("乙");
});

test("changes are read as accepted; they, comments and hidden text are said to be there", () => {
  const body = paragraph(
    `${text("预算")}<w:del><w:r><w:delText>三</w:delText></w:r></w:del><w:ins>${text("四")}</w:ins>${text("万元")}` +
      text("内部口径", "<w:rPr><w:vanish/></w:rPr>") +
      text("样式隐藏", '<w:rPr><w:rStyle w:val="Secret"/></w:rPr>'),
  );
  const { document, findings } = read(body, {
    "word/comments.xml": "<w:comments><w:comment/><w:comment/></w:comments>",
  });
  expect(document.blocks.map(lineOf)).toEqual(["预算四万元"]);
  expect(findings).toEqual([]);
  expect(document.file?.leftovers).toEqual([
    { kind: "insertions", detail: "1" },
    { kind: "deletions", detail: "1" },
    { kind: "comments", detail: "2" },
    { kind: "hidden-text", detail: "2" },
  ]);
});

test("people and companies that the properties name are told, programs and placeholders are not", () => {
  const core = (name: string) =>
    `<cp:coreProperties><dc:creator>${name}</dc:creator><cp:lastModifiedBy>Administrator</cp:lastModifiedBy></cp:coreProperties>`;
  const { document } = read(paragraph("预算"), {
    "docProps/core.xml": core("张三"),
    "docProps/app.xml": "<Properties><Company>某市某某局</Company></Properties>",
  });
  expect(document.file?.leftovers).toEqual([
    { kind: "author", detail: "张三" },
    { kind: "company", detail: "某市某某局" },
  ]);
  const other = read(paragraph("预算"), { "docProps/core.xml": core("微软用户") });
  expect(other.document.file).toBeUndefined();
});

test("a file without remains has no finding", () => {
  const { document, findings } = read(paragraph("预算"));
  expect([document.file, findings]).toEqual([undefined, []]);
});

test("merged cells are spans, in both directions, and repeated rows are header rows", () => {
  const restart = '<w:vMerge w:val="restart"/>';
  const rows = [
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("科目", '<w:gridSpan w:val="2"/>')}${cell("金额", restart)}</w:tr>`,
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("编码")}${cell("名称")}${cell("", "<w:vMerge/>")}</w:tr>`,
    `<w:tr>${cell("201")}${cell(paragraph("甲") + paragraph("乙"))}${cell("1.00")}</w:tr>`,
    `<w:tr><w:trPr><w:del/></w:trPr>${cell("202")}${cell("删")}${cell("2.00")}</w:tr>`,
  ];
  const grid = gridOf(`<w:tbl>${rows.join("")}</w:tbl>`);
  expect(grid?.headerRows).toBe(2);
  expect(
    grid?.rows.map((row) => row.map(({ text, colSpan = 1, rowSpan = 1 }) => `${text} ${colSpan}×${rowSpan}`)),
  ).toEqual([
    ["科目 2×1", "金额 1×2"],
    ["编码 1×1", "名称 1×1"],
    ["201 1×1", "甲\n乙 1×1", "1.00 1×1"],
  ]);
});

test("tables of a landscape section are landscape, those before it are not", () => {
  const table = `<w:tbl><w:tr>${cell("项目")}${cell("金额")}</w:tr></w:tbl>`;
  const section = (orientation: string) => `<w:sectPr><w:pgSz w:orient="${orientation}"/></w:sectPr>`;
  const { blocks } = read(
    `${table}${paragraph("分节", section("portrait"))}${table}${section("landscape")}`,
  ).document;
  expect(blocks.flatMap((block) => (block.type === "grid" ? [block.orientation] : []))).toEqual([
    "portrait",
    "landscape",
  ]);
});

test("a text box is read once, after the paragraph that holds it", () => {
  const box = `<w:txbxContent>${paragraph("单位：万元")}</w:txbxContent>`;
  const drawing = `<mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
  expect(linesOf(paragraph(`<w:r><w:t>正文。</w:t>${drawing}</w:r>`))).toEqual(["正文。", "单位：万元"]);
});

test("a list of contents is one block, whatever its lines", () => {
  const line = paragraph("一、概况", '<w:pStyle w:val="Toc"/>');
  expect(linesOf(paragraph("目 录") + line + line + paragraph("正文。"))).toEqual(["contents", "正文。"]);
});

test("field codes are left out, their results stay", () => {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>' +
    text("300.32");
  expect(linesOf(paragraph(`${text("合计")}${field}${text("万元。")}`))).toEqual(["合计300.32万元。"]);
});

test("text in content controls and links is read", () => {
  const body = `<w:sdt><w:sdtContent>${paragraph(`<w:hyperlink>${text("甲")}</w:hyperlink>${text("乙。")}`)}</w:sdtContent></w:sdt>`;
  expect(linesOf(body)).toEqual(["甲乙。"]);
});
