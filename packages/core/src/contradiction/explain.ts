import type { Text } from "../finding/finding.ts";
import type { PrintedFigure } from "../rules/identity.ts";
import type { Contradiction } from "./contradictions.ts";
import type { Correction } from "./correction.ts";
import { gapText, nameOf, printedText } from "./names.ts";
import type { Slip } from "./slip.ts";
import type { Surroundings } from "./surroundings.ts";
import type { LinearIdentity, Variable } from "./system.ts";

const SLIP_WORDS: Readonly<Record<Slip, Text | undefined>> = {
  unit: { zh: "疑为元与万元混淆", en: "yuan taken for ten thousands, or the reverse" },
  point: { zh: "疑为小数点错位", en: "the decimal point is misplaced" },
  sign: { zh: "疑为正负号或增减写反", en: "the sign, or increase for decrease, is wrong" },
  swapped: { zh: "疑为相邻两位颠倒", en: "two digits are swapped" },
  digit: { zh: "疑为一位数字写错", en: "one digit is wrong" },
  neighbour: { zh: "与邻格的数相同，疑为抄串", en: "it repeats its neighbour" },
  unexplained: undefined,
};

/** More figures than these are not written out. */
const MOST_TERMS = 12;
const MOST_OPTIONS = 3;

/** The most likely correction in one sentence, or the choice of them; undefined where no single one is enough. */
export function remedyOf(
  { corrections, determined, together }: Contradiction,
  surroundings: Surroundings,
): Text | undefined {
  const [first] = corrections;
  if (first === undefined)
    return together < 2
      ? undefined
      : {
          zh: `单改其中一个数不能使各项核对都成立，须同时改 ${together} 个数。`,
          en: `No single correction makes all checks hold: ${together} figures must be corrected together.`,
        };
  if (determined) return only(first, surroundings);
  const likely = corrections.filter(isLikely);
  const choice = likely.length > 0 ? likely : corrections;
  const options = choice.slice(0, MOST_OPTIONS).map((one) => correctionText(one, surroundings));
  const more = choice.length - options.length;
  return {
    zh: `任改下列一处即可都成立：${options.map(({ zh }, index) => `（${index + 1}）${zh}`).join("；")}${more > 0 ? `；另有 ${more} 处也可` : ""}。`,
    en: `Correcting any one of these settles it: ${options.map(({ en }, index) => `(${index + 1}) ${en}`).join("; ")}${more > 0 ? `; ${more} others would do as well` : ""}.`,
  };
}

/** A figure below nil where none is printed so is no advice. */
function isLikely({ value, figure, slip }: Correction): boolean {
  return value.scaled >= 0n || figure.figure.scaled < 0n || slip === "sign";
}

function only(correction: Correction, surroundings: Surroundings): Text {
  const { figure, settles, slip, text, between } = correction;
  const name = nameOf(figure, surroundings);
  const words = SLIP_WORDS[slip];
  const zh = [words?.zh, between && `${between.join("～")} 都可成立`].filter((each) => each !== undefined);
  const en = [words?.en, between && `anything from ${between.join(" to ")} would do`].filter(
    (each) => each !== undefined,
  );
  return {
    zh: `最可能有误的是${name}：${figure.text} 改为 ${text}${zh.length > 0 ? `（${zh.join("；")}）` : ""}，即可使${settles > 1 ? ` ${settles} 处核对都成立` : "核对成立"}。`,
    en: `Most likely wrong: ${name}. Print ${text} instead of ${figure.text}${en.length > 0 ? ` (${en.join("; ")})` : ""}: ${settles > 1 ? `all ${settles} checks then hold` : "the check then holds"}.`,
  };
}

/** One correction: which figure, from what to what, and how it may have come about. */
function correctionText(correction: Correction, surroundings: Surroundings): Text {
  const { figure, slip } = correction;
  const name = nameOf(figure, surroundings);
  const words = SLIP_WORDS[slip];
  const change = `${figure.text} → ${correction.text}`;
  return {
    zh: `${name} ${change}${words === undefined ? "" : `（${words.zh}）`}`,
    en: `${name} ${change}${words === undefined ? "" : ` (${words.en})`}`,
  };
}

/** Why the figures cannot all be true, for somebody who adds them up by hand. */
export function proofOf(contradiction: Contradiction, surroundings: Surroundings): Text {
  const { set, certificate, gap, printed, sum } = contradiction;
  const unit = set.variables[0]?.figure.figure.unit === "count" ? "count" : "yuan";
  const [shown, least] = [gapText(printed, unit), gapText(gap, unit)];
  const end = {
    zh: `相差 ${shown.zh}；按印出位数四舍五入，至少仍差 ${least.zh}`,
    en: `they are ${shown.en} apart, and however they were rounded at least ${least.en}`,
  };
  if (set.identities.length === 1) {
    const text = identityText(set.identities[0], set.variables, surroundings);
    return { zh: `应有 ${text}，${end.zh}。`, en: `${text} should hold; ${end.en}.` };
  }
  const lines = certificate.multipliers.map(({ identity, multiplier }, index) => {
    const text = identityText(set.identities[identity], set.variables, surroundings);
    return `${index + 1}）${text}${multiplier === 1n ? "" : `（×${multiplier}）`}`;
  });
  const left = sum
    .map(({ variable, coefficient }) => termText(set.variables[variable], coefficient))
    .join(" ");
  return {
    zh: `应同时有 ${lines.join("；")}。合并后只剩 ${left} 应为零，${end.zh}。`,
    en: `These should hold at once: ${lines.join("; ")}. Added up, ${left} should be nil; ${end.en}.`,
  };
}

/** T 12.00 ＝ A 5.00 ＋ B 7.00. */
function identityText(
  identity: LinearIdentity | undefined,
  variables: readonly Variable[],
  surroundings: Surroundings,
): string {
  const [first, ...others] = identity?.terms ?? [];
  const whole = first === undefined ? undefined : variables[first.variable];
  if (first === undefined || whole === undefined) return "";
  const lead = nameOf(whole.figure, surroundings);
  const shown = others.slice(0, MOST_TERMS).map(({ variable, coefficient }, index) => {
    const sign = coefficient * first.coefficient < 0n ? "＋" : "－";
    const text = variables[variable]?.figure;
    const shownSign = index === 0 && sign === "＋" ? "" : sign;
    const name = text !== undefined && others.length <= 2 ? `${shortName(text, lead, surroundings)} ` : "";
    return `${shownSign}${name}${text === undefined ? "" : text.text}`;
  });
  const more = others.length - shown.length;
  const rest = more > 0 ? `＋…（共 ${others.length} 项）` : "";
  return `${lead} ${printedText(whole.figure)} ＝ ${shown.join("")}${rest}`;
}

/** A name without the words that it begins with like another: the table is named once. */
function shortName(figure: PrintedFigure, lead: string, surroundings: Surroundings): string {
  const [words, known] = [nameOf(figure, surroundings).split(" "), lead.split(" ")];
  const first = words.findIndex((word, index) => word !== known[index]);
  return words.slice(Math.max(0, Math.min(first, words.length - 1))).join(" ");
}

function termText(variable: Variable | undefined, coefficient: bigint): string {
  const sign = coefficient < 0n ? "－" : "＋";
  const times =
    coefficient === 1n || coefficient === -1n ? "" : `${coefficient < 0n ? -coefficient : coefficient}×`;
  return `${sign}${times}${variable?.figure.text ?? ""}`;
}
