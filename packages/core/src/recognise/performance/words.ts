import { plain } from "../text.ts";

/** What a label in the head of a form asks for. */
export type HeadRole =
  | "project"
  | "body"
  | "supervisor"
  | "unit"
  | "total"
  | "part"
  | "local"
  | "transfer"
  | "goal"
  | "period-goal"
  | "overview"
  | "basis"
  /** A known label whose value no check needs. */
  | "other";

/** The particular before the general; matched against labels without blanks, colons and units. */
const HEAD: readonly (readonly [HeadRole, RegExp])[] = [
  ["project", /^(?:一级|二级|财政)?(?:项目|专项资金|专项|转移支付|政策)(?:和项目|\(政策\)|\/政策)?名称$/u],
  ["body", /^(?:预算)?(?:部门|单位)(?:\((?:单位|部门)\)|\/单位)?(?:名称|全称)$/u],
  ["supervisor", /^(?:业务|[市省区县]级|资金|预算|财政|项目|专项资金)?主管(?:部门|单位)(?:及代码|名称)?$/u],
  ["unit", /^(?:编制|填报|申报|(?:项目)?实施|资金使用|用款|项目)单位(?:名称|全称)?$/u],
  ["transfer", /补助(?:镇街|街镇|乡镇|区县|市县|县区|下级)|对下(?:级)?补助|转移支付支出$/u],
  ["local", /^(?:其中:)?[区市县省本]级支出$/u],
  ["part", /^(?:其中:)?(?:当年|本年|年度|中央|[市省区县]级)?(?:财政拨款|财政资金|财政性资金)$/u],
  [
    "part",
    /^(?:其中:)?(?:其他资金|自筹资金|单位资金|事业收入|上年结转(?:结余)?(?:资金)?|财政专户(?:拨款|管理资金))$/u,
  ],
  [
    "total",
    /^(?:当年|年度|本年度?|实施期|项目|部门|总体|支出)*(?:财政拨款)?(?:支出)?(?:预算|资金|金额)(?:申请)?(?:资金|支出|金额)?(?:总额|数|合计)?$/u,
  ],
  ["total", /^(?:项目总额|总计|金额合计)$/u],
  ["period-goal", /^(?:项目)?(?:实施期|中长期|长期)(?:总体|绩效|总)*目标$|^项目总目标$/u],
  ["goal", /^(?:当年|年度|本年度?)?(?:部门)?(?:整体|总体|项目)?(?:支出)?(?:绩效|总体?)*目标$/u],
  ["overview", /^(?:项目|政策)?(?:概况|概述|内容|简介)$/u],
  ["basis", /^(?:项目)?(?:立项|设立|政策)依据$/u],
  [
    "other",
    /^(?:项目(?:性质|类别|类型|属性|编码|代码|负责人|起止时间|期限)|计划(?:开始|完成)日期|实施期限|执行率分值.*|任务名称|主要内容|其他说明|备注|联系人|联系电话|资金(?:性质|用途)|(?:项目|总体)?资金情况|年度主要任务|部门职能.*|序号)$/u,
  ],
];

/** The role of a label; undefined for any other text. */
export function headRole(text: string): HeadRole | undefined {
  const label = bareLabel(text);
  if (label === "" || label.length > 24) return undefined;
  return HEAD.find(([, pattern]) => pattern.test(label))?.[0];
}

/** A label without blanks, unit and closing colon. */
function bareLabel(text: string): string {
  return plain(text)
    .replace(/\((?:单位:)?(?:万元|元)\)/gu, "")
    .replace(/[:：]+$/u, "");
}

/** What a column of a list of indicators or projects holds. */
export type ColumnRole =
  | "project"
  | "owner"
  | "goal"
  | "total"
  | "part"
  | "level1"
  | "level2"
  | "level3"
  | "name"
  | "operator"
  | "target"
  | "unit"
  | "weight"
  | "core"
  | "explanation"
  | "indicators"
  /** Results of a self-evaluation: such a table states no targets alone. */
  | "result";

const COLUMNS: readonly (readonly [ColumnRole, RegExp])[] = [
  ["level1", /^一级指标$/u],
  ["level2", /^二级指标$/u],
  ["level3", /^三级指标$/u],
  ["name", /^(?:指标名称|指标内容|四级指标|具体指标)$/u],
  ["operator", /^(?:绩效)?指标(?:性质|符号|方向)$|^(?:计算|运算)?符号$/u],
  ["target", /^(?:本年|当年|年度|预期)?(?:\(\/项目\)|\/项目)?(?:绩效)?(?:指标|目标)值$|^预期值$/u],
  ["unit", /^(?:绩效)?[计度]量.?单位$/u],
  ["weight", /^(?:指标)?(?:权重|分值权重|分值)(?:\(.*\))?%?$/u],
  ["core", /^是否(?:为)?核心(?:指标)?$/u],
  ["explanation", /^(?:指标解释|指标说明|备注|评分标准|评.*标准|指标值说明)$/u],
  ["result", /实际完成|完成值|得分|执行数|偏差原因/u],
  ["indicators", /^绩效指标$/u],
  ["owner", /^(?:二级预算|预算|资金使用|实施)?单位(?:名称)?$/u],
  ["project", /^(?:支出)?(?:一级|二级)?项目(?:名称|类别)?(?:\(资金使用单位\))?$/u],
];

/** What a header cell says its column holds. */
export function columnRole(text: string): ColumnRole | undefined {
  const label = bareLabel(text);
  const own = COLUMNS.find(([, pattern]) => pattern.test(label))?.[0];
  if (own !== undefined) return own;
  const role = headRole(text);
  return role === "goal" || role === "total" || role === "part" || role === "project" ? role : undefined;
}

const LEVEL1 = /^(?:产出|效益|效果|满意度|成本|投入|管理|过程|决策)(?:指标)?(?:\(.*\))?$/u;

/** Whether a text is the name of a first-level indicator. */
export function isLevel1(text: string): boolean {
  return LEVEL1.test(plain(text));
}

const GLUED =
  /^((?:产出|效益|满意度|成本)指标)((?:数量|质量|时效|(?:经济|社会|生态环境|生态)?成本|(?:经济|社会|生态)效益|可持续影响|服务对象满意度|满意度)指标)(?=.)/u;

/** The levels that stand before a name in one cell: "产出指标数量指标城镇新增就业". */
export function splitLevels(text: string): {
  readonly level1?: string;
  readonly level2?: string;
  readonly name: string;
} {
  const match = GLUED.exec(text);
  const [whole, level1, level2] = match ?? [];
  if (whole === undefined || level1 === undefined || level2 === undefined) return { name: text };
  return { level1, level2, name: text.slice(whole.length) };
}
