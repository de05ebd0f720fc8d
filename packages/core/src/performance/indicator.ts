import type { Indicator } from "../budget/budget.ts";
import type { OperatorId } from "../budget/terms.ts";
import type { DirectionId, IndicatorKindId } from "../budget/year-terms.ts";
import { isShare } from "./value.ts";

type Classified = Pick<Indicator, "kind" | "name" | "measureUnit" | "operator">;
type Clue = readonly [applies: (indicator: Classified, unit: string) => boolean, kind: IndicatorKindId];

const named =
  (pattern: RegExp) =>
  ({ name }: Classified) =>
    pattern.test(name);
const measuredIn = (pattern: RegExp) => (_: Classified, unit: string) => pattern.test(unit);
const both =
  (a: Clue[0], b: Clue[0]): Clue[0] =>
  (indicator, unit) =>
    a(indicator, unit) && b(indicator, unit);

/** Whether a target is words that are reached in part or whole (定性), not a number. */
export function isInWords({ operator }: { readonly operator: string }): boolean {
  return operator === "定性";
}

const MONEY = /^[百千万亿]*元/u;
const TIME = /^(?:个?工作日|日|天|个?月|小时|分钟|秒|年|季度|周)/u;

/** What tells the kind, the surest first. */
const CLUES: readonly Clue[] = [
  [named(/满意|投诉|好评/u), "satisfaction"],
  [both(measuredIn(MONEY), named(/产值|税收|增收|营收|销售|交易|收入|效益|节约/u)), "outcome/economic"],
  [measuredIn(MONEY), "output/cost"],
  [named(/成本|费用?$|经费$|租金|单价|支出(?:金额|数)?$/u), "output/cost"],
  [both(measuredIn(TIME), named(/年限|使用期|持续|寿命/u)), "outcome/sustained"],
  [both(measuredIn(TIME), named(/天数|课时|学时|时长/u)), "output/quantity"],
  [measuredIn(TIME), "output/timeliness"],
  [named(/及时|按时|按期|准时|时限|时间|期限|进度|周期|时效|如期/u), "output/timeliness"],
  [both(inShares, named(/成本|控制率|控制数|节约|预算控制|核减/u)), "output/cost"],
  [named(/可持续|长效|持续(?:发挥|影响|使用|性)|长期|使用年限/u), "outcome/sustained"],
  [named(/生态|环保|节能|减排|排放|污染|绿化|碳/u), "outcome/ecological"],
  [both(isInWords, named(/经济|产业|增收|税收|消费|投资|营商/u)), "outcome/economic"],
  [both(isInWords, named(/合格|达标|符合|严格|规范(?!化)|准确|完整|质量/u)), "output/quality"],
  [isInWords, "outcome/social"],
  [
    both(inShares, named(/知晓|受益|使用率|利用率|增长|提升|提高|就业率|影响|参与率|普及/u)),
    "outcome/social",
  ],
  [inShares, "output/quality"],
  [named(/故障|事故|错误|差错|失误|中断/u), "output/quality"],
  [named(/浏览|点击|阅读|阅览|关注|传播|受益/u), "outcome/social"],
];

/** A unit that was left out of a rate is a share all the same. */
function inShares({ name }: Classified, unit: string): boolean {
  return isShare(unit) || (unit === "" && /率|比例|占比|[%％]/u.test(name));
}

/**
 * What kind of indicator it is: as entered, else inferred from its name, unit and operator, because the flat forms that
 * many places publish do not say (decision 0015).
 */
export function kindOf(indicator: Classified): {
  readonly kind: IndicatorKindId;
  readonly inferred: boolean;
} {
  if (indicator.kind !== undefined) return { kind: indicator.kind, inferred: false };
  const unit = indicator.measureUnit.normalize("NFKC").trim();
  const clue = CLUES.find(([applies]) => applies(indicator, unit));
  return { kind: clue?.[1] ?? "output/quantity", inferred: true };
}

/** Which way it gets better: as entered, else by the operator; "=" counts upwards until it is met. */
export function directionOf(indicator: {
  readonly operator: OperatorId;
  readonly direction?: DirectionId;
}): DirectionId {
  if (indicator.direction !== undefined) return indicator.direction;
  return indicator.operator === "≤" || indicator.operator === "<" ? "less" : "more";
}

/** Whether a value meets an operator and a target; not for 定性. */
export function meets(operator: OperatorId, order: number): boolean {
  switch (operator) {
    case "≥":
      return order >= 0;
    case ">":
      return order > 0;
    case "≤":
      return order <= 0;
    case "<":
      return order < 0;
    case "=":
    case "定性":
      return order === 0;
  }
}
