import { expect, test } from "vitest";
import { compareSame } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { PackParagraph } from "../../pack/pack.ts";
import { readStatements } from "./read-statements.ts";
import type { Statement } from "./statement.ts";

function statementsOf(...texts: string[]): readonly Statement[] {
  const paragraphs: PackParagraph[] = texts.map((text) => ({ text, document: "a.txt", headings: [] }));
  return readStatements(paragraphs, 2024).statements;
}

function shown({ subject, amount, comparisons, share, whole }: Statement) {
  return {
    subject,
    amount: amount && figureText(amount.figure) + amount.noun,
    ...(comparisons.length === 0
      ? {}
      : {
          compared: comparisons.map(({ base, baseAmount, direction, change, growth }) =>
            [base?.text, baseAmount?.text, direction, change?.text, growth?.text]
              .map((part) => part ?? "-")
              .join(" "),
          ),
        }),
    ...(share === undefined ? {} : { share: `${share.figure.text} of ${share.of}` }),
    ...(whole === undefined ? {} : { whole }),
  };
}

test("a total, its change and its parts with their own changes are told apart", () => {
  const [total, abroad, reception] = statementsOf(
    "2024年“三公”经费预算12.5万元，比2023年减少1.5万元，其中：因公出国（境）费用0万元，与上年持平；公务接待费12.5万元，比2023年减少1.5万元，下降10.71%，主要原因是接待减少2批次。",
  ).map(shown);
  expect(total).toEqual({
    subject: "2024年三公经费预算",
    amount: "12.5万元",
    compared: ["2023年 - down 1.5 -"],
  });
  expect(abroad).toEqual({
    subject: "因公出国(境)费用",
    amount: "0万元",
    compared: ["上年 - same - -"],
    whole: 0,
  });
  expect(reception?.compared).toEqual(["2023年 - down 1.5 10.71"]);
});

test("the amount of last year and the percentage of an item find each other over several sentences", () => {
  const [lead, again] = statementsOf(
    "3、教育支出（205类）普通教育（02款）小学教育（02项）80万元。主要用于：学校运转。2023年当年预算执行数为64万元，2024年预算安排80万元，比2023年预算执行数增加25%。主要原因是：学生增加。",
  );
  expect(lead?.measure.functional).toBe("2050202");
  expect(lead?.earlier.map(({ amount }) => amount.text)).toEqual(["64"]);
  expect(again?.restates).toBe(lead?.id);
  expect(again?.comparisons[0]?.growth?.text).toBe("25");
});

test("figures inside brackets belong to the parts, those after them to the total again", () => {
  const [vehicles, purchase, running] = statementsOf(
    "公务用车购置及运行维护费9万元（公务用车购置费0万元，与上年持平；公务用车运行维护费9万元，比上年减少1万元）比上年减少1万元，下降10%。",
  ).map(shown);
  expect(vehicles?.compared).toEqual(["上年 - down 1 10"]);
  expect(purchase?.whole).toBe(0);
  expect(running?.compared).toEqual(["上年 - down 1 -"]);
});

test("a second comparison after the reason speaks of the same amount", () => {
  const [own] = statementsOf(
    "项目支出60万元比2023年初预算数50万元增加较多，主要原因是任务增加，比2023年执行数55万元增加5万元，增长9.09%。",
  ).map(shown);
  expect(own?.compared).toEqual(["2023年初预算数 50 up - -", "2023年执行数 55 up 5 9.09"]);
});

test("a list that runs over paragraphs is tied to the total before it", () => {
  const statements = statementsOf(
    "本年支出预算合计100万元，其中：",
    "基本支出60万元，占60%；",
    "项目支出40万元，占40%。",
  );
  expect(statements.map(({ whole }) => whole)).toEqual([undefined, 0, 0]);
  expect(statements.map(({ share }) => share?.figure.text)).toEqual([undefined, "60", "40"]);
});

test("expenditure after the parts of revenue is no part of it", () => {
  const statements = statementsOf(
    "本部门当年预算收入30万元，其中：一般公共预算拨款30万元，较上年减少2万元；本部门当年预算支出30万元，其中：一般公共预算拨款30万元。",
  );
  expect(statements.map(({ whole }) => whole)).toEqual([undefined, 0, undefined, 2]);
});

test("years, articles, codes, thresholds and document numbers are no figures of a budget", () => {
  expect(
    statementsOf(
      "根据财预〔2016〕143号第14条，截至2023年12月31日，单位价值50万元以上通用设备3台（套）。",
    ).map(shown),
  ).toEqual([{ subject: "单位价值50万元以上通用设备", amount: "3台(套)" }]);
});

test("an earlier figure that is smaller by so much is a change", () => {
  const [, training] = statementsOf("会议费8万元。", "培训费7万元，本年数小于上年预算数2万元。").map(shown);
  expect(training?.compared).toEqual(["上年预算数 - down 2 -"]);
});

test("an amount in 亿元 is a figure with its own interval: half of its last printed place", () => {
  const [budget] = statementsOf("2024年支出预算1.2亿元，比2023年增加0.1亿元。");
  const figure = budget?.amount?.figure;
  expect(figure).toEqual({ unit: "yi-yuan", decimals: 1, scaled: 12n });
  const same = (scaled: bigint) =>
    figure && compareSame(figure, { unit: "wan-yuan", decimals: 2, scaled }).verdict;
  expect([same(1_249_999n), same(1_250_100n), same(1_200_000n)]).toEqual(["rounding", "conflict", "exact"]);
});

test("an expense marked as an economic item is not the year's figure of the three public expenses", () => {
  const [item] = statementsOf("（8）公务接待费（款）支出 16 万元。用于除专项接待费外的公务接待支出。");
  expect(item?.measure).toEqual({ departmentEconomic: "30217", side: "expenditure" });
});
