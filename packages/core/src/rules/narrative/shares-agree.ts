import type { Mention } from "../../recognise/narrative/mention.ts";
import type { Statement } from "../../recognise/narrative/statement.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { conflict, orNotApplicable, Prose } from "./context.ts";
import { add, type Interval, intervalOf, middleText, ratio } from "./intervals.ts";

export default defineRule({
  id: "narrative/shares-agree",
  level: "error",
  title: { zh: "同一总额的各项占比应能同时成立", en: "Shares of one whole can all be true together" },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "同一句中各项占同一总额的比例，每一项都推出总额的一个范围；这些范围没有共同部分，说明至少一个占比有误。为凑足100%而调整末位的，不算矛盾。",
    en: "Each share implies a range for its whole; where the ranges have nothing in common, at least one share is wrong.",
  },
  examples: [
    {
      name: "shares of the same total that imply different totals",
      text: "2024年“三公”经费预算支出中，因公出国（境）费支出110万元，占“三公”经费的18.85%；公务用车购置及运行费支出317.8万元，占“三公”经费的54.43%；公务接待费支出156.55万元，占“三公”经费的26.72%。",
      messages: [
        "占“三公经费”的各项比例（18.85%、54.43%、26.72%）不能同时成立，按各项之和复算应为18.82%、54.39%、26.79%。",
      ],
    },
    {
      name: "shares in paragraphs that are numbered one after the other",
      text: "二、一般公共预算支出情况\n1.基本支出预算2476260.58元，占一般公共预算支出的84.06%，同比减少4966.66元，下降0.2%。\n工资福利支出预算2016908.34元，占基本支出预算81.45%。\n2.项目支出469500元，占一般公共预算支出的19.62%。",
      messages: ["占“一般公共预算支出”的各项比例（84.06%、19.62%）不能同时成立。"],
    },
    {
      name: "shares adjusted in the last digit",
      text: "本年支出合计中，基本支出1.00万元，占支出合计的33.33%；项目支出1.00万元，占支出合计的33.33%；经营支出1.00万元，占支出合计的33.34%。",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = groupsOf(prose).map((group) => resultOf(prose, group));
    return orNotApplicable(
      results,
      "没有几项占同一总额的比例",
      "no paragraph prints several shares of one whole",
    );
  },
});

/** What stands in front of the amount with which a numbered paragraph begins, at most. */
const NUMBER_AND_YEAR = 12;

interface Shared {
  readonly statement: Statement;
  readonly amount: Mention;
  readonly share: Mention;
}

/** Two or more shares of one named whole in one paragraph, or in paragraphs that are numbered one after the other. */
function groupsOf(prose: Prose): readonly (readonly Shared[])[] {
  const groups = new Map<string, Shared[]>();
  const lists = listsOf(prose);
  for (const statement of prose.statements) {
    const { amount, share } = statement;
    if (amount?.kind !== "amount" || share === undefined || share.figure.figure.scaled <= 0n) continue;
    const whole = share.of === "" ? statement.whole : share.of;
    if (whole === undefined) continue;
    const list =
      share.of === "" || statement.start > NUMBER_AND_YEAR ? undefined : lists[statement.paragraph];
    const key = `${list ?? statement.paragraph} ${whole} ${amount.figure.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), { statement, amount, share: share.figure }]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const NUMBERED = /^(?<open>[(]?)(?<number>[一二三四五六七八九十]|\d{1,2})(?<close>[)、.])(?!\d)/u;

/** For each paragraph that is numbered one after another under the same headings: the first of them. */
function listsOf(prose: Prose): readonly (number | undefined)[] {
  const open = new Map<string, { readonly first: number; readonly last: number }>();
  return prose.sentences.paragraphs.map(({ compact, paragraph }, index) => {
    const { open: before = "", number = "", close = "" } = NUMBERED.exec(compact.text)?.groups ?? {};
    if (number === "") return undefined;
    const value = "一二三四五六七八九十".indexOf(number) + 1 || Number(number);
    const style = [before, close, /\d/u.test(number), ...paragraph.headings].join("|");
    const list = open.get(style);
    const first = list !== undefined && value === list.last + 1 ? list.first : index;
    open.set(style, { first, last: value });
    return first;
  });
}

/** What the whole may be, given a part and its share with two of its last digits either way. */
function impliedWhole({ amount, share }: Shared): Interval | undefined {
  const printed = intervalOf(share.figure);
  const unit = printed.high - printed.low;
  return ratio(intervalOf(amount.figure, true), {
    low: printed.low - unit * 2n,
    high: printed.high + unit * 2n,
  });
}

function resultOf(prose: Prose, group: readonly Shared[]): RuleResult {
  const implied = group.flatMap((shared) => impliedWhole(shared) ?? []);
  const agree = implied.every((a) => implied.every((b) => a.low <= b.high && b.low <= a.high));
  const [first] = group;
  const last = group.at(-1);
  if (agree || first === undefined || last === undefined) return { outcome: "holds" };
  const listed = group.map(({ share }) => `${share.text}%`).join("、");
  const together = group.map(({ amount }) => intervalOf(amount.figure)).reduce(add);
  const whole = first.statement.share?.of ?? "";
  const expected = group.map(({ amount, share }) => {
    const range = ratio(intervalOf(amount.figure), together);
    return range === undefined ? "" : `${middleText(range, share.figure.decimals)}%`;
  });
  const three =
    group.length === 3 && group.every(({ statement }) => statement.measure.item?.startsWith("three-public"));
  return conflict({
    message: {
      zh: `占“${whole}”的各项比例（${listed}）不能同时成立${three ? `，按各项之和复算应为${expected.join("、")}` : ""}。`,
      en: `The shares ${listed} of one whole cannot all be true.`,
    },
    remedy: { zh: "按各项金额重算占比。", en: "Compute the shares again from the amounts." },
    ...prose.place(first.statement),
    quote: prose.quote(first.statement, first.statement.start, last.share.end),
    printed: listed,
    ...(three ? { expected: expected.join("、") } : {}),
    facts: group.flatMap(({ statement, amount, share }) => prose.facts(statement, share, amount)),
  });
}
