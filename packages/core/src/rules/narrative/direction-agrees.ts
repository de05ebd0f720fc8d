import type { Level, Text } from "../../finding/finding.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { against, type Compared, comparedIn, quoteOf } from "./comparisons.ts";
import { conflict, couldNotCheck, orNotApplicable, Prose, shown } from "./context.ts";
import { intervalOf, meet } from "./intervals.ts";

export default defineRule({
  id: "narrative/direction-agrees",
  level: "error",
  title: {
    zh: "增加、减少、持平应与数字一致",
    en: "Words of increase, decrease and no change agree with the figures",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "本年数大于上年数的不能写“减少”，相等的不能写“增加”，前后两个方向词不能相反，模板里的“增加（减少）”须二选一。",
    en: "The words of direction must fit the two years and each other, and a template's 增加（减少） must be decided.",
  },
  examples: [
    {
      name: "an increase to less than last year",
      text: "2024年项目支出50万元，比2023年预算数60万元增加10万元。",
      messages: ["“项目支出”50万元，比2023年预算数60万元少，却写“增加”。"],
    },
    {
      name: "an increase that then declines",
      text: "培训费20万元，比上年增加5万元，下降33.33%。",
      messages: ["“培训费”先写“增加”，又写“下降”，前后相反。"],
    },
    {
      name: "no change, with two different years",
      text: "培训费20万元，比2023年预算15万元持平。",
      messages: ["“培训费”20万元，比2023年预算15万元多，却写“持平”。"],
    },
    {
      name: "the template's choice is left open",
      text: "其他收入5万元，与上年相比增加（减少）2万元。",
      messages: ["“其他收入”写作“增加(减少)”，方向没有选定。"],
    },
    { name: "an increase", text: "培训费20万元，比2023年预算15万元增加5万元，增长33.33%。", messages: [] },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = comparedIn(prose).map((compared) => resultOf(prose, compared));
    return orNotApplicable(results, "文字中没有与上年的比较", "the text compares nothing with last year");
  },
});

interface Fault {
  readonly message: Text;
  readonly level?: Level;
}

function resultOf(prose: Prose, compared: Compared): RuleResult {
  const fault = faultOf(prose, compared);
  const { statement, comparison } = compared;
  if (fault === undefined) return { outcome: "holds" };
  const name = prose.nameOf(statement);
  if (comparison.unsure && comparison.direction !== "residue")
    return couldNotCheck({
      zh: `“${name}”的比较所指不明确`,
      en: `it is not clear what the comparison of “${name}” speaks of`,
    });
  return conflict({
    ...fault,
    remedy: {
      zh: "核对两年数，改正方向词或有误的数。",
      en: "Check both years; correct the word or the wrong figure.",
    },
    ...prose.place(statement),
    quote: quoteOf(prose, compared),
    printed: comparison.word ?? "",
    facts: prose.facts(statement, compared.now, compared.base, comparison.change, comparison.growth),
  });
}

function faultOf(prose: Prose, { statement, comparison, now, base }: Compared): Fault | undefined {
  const { direction, word = "", growthDirection, growthWord = "", change } = comparison;
  const name = prose.nameOf(statement);
  const nil = (change?.figure.scaled ?? 1n) === 0n || comparison.growth?.figure.scaled === 0n;
  if (direction === "residue" || growthDirection === "residue") {
    const residue = direction === "residue" ? word : growthWord;
    return {
      message: {
        zh: `“${name}”写作“${residue}”，方向没有选定。`,
        en: `“${name}” leaves the template's choice of direction open.`,
      },
      ...(nil ? { level: "warning" as const } : {}),
    };
  }
  if (opposite(direction, growthDirection) && !nil)
    return {
      message: {
        zh: `“${name}”先写“${word}”，又写“${growthWord}”，前后相反。`,
        en: `“${name}” first increases and then declines, or the reverse.`,
      },
    };
  if (now === undefined || base === undefined || now.figure.unit !== base.figure.unit) return undefined;
  const [a, b] = [intervalOf(now.figure, true), intervalOf(base.figure, true)];
  const actual = meet(a, b) ? "same" : a.low > b.high ? "up" : "down";
  const said = direction ?? growthDirection;
  if (said === undefined || actual === said || (actual === "same" && said !== "same")) return undefined;
  const size = actual === "up" ? "多" : "少";
  return {
    message: {
      zh: `“${name}”${shown(now)}，${against(comparison, "比上年")}${shown(base)}${size}，却写“${direction === undefined ? growthWord : word}”。`,
      en: `“${name}” is ${actual === "up" ? "more" : "less"} than last year's ${shown(base)}; the word printed says otherwise.`,
    },
  };
}

function opposite(a: string | undefined, b: string | undefined): boolean {
  return (a === "up" && b === "down") || (a === "down" && b === "up");
}
