import type { TextRecord } from "../write/records.ts";
import type { FaultCase } from "./fault-case.ts";

const PROJECT = "档案服务专项";
const COUNT = { project: PROJECT, indicator: "数字化档案数量" };
const SATISFACTION = { project: PROJECT, indicator: "查阅满意度" };

/** One document moves 1000 yuan of office expenses to reception, and is filed. */
const adjustment = (changes: TextRecord): TextRecord => ({
  document: "示调1号",
  kind: "reallocation",
  date: "2023-06-01",
  unit: "机关",
  department_economic: "30201",
  reason: "接待批次增加。",
  filing_date: "2023-06-05",
  filing_number: "示备3号",
  ...changes,
});
const FROM = adjustment({ decrease_yuan: "1000.00" });
const TO = adjustment({ department_economic: "30217", increase_yuan: "1000.00" });
const LESS_FOR_PROJECT = adjustment({
  kind: "reduction",
  unit: "档案馆",
  project: PROJECT,
  decrease_yuan: "2000.00",
});
const record = (changes: TextRecord): TextRecord => ({
  number: "A001",
  date: "2023-03-01",
  kind: "service",
  project: PROJECT,
  matter: "数字化第一批",
  ...changes,
});

const ADJUSTMENT_CASES: readonly FaultCase[] = [
  {
    fault: "adjustment-amount",
    name: "a line that adds and takes at once",
    year: { adjustments: [adjustment({ increase_yuan: "1000.00", decrease_yuan: "1000.00" })] },
    says: ["error 预算调整 H2：调增和调减应当只填一个。一笔调整只填调增或调减；一增一减写成两行。"],
  },
  {
    fault: "adjustment-amount",
    name: "a line without an amount",
    year: { adjustments: [FROM, TO, adjustment({})] },
    says: ["error 预算调整 H4：调增和调减应当只填一个。一笔调整只填调增或调减；一增一减写成两行。"],
  },
  {
    fault: "adjustment-unbalanced",
    name: "a reallocation that adds money",
    year: { adjustments: [FROM, { ...TO, increase_yuan: "1200.00" }] },
    says: [
      "error 预算调整 H2：调剂“示调1号”调增 1200.00 元、调减 1000.00 元，相差 200.00 元。调剂只在科目、项目之间移动资金，两数应相等；增加资金的用“追加”。",
    ],
  },
  {
    fault: "adjustment-direction",
    name: "a supplement that takes",
    year: { adjustments: [{ ...FROM, kind: "supplement" }] },
    says: ["error 预算调整 I2：“追加”不能有调减。改调整类型，或改填另一栏。"],
  },
  {
    fault: "adjustment-differs",
    name: "a document of two dates",
    year: { adjustments: [FROM, { ...TO, date: "2023-06-02" }] },
    says: [
      "error 预算调整 C3：同一调整单“示调1号”的“批准日期”前后不同（前面是 2023-06-01）。同一调整单的类型和批准日期应相同；不同的另编调整单号。",
    ],
  },
  {
    fault: "adjusted-below-zero",
    name: "more taken than there is, by two documents together",
    year: {
      adjustments: [
        { ...FROM, kind: "reduction", decrease_yuan: "3000.00" },
        { ...FROM, kind: "reduction", decrease_yuan: "2000.01", document: "示调2号" },
      ],
    },
    says: [
      "error 预算调整 I2：调整后“机关”科目 30201 的预算是 -0.01 元，不能为负。核对调减的金额、科目和项目。",
    ],
  },
  {
    fault: "filing-missing",
    name: "a three-public reallocation that was not filed",
    year: { adjustments: [FROM, TO].map((line) => ({ ...line, filing_number: "" })) },
    says: [
      "warning 预算调整 K3：“三公”经费调剂“示调1号”没有备案日期和文号。办理备案后填写备案日期、备案文号；备案及时率按未备案计。",
    ],
  },
  {
    fault: "filing-before-approval",
    name: "a filing before the approval",
    year: { adjustments: [FROM, TO].map((line) => ({ ...line, filing_date: "2023-05-31" })) },
    says: ["warning 预算调整 K2：备案日期 2023-05-31 早于批准日期 2023-06-01。核对两个日期。"],
  },
  {
    fault: "targets-not-adjusted",
    name: "a project with less money and the same targets",
    year: { adjustments: [LESS_FOR_PROJECT] },
    says: [
      "warning 预算调整 F2：项目“档案服务专项”的预算已由“示调1号”调整，绩效目标没有随之调整，也没有说明不变的原因。在“绩效目标调整”中填写调整后的指标值；目标不变的，填一行并写明原因。",
    ],
  },
  {
    fault: "target-not-a-number",
    name: "a new target in words",
    year: {
      adjustments: [LESS_FOR_PROJECT],
      "target-changes": [
        { ...COUNT, document: "示调1号", date: "2023-06-01", target: "减半", reason: "预算调减。" },
      ],
    },
    says: [
      "warning 绩效目标调整 F2：指标性质是“≥”，指标值“减半”却不是数字。指标值只填数字，单位另填；文字指标的性质改为定性。",
    ],
  },
];

