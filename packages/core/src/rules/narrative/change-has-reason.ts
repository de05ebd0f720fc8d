import type { Statement } from "../../recognise/narrative/statement.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { conflict, orNotApplicable, Prose } from "./context.ts";

export default defineRule({
  id: "narrative/change-has-reason",
  level: "warning",
  title: { zh: "“三公”经费的增减应说明原因", en: "A change of the three public expenses has its reason" },
  basis: [],
  doc: {
    zh: "三公经费各项比上年有增减的，应写明原因；检查通报中“未说明增减原因”最常见。“主要原因是”之后不能是空的。",
    en: "Every change of the three public expenses needs its reason; reviews most often find it missing.",
  },
  examples: [
    {
      name: "a reception budget falls without a word",
      text: "公务接待费2.00万元，比2023年减少1.00万元。",
      messages: ["“公务接待费”比上年有增减（减少1.00万元），没有说明原因。"],
    },
    {
      name: "the reason is left empty",
      text: "公务接待费2.00万元，比2023年减少1.00万元，主要原因是。",
      messages: ["“公务接待费”的“主要原因是”之后没有内容。"],
    },
    {
      name: "the paragraph ends with the reason of the whole",
      text: "“三公”经费预算总额为10万元，较2023年的12万元减少2万元；其中：公务接待费2万元，较上年减少2万元；公务用车购置及运行维护费8万元，与上年持平。2024年“三公”经费预算下降的原因主要是厉行节约。",
      messages: [],
    },
    {
      name: "the reason follows in the next sentence",
      text: "公务接待费2.00万元，比2023年减少1.00万元。主要原因是厉行节约。",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = prose.statements
      .filter((statement) => isItem(statement) && changes(statement))
      .map((statement) => resultOf(prose, statement));
    return orNotApplicable(
      results,
      "三公经费各项没有写增减",
      "no item of the three public expenses prints a change",
    );
  },
});

function isItem({ measure, role }: Statement): boolean {
  return role === "head" && /^three-public\/(?:abroad|reception|vehicle-)/u.test(measure.item ?? "");
}

function changes({ comparisons }: Statement): boolean {
  return comparisons.some(
    ({ change, growth }) => (change?.figure.scaled ?? growth?.figure.scaled ?? 0n) !== 0n,
  );
}

function resultOf(prose: Prose, statement: Statement): RuleResult {
  const text = textAround(prose, statement);
  const empty = /(?:主要)?原因(?:是|为)?[:：]?(?:[。；;]|$)/u.exec(text);
  const name = prose.nameOf(statement);
  const comparison = statement.comparisons.find(
    ({ change, growth }) => change !== undefined || growth !== undefined,
  );
  const shownChange = `${comparison?.word ?? comparison?.growthWord ?? ""}${comparison?.change?.text ?? comparison?.growth?.text ?? ""}${comparison?.change?.noun ?? "%"}`;
  if (empty === null && givesReasonOfAll(prose, statement)) return { outcome: "holds" };
  if (
    empty === null &&
    /原因|主要(?:是|系|由于|因)|由于|因为|系因|^因|[,，。;(]因|按照|根据|为了|所致|导致|基本持平/u.test(text)
  )
    return { outcome: "holds" };
  return conflict({
    message:
      empty === null
        ? {
            zh: `“${name}”比上年有增减（${shownChange}），没有说明原因。`,
            en: `“${name}” changes without a reason.`,
          }
        : { zh: `“${name}”的“主要原因是”之后没有内容。`, en: `The reason of “${name}” is left empty.` },
    remedy: { zh: "写明增减的具体原因。", en: "State the reason of the change." },
    ...prose.place(statement),
    quote: prose.quote(statement, statement.start, comparison?.end ?? statement.end),
    facts: prose.facts(statement, comparison?.change),
  });
}

/** “三公”经费预算下降的原因主要是…: what the paragraph says of the whole behind its items is said of each. */
function givesReasonOfAll(prose: Prose, statement: Statement): boolean {
  const text = prose.sentences.paragraphs[statement.paragraph]?.compact.text ?? "";
  return /。[^。]{0,12}三公[”"]?经费[^。，,;；]{0,12}(?:增|减|下降|上升|变动|变化)[^。，,;；]{0,6}原因[是为主]/u.test(
    text.slice(statement.end),
  );
}

/** From the figure to the next statement, and, where the paragraph ends first, the next paragraph. */
function textAround(prose: Prose, statement: Statement): string {
  const own = prose.sentences.paragraphs[statement.paragraph];
  const text = own?.compact.text ?? "";
  const next = prose.statements.find(
    (other) =>
      other.paragraph === statement.paragraph && other.start > statement.start && other.role === "head",
  );
  const end = next?.start ?? text.length;
  const within = prose.statement(statement.whole)?.measure.item === "three-public/vehicles";
  const inOrder = within || next?.whole === statement.id ? text.length : end;
  const after =
    inOrder === text.length ? (prose.sentences.paragraphs[statement.paragraph + 1]?.compact.text ?? "") : "";
  return text.slice(statement.start, inOrder) + (/^(?:主要|原因|增加|减少)/u.test(after) ? after : "");
}
