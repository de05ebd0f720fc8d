import { SECTION, SUBSECTION } from "../pdf/blocks.ts";
import { LABEL, LEADER } from "../pdf/captions.ts";
import type { Surroundings } from "../pdf/table.ts";
import type { FlowLine } from "./flow.ts";
import { joinFragments } from "./fragments.ts";
import { withoutGaps } from "./gaps.ts";

export interface Captioned {
  readonly around: Surroundings;
  /** How many of the lines belong to the table; counted from the table upwards. */
  readonly taken: number;
}

const MOST_LINES = 6;
/** Broken fragments are more lines than the whole lines that they make. */
const MOST_FRAGMENTS = 12;
const LONGEST = 60;
const SENTENCE = /[。；;！？]|，.*，/;
const COLON = /[:：]/;
const UNIT = /^[（(]?\s*(?:金额|计量|货币)?\s*单\s*位\s*[:：]\s*(?:人民币)?\s*[百千万亿]?\s*元/;
const LEFT_AND_UNIT =
  /^(.*\S)[\s\u3000]+([（(]?(?:金额|计量|货币)?单\s*位\s*[:：]\s*(?:人民币)?[百千万亿]?元.*)$/;
const LABELLED_TITLE =
  /^((?:附件?|公开|预算|部门|单位)*表\s*[\d一二三四五六七八九十〇零]+(?:[-—－.]\d+)?)[\s\u3000:：、.]+(\S.*)$/;

/**
 * Reads the lines above a table, from the nearest upwards, as the PDF reader does, but by their words: lines of other
 * formats have no place on a page.
 */
export function captionOf(lines: readonly FlowLine[]): Captioned {
  let around: Surroundings = { caption: "", below: [] };
  let taken = 0;
  const whole = joinFragments(lines.slice(-MOST_FRAGMENTS));
  for (const { line, count } of whole.reverse().slice(0, MOST_LINES)) {
    const next = isProse(line) ? undefined : addLine(around, line);
    if (next === undefined) break;
    around = next;
    taken += count;
  }
  return { around: { ...around, caption: withoutGaps(around.caption) }, taken };
}

function isProse({ text }: FlowLine): boolean {
  return text === "" || text.length > LONGEST * 2 || SENTENCE.test(text) || LEADER.test(text);
}

function addLine(around: Surroundings, line: FlowLine): Surroundings | undefined {
  const { text } = line;
  if (line.parts.length > 1) return addPair(around, line.parts);
  const leftAndUnit = LEFT_AND_UNIT.exec(text);
  if (leftAndUnit !== null) return addPair(around, leftAndUnit.slice(1));
  if (LABEL.test(text)) return around.label === undefined ? { ...around, label: text } : undefined;
  const labelled = LABELLED_TITLE.exec(text);
  if (labelled !== null && around.caption === "" && around.label === undefined)
    return { ...around, label: labelled[1] ?? "", caption: labelled[2] ?? "" };
  if (around.caption !== "") return undefined;
  if (UNIT.test(text)) return around.aboveRight === undefined ? { ...around, aboveRight: text } : undefined;
  if (COLON.test(text) && !isTable(text))
    return around.aboveLeft === undefined && text.length <= LONGEST
      ? { ...around, aboveLeft: text }
      : undefined;
  return isTitle(line, around) ? { ...around, caption: text } : undefined;
}

/** Two or more stretches of one line: marker and title, or what stands left and right above the table. */
function addPair(around: Surroundings, parts: readonly string[]): Surroundings | undefined {
  const last = parts.at(-1) ?? "";
  const first = joinParts(parts.slice(0, -1));
  if (LABEL.test(first) && around.label === undefined && around.caption === "")
    return { ...around, label: first, ...(COLON.test(last) ? { aboveRight: last } : { caption: last }) };
  if (around.caption !== "") {
    return LABEL.test(last) && first === "" && around.label === undefined
      ? { ...around, label: last }
      : undefined;
  }
  if (LABEL.test(last)) return addPair({ ...around, label: last }, [first, around.aboveRight ?? ""]);
  if (around.aboveLeft !== undefined && first !== "") return undefined;
  return {
    ...around,
    ...(first !== "" && { aboveLeft: first }),
    ...(last !== "" && around.aboveRight === undefined && { aboveRight: last }),
  };
}

/** "编制部门：" and a name in the next column are one text. */
function joinParts(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .reduce((text, part) => (text === "" || /[:：]$/.test(text) ? text + part : `${text}　${part}`), "");
}

const TABLE_TITLE = /[表单](?:\s*[（(][^（）()]*[）)])*$/;

function isTable(text: string): boolean {
  return TABLE_TITLE.test(text);
}

/** A heading titles a table only where its words say so or the line with the unit stands between. */
function isTitle({ text, level }: FlowLine, around: Surroundings): boolean {
  if (!/\p{Letter}/u.test(text) || text.length > LONGEST + 20) return false;
  const isHeading = level !== undefined || SECTION.test(text) || SUBSECTION.test(text);
  return !isHeading || isTable(text) || around.aboveLeft !== undefined || around.aboveRight !== undefined;
}