const RECORD_CASES: readonly FaultCase[] = [
  {
    fault: "date-outside-budget-year",
    name: "a record of last year",
    year: { records: [record({ date: "2022-12-31" })] },
    says: ["warning 绩效佐证台账 B2：“日期” 2022-12-31 不在 2023 年，不计入本年。核对日期。"],
  },
  {
    fault: "sheet-outside-year",
    name: "payments of last year, once",
    year: {
      payments: ["2022-11-30", "2022-12-31"].map((date) => ({
        date,
        unit: "机关",
        department_economic: "30201",
        amount_yuan: "100.00",
      })),
    },
    says: [
      "error 支付明细 A2：全表 2 行的年度都是 2022，应为 2023。整栏改为 2023；部门信息的预算年度填错的，改部门信息。",
    ],
  },
  {
    fault: "duplicate-row",
    name: "two records of one number, and none of those without",
    year: { records: [record({ number: "" }), record({ number: "" }), record({}), record({})] },
    says: ["error 绩效佐证台账 A5：“A001”重复，前面已有（绩效佐证台账 A4）。合为一行，或改为不同的名称。"],
  },
  {
    fault: "record-number-unknown",
    name: "a person of no record",
    year: {
      records: [record({})],
      participants: [
        { number: "A001", name: "李四" },
        { number: "A002", name: "王五" },
      ],
    },
    says: ["error 人员名单 A3：台账中没有编号“A002”。改为绩效佐证台账中的编号。"],
  },
  {
    fault: "reached-exceeds-due",
    name: "more reached than due",
    year: { records: [record({ reached: "36", due: "35" })] },
    says: ["error 绩效佐证台账 I2：达到数 36 大于应达数 35。达到数是应达数中的一部分，核对两数。"],
  },
  {
    fault: "share-incomplete",
    name: "something due and nobody knows how much was reached",
    year: { records: [record({ due: "35" })] },
    says: ["error 绩效佐证台账 I2：达到数和应达数应当都填。补填另一个数，或都不填。"],
  },
  {
    fault: "published-before-approval",
    name: "accounts published before their approval",
    year: {
      disclosures: [
        { document: "final-accounts", approval_date: "2023-09-01", publication_date: "2023-08-31" },
      ],
    },
    says: [
      "warning 信息公开情况 C2：公开日期 2023-08-31 早于批复日期 2023-09-01。批复后公开，核对两个日期。",
    ],
  },
];

const VALUE_CASES: readonly FaultCase[] = [
  {
    fault: "unknown-indicator",
    name: "an evaluation of an indicator that the project has not",
    year: { evaluations: [{ project: PROJECT, indicator: "档案工作覆盖率", actual: "100" }] },
    says: [
      "error 绩效自评 B2：项目“档案服务专项”没有名为“档案工作覆盖率”的绩效指标。改为绩效指标表中的名称：数字化档案数量、查阅满意度。",
    ],
  },
  {
    fault: "value-not-a-number",
    name: "an actual value in words",
    year: { evaluations: [{ ...SATISFACTION, actual: "较好" }] },
    says: ["error 绩效自评 C2：指标“查阅满意度”的完成值“较好”不是数。只填数，计量单位与指标相同；可带%。"],
  },
  {
    fault: "counted-and-typed",
    name: "a value typed beside the counted one",
    year: {
      countings: [{ ...COUNT, method: "sum" }],
      progress: [{ ...COUNT, date: "2023-07-31", actual: "1,200" }],
    },
    says: [
      "warning 绩效运行监控 D2：指标“数字化档案数量”由台账统计，又手工填了完成值“1,200”，以台账为准。删去手工填的数，或删去统计口径。",
    ],
  },
  {
    fault: "duplicate-row",
    name: "two words on the execution of one project at one date",
    year: {
      progress: [
        { project: PROJECT, date: "2023-07-31", reason: "招标推迟。" },
        { project: PROJECT, date: "2023-07-31", reason: "招标推迟一个月。" },
        { project: PROJECT, date: "2023-09-30", reason: "招标推迟。" },
      ],
    },
    says: [
      "error 绩效运行监控 C3：“档案服务专项”重复，前面已有（绩效运行监控 C2）。合为一行，或改为不同的名称。",
    ],
  },
  {
    fault: "score-exceeds-weight",
    name: "reviews above the weight of an indicator and of the execution",
    year: {
      reviews: [
        { ...SATISFACTION, level: "department", score: "40.5" },
        { project: PROJECT, level: "department", score: "10.5" },
      ],
    },
    says: [
      "error 自评复核 D2：复核得分 40.5 超过分值 40。得分不超过该指标的分值。",
      "error 自评复核 D3：复核得分 10.5 超过分值 10。得分不超过该指标的分值。",
    ],
  },
];

/** Rows of the year beside the sample, and what reading says of them. */
export const YEAR_CASES: readonly FaultCase[] = [...ADJUSTMENT_CASES, ...RECORD_CASES, ...VALUE_CASES];
