import type { Document } from "../document/document.ts";
import type { Pack, PackDocument } from "../pack/pack.ts";
import { coverOf } from "./cover.ts";
import { conceptOfTitle } from "./lexicon/titles.ts";
import { plain } from "./text.ts";

/** What kind of pack it is, its year and its body, from its titles, headings and captions. */
export function recogniseKind(
  documents: readonly PackDocument[],
): Pick<Pack, "kind" | "reason" | "year" | "body" | "scope"> {
  const titles = documents.flatMap(({ document }) => titlesOf(document));
  const text = documents.map(({ document }) => textOf(document)).join("\n");
  const cover = coverOf(documents);
  const year = cover.year ?? yearOf(titles) ?? yearOf([text.slice(0, 4000)]);
  const body = bodyOf(documents) ?? cover.body;
  const { scope } = cover;
  const found = {
    ...(year === undefined ? {} : { year }),
    ...(body === undefined ? {} : { body }),
    ...(scope === undefined ? {} : { scope }),
  };
  const grids = documents.reduce(
    (sum, { document }) => sum + document.blocks.filter((block) => block.type === "grid").length,
    0,
  );
  if (plain(text) === "")
    return {
      ...found,
      ...kind("other", "没有读到文字（扫描件需要文字识别）", "no text was read (a scan needs OCR)"),
    };
  const known = documents
    .flatMap(({ document }) =>
      document.blocks.flatMap((block) => (block.type === "grid" ? [block.caption] : [])),
    )
    .filter((caption) => !caption.includes("决算") && conceptOfTitle(caption) !== "other").length;
  return { ...found, ...kindOf(plain(text), plain(titles.join("\n")), grids, known) };
}

function kindOf(text: string, titles: string, grids: number, known: number): Pick<Pack, "kind" | "reason"> {
  const blanks = (text.match(/[×xX]{2,}(?:万元|%|年|局|单位)|[×X]{3,}/gu) ?? []).length;
  if (blanks >= 8)
    return kind(
      "template",
      "多处是待填的XX，是空白样表，不是已填的公开材料",
      "it is a blank form: many XX are left to fill in",
    );
  const [heads, body] = [withoutNames(titles), withoutNames(text)];
  const budget =
    count(heads, /预算|绩效目标/gu) + count(body, /预算数|预算(?:总表|表)|收支预算|绩效目标/gu) / 8 + known;
  const accounts = count(heads, /决算/gu) + count(body, /决算数|决算表|支出决算/gu) / 8;
  const isTable = known > 0 && accounts === 0 && grids > 0;
  if (budget + accounts < 2 && !isTable && !speaksOfBudget(text) && !isTitled(body))
    return kind(
      "other",
      "没有预算或决算公开的标题、表格和用语",
      "it has no titles, tables or words of a budget disclosure",
    );
  // The title says it first, if it says it at all.
  const first = /预算|决算/u.exec(body.slice(0, 200))?.[0];
  if (first === undefined ? accounts > budget : first === "决算" && accounts > 2)
    return kind("final-accounts", "标题和表格是决算", "its titles and tables are of final accounts");
  if (grids === 0 && budget < 4 && !speaksOfBudget(text) && !isTitled(body))
    return kind("other", "没有表格，预算用语很少", "it has no tables and few words of a budget");
  return kind("budget", "标题和表格是预算公开", "its titles and tables are of a budget disclosure");
}

/** A short narrative may say it in its first lines alone; so do notices about the work of publishing. */
function isTitled(text: string): boolean {
  const first = text.slice(0, 120);
  if (/通知|办法|意见|方案|决算/u.test(first)) return false;
  return /(?:部门|单位)预算(?:公开|情况|编制|说明)/u.test(first) || tellsThreePublic(text);
}

/** The statement on the public expenses is often a page of its own. */
function tellsThreePublic(text: string): boolean {
  const isNamed = /20\d\d年[^。]{0,60}三公经费[^。]{0,12}(?:预算|安排)/u.test(text.slice(0, 300));
  return isNamed && count(text, /\d[万亿]?元/gu) >= 3;
}

const PROSE_WORDS = [
  /三公经费/u,
  /收入预算/u,
  /支出预算/u,
  /财政拨款/u,
  /机关运行经费/u,
  /政府采购/u,
  /基本支出/u,
  /项目支出/u,
  /万元/u,
];

/** A narrative alone, without titles and tables, still speaks of what every disclosure must explain. */
function speaksOfBudget(text: string): boolean {
  return PROSE_WORDS.filter((word) => word.test(text)).length >= 7;
}

/** The names of the budgets stand in final accounts as well. */
function withoutNames(text: string): string {
  return text.replace(/(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算/gu, "");
}

function kind(value: Pack["kind"], zh: string, en: string): Pick<Pack, "kind" | "reason"> {
  return { kind: value, reason: { zh, en } };
}

function count(text: string, pattern: RegExp): number {
  return (text.match(pattern) ?? []).length;
}

function titlesOf({ title, blocks }: Document): string[] {
  const texts = blocks.flatMap((block) => {
    if (block.type === "heading") return [block.text];
    if (block.type === "grid") return [block.caption];
    return block.type === "cover" ? [block.title, ...block.lines] : [];
  });
  return [title, ...texts];
}

function textOf({ blocks }: Document): string {
  return blocks
    .map((block) => {
      if (block.type === "heading") return block.text;
      if (block.type === "paragraph") return block.children.map((inline) => inline.text).join("");
      if (block.type === "grid")
        return [block.caption, ...block.rows.flatMap((row) => row.map((cell) => cell.text))].join("\n");
      return "";
    })
    .join("\n");
}

/** The year that stands most often before 预算, 部门, 单位 or 决算; the later of two equally frequent ones. */
function yearOf(texts: readonly string[]): number | undefined {
  const votes = new Map<number, number>();
  for (const text of texts) {
    for (const match of plain(text).matchAll(
      /(?<!\d)(20[0-4]\d)年度?(?=.{0,30}?(?:预算|决算|部门|单位|公开))/gu,
    )) {
      const year = Number(match[1]);
      votes.set(year, (votes.get(year) ?? 0) + 1);
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}

const BODY =
  /(?:单位全称|编制(?:部门|单位)|预算主管部门|预算单位|部门(?:名称)?|单位名称)[:：](.{2,60}?)(?:单位[:：]|金额|$)/u;

/** The body that most tables print above themselves. */
function bodyOf(documents: readonly PackDocument[]): string | undefined {
  const votes = new Map<string, number>();
  for (const { document } of documents) {
    for (const block of document.blocks) {
      if (block.type !== "grid") continue;
      const name = BODY.exec(plain(`${block.aboveLeft ?? ""}`))?.[1];
      if (name !== undefined) votes.set(name, (votes.get(name) ?? 0) + 1);
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}
