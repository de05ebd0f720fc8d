import { type Comparison, compareSum } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { Mention } from "../../recognise/narrative/mention.ts";
import type { Statement } from "../../recognise/narrative/statement.ts";
import { type Identity, sumIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { conflict, couldNotCheck, orNotApplicable, Prose, shown } from "./context.ts";
import { completenessOf, withoutInner } from "./partition.ts";

export default defineRule({
  id: "narrative/parts-add-up",
  level: "error",
  title: { zh: "文字中的各项之和应等于合计", en: "Parts in the text add up to their total" },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "“其中”之后列出的各项（货物、工程、服务，三公各项，各类车辆等）相加，不能超过合计；列全的，应等于合计，只容许舍入。",
    en: "What is listed after 其中 cannot exceed the total, and equals it within rounding where the list is complete.",
  },
  examples: [
    {
      name: "vehicles by use exceed their number",
      text: "国有资产占有使用情况\n截至2023年12月31日，本单位共有车辆1辆，其中，机要通信用车1辆，应急保障用车2辆、执法执勤用车0辆。",
      messages: ["“本单位共有车辆”1辆，各项（1＋2＋0）之和为3辆，相差-2辆。"],
    },
    {
      name: "procurement falls short of its total",
      text: "2024年政府采购预算100.00万元，其中：政府采购货物预算30.00万元，政府采购工程预算0万元，政府采购服务预算60.00万元。",
      messages: ["“政府采购”100.00万元，各项（30.00＋0＋60.00）之和为90.00万元，相差10.00万元。"],
    },
    {
      name: "三公 parts with their own parts add up",
      text: "2024年“三公”经费预算6.2万元，其中：因公出国（境）费0万元；公务用车购置及运行费6万元，其中：公务用车购置费0万元、公务用车运行费6万元；公务接待费0.2万元。",
      messages: [],
    },
    {
      name: "a list that names some parts only",
      text: "项目支出100.00万元，其中：大楼维修30.00万元，信息系统20.00万元。",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = prose.statements.flatMap((whole) => resultOf(prose, whole));
    return orNotApplicable(results, "文字中没有合计与分项的列举", "the text lists no total with its parts");
  },
});

function resultOf(prose: Prose, whole: Statement): RuleResult[] {
  const { amount } = whole;
  if (amount === undefined || whole.role !== "head") return [];
  const parts = withoutInner(prose.partsOf(whole)).filter(
    (part) =>
      part.role === "head" &&
      part.restates === undefined &&
      !/^(?:合计|共计|总计)/u.test(part.subject) &&
      sameUnit(part.amount, amount),
  );
  if (parts.length < 2 || new Set(parts.flatMap(({ measure }) => measure.side ?? [])).size > 1) return [];
  const comparison = compareSum(
    amount.figure,
    parts.flatMap((part) =>
      part.amount === undefined ? [] : [{ figure: part.amount.figure, sign: 1 as const }],
    ),
  );
  const completeness = completenessOf(whole, parts);
  const short = comparison.difference.scaled > 0n;
  const identity = identityOf(prose, whole, parts);
  if (comparison.verdict !== "conflict")
    return [{ outcome: "holds", ...(completeness === "open" ? {} : identity) }];
  const name = prose.nameOf(whole);
  const scattered = parts.some((part) => part.paragraph !== whole.paragraph);
  if (completeness === "open" && (short || scattered))
    return [
      couldNotCheck({ zh: `“${name}”的分项未必列全`, en: `the parts of “${name}” may not all be listed` }),
    ];
  const sure =
    completeness === "complete" ||
    (amount.kind === "count" && !short) ||
    (completeness === "usual" && !short);
  const isEqual = completeness === "complete" || (completeness === "usual" && !short);
  return [
    {
      ...violation(prose, whole, parts, comparison),
      ...(sure ? {} : { level: "warning" }),
      ...(isEqual ? identity : {}),
    },
  ];
}

function identityOf(
  prose: Prose,
  whole: Statement,
  parts: readonly Statement[],
): { readonly identity?: Identity } {
  if (whole.amount === undefined) return {};
  const printed = parts.flatMap((part) =>
    part.amount === undefined ? [] : [{ fact: prose.printed(part, part.amount), sign: 1 as const }],
  );
  return { identity: sumIdentity(prose.printed(whole, whole.amount), printed) };
}

function sameUnit(part: Mention | undefined, whole: Mention): boolean {
  if (part === undefined || part.kind !== whole.kind) return false;
  return part.figure.unit === whole.figure.unit && (whole.kind !== "count" || part.noun === whole.noun);
}

function violation(prose: Prose, whole: Statement, parts: readonly Statement[], comparison: Comparison) {
  const { expected, difference } = comparison;
  const amount = whole.amount;
  const unit = amount?.noun ?? "";
  const listed = parts.map((part) => part.amount?.text ?? "").join("＋");
  const name = prose.nameOf(whole);
  const last = parts.filter((part) => part.paragraph === whole.paragraph).at(-1) ?? whole;
  const result = conflict({
    message: {
      zh: `“${name}”${amount === undefined ? "" : shown(amount)}，各项（${listed}）之和为${figureText(expected)}${unit}，相差${figureText(difference)}${unit}。`,
      en: `“${name}” prints ${amount?.text}; its parts add up to ${figureText(expected)}, a difference of ${figureText(difference)}.`,
    },
    remedy: {
      zh: "核对合计与各项，改正有误的一个。",
      en: "Check the total and its parts and correct the wrong one.",
    },
    ...prose.place(whole),
    quote: prose.quote(whole, whole.start, last.end),
    ...(amount === undefined ? {} : { printed: amount.text }),
    expected: figureText(expected),
    difference: figureText(difference),
    facts: [...prose.facts(whole, amount), ...parts.flatMap((part) => prose.facts(part, part.amount))],
  });
  return result as Extract<RuleResult, { outcome: "conflict" | "rounding" }>;
}
