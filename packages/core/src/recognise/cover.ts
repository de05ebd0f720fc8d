import type { Document } from "../document/document.ts";
import type { Pack, PackDocument } from "../pack/pack.ts";
import { plain } from "./text.ts";

/** What the first page of a pack says: whose budget, of which year, of a department or of a unit. */
export type Cover = Pick<Pack, "year" | "body" | "scope">;

/** How many lines a first page has at most before the contents or the text begin. */
const LINES = 8;
const BEGINS_TEXT = /^(?:目录|第[一二三]部分|[一二三]、|\(一\)|序号)/u;
const WHAT = "(?:区级|市级|省级|县级|镇级|本级)?(?<scope>部门|单位)?(?:汇总)?(?:综合)?(?:收支)?(?:预算|决算)";
const TITLE = new RegExp(
  `^(?:(?<year>20\\d\\d)年?度?)?(?<body>[\\p{Script=Han}()]{3,50}?)(?:(?<later>20\\d\\d)年?度?)?${WHAT}`,
  "u",
);
const NAMED = /^(?:预算)?(?:主管部门|部门|单位)(?:名称|全称)?:(?<body>[\p{Script=Han}()]{3,50})$/u;
const NO_BODY = /^(?:年|度|部门|单位|本)|三公|经费|收支|公开/u;
const PLACE = /(?:省|市|区|县|州|旗|盟)$/u;

/** Reads the lines in front of the contents; a title may be broken over several of them. */
export function coverOf(documents: readonly PackDocument[]): Cover {
  for (const { document } of documents) {
    const lines = linesOf(document);
    const cover = readTitle(lines.join(""));
    const named = lines.map((line) => NAMED.exec(line)?.groups?.body).find((name) => name !== undefined);
    const body = named ?? cover.body;
    if (cover.year !== undefined || body !== undefined)
      return { ...cover, ...(body === undefined ? {} : { body }) };
  }
  return {};
}

function linesOf({ title, blocks }: Document): readonly string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.type !== "heading" && block.type !== "paragraph" && block.type !== "cover") break;
    const texts =
      block.type === "cover"
        ? [block.title, block.subtitle ?? "", ...block.lines]
        : [block.type === "heading" ? block.text : block.children.map(({ text }) => text).join("")];
    const found = texts.map(plain);
    if (found.some((text) => BEGINS_TEXT.test(text)) || lines.length > LINES) break;
    lines.push(...found.filter((text) => text !== ""));
  }
  return lines.length > 0 ? lines : [plain(title)];
}

function readTitle(text: string): Cover {
  const { year, body, later, scope } = TITLE.exec(text)?.groups ?? {};
  const stated = year ?? later;
  return {
    ...(stated === undefined ? {} : { year: Number(stated) }),
    ...(body === undefined || PLACE.test(body) || NO_BODY.test(body) ? {} : { body }),
    ...(scope === undefined ? {} : { scope: scope === "单位" ? ("unit" as const) : ("department" as const) }),
  };
}
