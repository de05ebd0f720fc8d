import type { Box } from "@mingzhang/core";
import type { Stretch, TextLine } from "./flow.ts";
import type { Surroundings } from "./table.ts";

export interface Captioned {
  readonly around: Surroundings;
  /** How many of the lines belong to the table; counted from the table upwards. */
  readonly taken: number;
}

const MOST_LINES = 6;
const LONGEST = 60;
const SENTENCE = /[。；;！？]|，.*，/;
/** The printed marker of a table: "部门公开表1", "公开01表", "附表1-1". */
export const LABEL =
  /^[（(]?(?:附件?|公开|预算|部门|单位)*\s*表\s*[\d一二三四五六七八九十〇零.\-—－]+\s*[:：]?[）)]?$|^.{0,8}?\d{1,3}\s*表$/;
const NOTE = /[:：]/;

/** Reads the lines above a table, from the nearest upwards: what names it, and the line with body and unit. */
export function captionOf(lines: readonly TextLine[], table: Box): Captioned {
  const whole = joinWrappedName(lines);
  if (whole === undefined) return readCaption(lines, table);
  const { around, taken } = readCaption(whole, table);
  return { around, taken: taken === 0 ? 0 : taken + 1 };
}

const NAME = /^(?:编制|填报|预算)?(?:部门|单位)[^:：]*[:：].*[^:：\s]$/;
const LONGEST_REST = 16;

/** "部门：某省委员会办 … 单位：万元" over "公厅": the rest of a long name, put back where it belongs. */
function joinWrappedName(lines: readonly TextLine[]): readonly TextLine[] | undefined {
  const [above, rest] = lines.slice(-2);
  const [first, ...others] = above?.stretches ?? [];
  if (above === undefined || rest === undefined || first === undefined || others.length === 0)
    return undefined;
  const isRest =
    rest.stretches.length === 1 && rest.text.length <= LONGEST_REST && !/[:：。]|表[）)]?$/.test(rest.text);
  if (!isRest || !NAME.test(first.text) || Math.abs(rest.left - first.left) > rest.size) return undefined;
  const joined = { ...first, text: first.text + rest.text, right: Math.max(first.right, rest.right) };
  return [...lines.slice(0, -2), { ...above, stretches: [joined, ...others] }];
}

function readCaption(lines: readonly TextLine[], table: Box): Captioned {
  let around: Surroundings = { caption: "", below: [] };
  let taken = 0;
  for (const line of [...lines].reverse()) {
    const next = taken < MOST_LINES && !isProse(line) ? addLine(around, line, table) : undefined;
    if (next === undefined) break;
    around = next;
    taken++;
  }
  return { around: splitLabel(around), taken };
}

const LABELLED =
  /^(\p{Script=Han}{0,6}\s*\d{1,2}\s*表|附?表\s*[\d一二三四五六七八九十]{1,3})[\s:：、.]*(\p{Script=Han}.{3,})$/u;

/** "预算01表 收支总表" and "表1：收支总表" print the marker before the title on one line. */
function splitLabel(around: Surroundings): Surroundings {
  const [, label, caption] = LABELLED.exec(around.caption) ?? [];
  if (around.label !== undefined || label === undefined || caption === undefined) return around;
  return { ...around, label, caption };
}

function isProse(line: TextLine): boolean {
  return line.text.length > LONGEST || SENTENCE.test(line.text) || LEADER.test(line.text);
}

/** Dots that lead to a page number: a line of the contents. */
export const LEADER = /[.．·…]{4,}\s*\d*$/;

function addLine(around: Surroundings, line: TextLine, table: Box): Surroundings | undefined {
  const [first, ...others] = line.stretches;
  const last = others.at(-1);
  if (first === undefined) return undefined;
  if (last !== undefined) return addPair(around, withValue(first, others), last);
  if (LABEL.test(first.text))
    return around.label === undefined ? { ...around, label: first.text } : undefined;
  if ((around.caption === "" || isOpen(around.caption)) && LABELLED.test(first.text))
    return addTitle(around, first.text);
  if ((isCentred(first, table) || isOpen(around.caption)) && !NOTE.test(first.text))
    return addTitle(around, first.text);
  if (around.caption !== "") return undefined;
  if (isRight(first, table))
    return around.aboveRight === undefined ? { ...around, aboveRight: first.text } : undefined;
  if (NOTE.test(first.text))
    return around.aboveLeft === undefined && !/[:：]$/.test(first.text)
      ? { ...around, aboveLeft: first.text }
      : undefined;
  return addTitle(around, first.text);
}

function addPair(around: Surroundings, first: Stretch, last: Stretch): Surroundings | undefined {
  if (LABEL.test(first.text) && around.label === undefined && around.caption === "")
    return {
      ...around,
      label: first.text,
      ...(NOTE.test(last.text) ? { aboveRight: last.text } : { caption: last.text }),
    };
  if (around.caption !== "" || around.aboveLeft !== undefined) return undefined;
  return {
    ...around,
    aboveLeft: first.text,
    ...(around.aboveRight === undefined && { aboveRight: last.text }),
  };
}

/** "部门：", "某局" and "单位：万元" far apart: the name belongs to its word. */
function withValue(first: Stretch, others: readonly Stretch[]): Stretch {
  const [value, unit] = others;
  const isOpen = /^\S{2,8}[:：]$/.test(first.text) && unit !== undefined && value !== undefined;
  return isOpen && !NOTE.test(value.text) ? { ...first, text: first.text + value.text } : first;
}

const LONGEST_TITLE = 80;

function addTitle(around: Surroundings, text: string): Surroundings | undefined {
  if (around.label !== undefined && around.caption !== "") return undefined;
  if (around.caption === "") return { ...around, caption: text };
  const caption = text + around.caption;
  const whole = /[表）)]$/.test(text) && !isOpen(around.caption);
  return caption.length > LONGEST_TITLE || whole ? undefined : { ...around, caption };
}

/** Whether a title begins on the line above: it starts with a bracket or its last word, or closes a bracket that it does not open. */
function isOpen(caption: string): boolean {
  const count = (pattern: RegExp) => (caption.match(pattern) ?? []).length;
  return (
    /^(?:[（(]|(?:收支|收入|支出)?(?:预算|情况|明细)*表)/.test(caption) || count(/[）)]/g) > count(/[（(]/g)
  );
}

function isCentred(stretch: Stretch, table: Box): boolean {
  const width = table.right - table.left;
  const offset = Math.abs((stretch.left + stretch.right) / 2 - (table.left + table.right) / 2);
  return offset < 0.08 * width && stretch.left > table.left + 0.04 * width;
}

function isRight(stretch: Stretch, table: Box): boolean {
  return stretch.left > (table.left + table.right) / 2;
}
