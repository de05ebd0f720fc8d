import type { Mention } from "../../recognise/narrative/mention.ts";
import type { ReadParagraph } from "../../recognise/narrative/read-statements.ts";
import type { Statement } from "../../recognise/narrative/statement.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { conflict, orNotApplicable, Prose, shown } from "./context.ts";

export default defineRule({
  id: "narrative/amounts-have-their-unit",
  level: "error",
  title: { zh: "金额应写单位，且单位不能写错", en: "Amounts have their unit, and the right one" },
  basis: [],
  doc: {
    zh: "正文中的金额后面应有“万元”或“元”。同一数字在别处是“万元”、这里却写“元”的，差一万倍。",
    en: "An amount carries 万元 or 元. The same digits with 万元 elsewhere and 元 here differ ten thousand times.",
  },
  examples: [
    {
      name: "an amount of last year without a unit",
      text: "国有资本经营预算收入95.20万元比2023年初预算数56,831.85增加较多。",
      messages: ["“2023年初预算数56,831.85”没有写单位。"],
    },
    {
      name: "yuan instead of ten thousands",
      text: "2024年预算收入1682.76万元。2024年预算支出1682.76元，其中基本支出1208.20万元。",
      messages: ["“预算支出”写作1682.76元，同一数字在别处是1682.76万元。"],
    },
    { name: "yuan where yuan is meant", text: "人均标准500元，共计20.5万元。", messages: [] },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = [...withoutUnit(prose), ...wrongUnit(prose)];
    const amounts = prose.statements.filter(({ amount }) => amount?.kind === "amount").length;
    return orNotApplicable(
      results.length === 0 && amounts > 0 ? [{ outcome: "holds" }] : results,
      "文字中没有金额",
      "the text prints no amount",
    );
  },
});

/** Decimals behind words of a budget, without a unit. */
function withoutUnit(prose: Prose): RuleResult[] {
  const stated = prose.statements.flatMap((statement) => [
    ...(statement.amount?.kind === "bare" ? [{ statement, mention: statement.amount }] : []),
    ...statement.comparisons.flatMap(({ baseAmount }) =>
      baseAmount?.kind === "bare" ? [{ statement, mention: baseAmount }] : [],
    ),
  ]);
  return stated.flatMap(({ statement, mention }) => {
    const paragraph = prose.sentences.paragraphs[statement.paragraph];
    if (paragraph === undefined || !isAmount(paragraph, mention)) return [];
    const words = wordsBefore(paragraph, mention);
    return [
      conflict({
        message: {
          zh: `“${words}${mention.text}”没有写单位。`,
          en: `The amount ${mention.text} has no unit.`,
        },
        remedy: { zh: "补写单位（万元或元）。", en: "Add the unit." },
        ...prose.place(statement),
        quote: prose.quote(statement, mention.start - words.length, mention.end),
        printed: mention.text,
        facts: prose.facts(statement, mention),
      }),
    ];
  });
}

function isAmount({ compact }: ReadParagraph, mention: Mention): boolean {
  if (mention.noun !== "") return false;
  return (
    /(?:预算数?|收入|支出|执行数|决算数|经费|费|资金|金额|拨款)(?:为|共|共计|合计|总计)?$/u.test(
      compact.text.slice(0, mention.start),
    ) && !/^[\p{Script=Han}]{0,1}(?:版|万|亿|倍|号)/u.test(compact.text.slice(mention.end))
  );
}

function wordsBefore({ compact }: ReadParagraph, mention: Mention): string {
  return /(?:20\d\d年?)?[\p{Script=Han}]{1,12}$/u.exec(compact.text.slice(0, mention.start))?.[0] ?? "";
}

/** The same digits, with decimals, stand with 万元 elsewhere in the prose. */
function wrongUnit(prose: Prose): RuleResult[] {
  const inTenThousands = new Map(
    prose.statements.flatMap(({ amount }) =>
      amount?.figure.unit === "wan-yuan" && amount.figure.decimals > 0 && amount.figure.scaled > 0n
        ? [[amount.text, amount] as const]
        : [],
    ),
  );
  return prose.statements.flatMap((statement: Statement) => {
    const { amount } = statement;
    const other = amount?.noun === "元" ? inTenThousands.get(amount.text) : undefined;
    if (amount === undefined || other === undefined) return [];
    const name = prose.nameOf(statement);
    return [
      conflict({
        message: {
          zh: `“${name}”写作${shown(amount)}，同一数字在别处是${shown(other)}。`,
          en: `“${name}” prints ${amount.text} in yuan; elsewhere the same digits are ten thousands.`,
        },
        remedy: { zh: "把“元”改为“万元”，或核对数字。", en: "Correct the unit or check the figure." },
        ...prose.place(statement),
        quote: prose.quote(statement, statement.start, statement.end),
        printed: shown(amount),
        expected: shown(other),
        facts: prose.facts(statement, amount),
      }),
    ];
  });
}
