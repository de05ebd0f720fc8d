import type { Base, Direction } from "./statement.ts";

const UP = "增加|增长|上升|提高|增幅|上涨|净增|增";
const DOWN = "减少|下降|降低|减幅|降幅|压减|缩减|减低|净减|减";
const TAIL = "(?:率|幅度?|比例|额|数|金额|了|约|各|均|为|达|共|:)*";

const CHANGE_END = new RegExp(`(?<word>${UP}|${DOWN})${TAIL}$`, "u");
const RESIDUE = /(?:增加|增长|提高|上升)[(/或](?:减少|下降|降低)[)]?|(?:减少|下降)[(/或](?:增加|增长)[)]?/u;
const SAME = /持平|一致|无变化|没有变化|无增减|未发生变化|无变动|没有增减|保持不变|相同|相等|不变/u;
const TO = new RegExp(`(?:${UP}|${DOWN})(?:至|到)$|(?:${UP}|${DOWN})为$|^(?:降|增)至$`, "u");
const COMPARE =
  /(?:比|较|与|同|和)(?=(?:20\d\d年|20\d\d|上年|去年|上一年|年初预算|上年度))|同比(?:上年)?|相比上年|(?:对比|相比)(?=增|减|上升|下降|提高|降低|上涨|持平)/u;

/** A direction word at the end of the words before a figure: 比上年增加[5万元]. */
export function changeAtEnd(gap: string): { direction: Direction; word: string; at: number } | undefined {
  const residue = RESIDUE.exec(gap);
  if (residue !== null && residue.index + residue[0].length >= gap.length - 1)
    return { direction: "residue", word: residue[0], at: residue.index };
  const match = CHANGE_END.exec(gap);
  const word = match?.groups?.word;
  if (match === null || word === undefined) return undefined;
  return { direction: directionOf(word), word, at: match.index };
}

export function directionOf(word: string): Direction {
  return new RegExp(`^(?:${UP})`, "u").test(word) ? "up" : "down";
}

/** Whether the words before a figure say that something came to it: 减少到[5万元]. */
export function comesTo(gap: string): boolean {
  return TO.test(gap);
}

/** Words that say that nothing changed, and where. */
export function sameIn(text: string): { word: string; at: number } | undefined {
  const match = SAME.exec(text);
  return match === null ? undefined : { word: match[0], at: match.index };
}

/** Words that state a change without a figure: 有所减少. */
export function changeIn(text: string): { direction: Direction; word: string } | undefined {
  const word = new RegExp(`(?:${UP}|${DOWN})`, "u").exec(text)?.[0];
  return word === undefined ? undefined : { direction: directionOf(word), word };
}

/** Where a comparison begins: 比, 较 or 与 before a year or a stage. */
export function compareIn(text: string): number | undefined {
  return COMPARE.exec(text)?.index;
}

/** 小于上年预算数[5万元]: a comparison by size, with what it is compared with. */
export function sizeCompareIn(
  gap: string,
): { direction: Direction; word: string; at: number; base: string } | undefined {
  const match = /(?<word>小于|少于|低于|大于|多于|高于)(?<base>(?:上年|去年|20\d\d年).*)$/u.exec(gap);
  const { word, base } = match?.groups ?? {};
  if (match === null || word === undefined || base === undefined) return undefined;
  return { direction: /[小少低]于/u.test(word) ? "down" : "up", word, at: match.index, base };
}

/** Splits the words of a comparison from a subject named behind them: 与上年相比|财政拨款支出. */
export function splitCompare(words: string): { readonly base: string; readonly subject: string } {
  const match = /^(?<base>.*?(?:相比|对比|比较|相较))(?<subject>.*)$/u.exec(words);
  return { base: match?.groups?.base ?? words, subject: match?.groups?.subject ?? "" };
}

const FILLER = /20\d\d|年度?|预算|总|合|计|各|均|也|相应|、|的|数|为|本?部门|本?单位|收支|支出|收入/gu;

/** Whether words speak of the subject of a statement again: 财政拨款支出 after 财政拨款预算支出. */
export function namesAgain(words: string, subject: string): boolean {
  if (/收入/u.test(words) !== /收/u.test(subject) && /支出/u.test(words) !== /支/u.test(subject))
    return false;
  const core = words.replace(FILLER, "");
  return subject.replace(FILLER, "").endsWith(core) || /^收?、?支?$/u.test(core);
}

/** The year and stage that the words of a comparison name; `year` is the pack's. */
export function baseOf(words: string, year: number | undefined): Base {
  const text = words.replace(/^(?:比|较|与|同(?!比)|和)/u, "").replace(/(?<=.)(?:相比|比较|相较|对比)$/u, "");
  const stated = /20\d\d/u.exec(text)?.[0];
  const stage = /执行/u.test(text)
    ? "executed"
    : /决算/u.test(text)
      ? "final"
      : /调整/u.test(text)
        ? "adjusted"
        : undefined;
  const relative = relativeYear(text, stated, year);
  return {
    text,
    ...(stated === undefined ? {} : { year: Number(stated) }),
    ...(relative === undefined ? {} : { relative }),
    ...(stage === undefined ? {} : { stage }),
  };
}

function relativeYear(
  text: string,
  stated: string | undefined,
  year: number | undefined,
): -1 | 0 | undefined {
  if (stated === undefined) return /上年|去年|上一年|同比|^(?:对比|相比)$/u.test(text) ? -1 : undefined;
  const gap = year === undefined ? undefined : Number(stated) - year;
  return gap === -1 || gap === 0 ? gap : undefined;
}

const REASON = /(?:主要)?原因(?:为|是|在于|系|:)?|主要(?:是|系|由于|因)|由于|因为|系因/u;
const OF_WHICH = /其中|包括|包含|具体为|分别为|分别是|构成如下/u;
const DETAIL = /用于|主要包括|主要为|主要内容/u;

export function reasonIn(text: string): number | undefined {
  return REASON.exec(text)?.index;
}

/** Where the words that lead to the parts of a figure end. */
export function partsAfter(text: string): number | undefined {
  const match = OF_WHICH.exec(text);
  return match === null ? undefined : match.index + match[0].length;
}

/** Whether a clause tells what the money is for: its amounts are details of the figure before. */
export function tellsUse(text: string): boolean {
  return DETAIL.test(text);
}

const GENERIC =
  /^(?:20\d\d|年|年初|当年|本年度?|年度|全年|预算|本?部门|本?单位|我[局委办市区院部]|安排|数额?|金额|总额|总计|合计|为|是|共计?|计|约|的|拟|编制|下达|批复|资金|经费|情况|,|:|、|\)|\()*$/u;

/** Whether the words before an amount say only that it is a budget of a year. */
export function isGeneric(subject: string): boolean {
  return GENERIC.test(subject);
}
