import {
  ASSET_ITEMS,
  FUNDS,
  KINDS,
  OPERATORS,
  PRIOR_ITEMS,
  PRIOR_KINDS,
  PROCUREMENT_CLASSES,
  PROJECT_RANKS,
  REVENUE_ITEMS,
  SIDES,
  SOCIAL_INSURANCE_FUNDS,
  type Term,
  UNIT_TYPES,
  YES_NO,
} from "./terms.ts";

/**
 * The one definition of what a budget is entered as: the sheets of the budget workbook and, under the same ids,
 * the files of the CSV folder. Writing blank forms, reading, validating, the JSON Schema and the documentation
 * are loops over it.
 */
export interface SheetSchema {
  /** File name without ".csv". */
  readonly id: string;
  /** Tab name in the workbook. */
  readonly title: string;
  readonly doc: string;
  /** "form": one row a field (field, value); "table": one row a record. */
  readonly shape: "form" | "table";
  readonly columns: readonly ColumnSchema[];
}

export interface ColumnSchema {
  /** Heading in CSV files. */
  readonly id: string;
  /** Heading in the workbook; accepted in CSV files too. */
  readonly title: string;
  readonly synonyms?: readonly string[];
  readonly type: ColumnType;
  readonly required?: boolean;
  readonly doc: string;
  readonly example: string;
  /** Characters of width in the workbook. */
  readonly width: number;
}

export type ColumnType =
  | { readonly kind: "text"; readonly long?: boolean }
  | { readonly kind: "year" | "integer" | "date" | "decimal" }
  /** Yuan with two decimals, not negative. */
  | { readonly kind: "amount" }
  | { readonly kind: "choice"; readonly terms: readonly Term[] }
  | {
      readonly kind: "code";
      readonly catalogue: "functional" | "department-economic" | "government-economic";
    }
  /** The key of a row of another sheet. */
  | { readonly kind: "reference"; readonly sheet: "units" | "projects"; readonly column: string };

const text = { kind: "text" } as const;
const longText = { kind: "text", long: true } as const;
const amount = { kind: "amount" } as const;
const choice = (terms: readonly Term[]) => ({ kind: "choice", terms }) as const;
const unitReference = { kind: "reference", sheet: "units", column: "unit" } as const;
const projectReference = { kind: "reference", sheet: "projects", column: "project" } as const;

const unit = (doc: string, required = false): ColumnSchema => ({
  id: "unit",
  title: "单位",
  type: unitReference,
  required,
  doc,
  example: "机关",
  width: 18,
});
const fund = (doc: string): ColumnSchema => ({
  id: "fund",
  title: "资金来源",
  type: choice(FUNDS),
  required: true,
  doc,
  example: "一般公共预算财政拨款",
  width: 24,
});
const amountYuan = (doc: string): ColumnSchema => ({
  id: "amount_yuan",
  title: "金额（元）",
  synonyms: ["金额", "amount"],
  type: amount,
  required: true,
  doc,
  example: "5000.00",
  width: 16,
});
const functional: ColumnSchema = {
  id: "functional",
  title: "功能分类科目编码",
  synonyms: ["功能分类", "功能科目编码", "功能科目"],
  type: { kind: "code", catalogue: "functional" },
  required: true,
  doc: "支出功能分类项级科目，7位。",
  example: "2013601",
  width: 18,
};

export const DEPARTMENT_SHEET: SheetSchema = {
  id: "department",
  title: "部门信息",
  doc: "部门的名称、职责、构成和联系方式。一行一项。",
  shape: "form",
  columns: [
    {
      id: "year",
      title: "预算年度",
      type: { kind: "year" },
      required: true,
      doc: "编制哪一年的预算。",
      example: "2023",
      width: 12,
    },
    {
      id: "region",
      title: "地区",
      type: text,
      required: true,
      doc: "印在表名里的地区简称。",
      example: "示例区",
      width: 12,
    },
    {
      id: "profile",
      title: "公开口径",
      type: text,
      required: true,
      doc: "按哪一地的表样公开，如 chongqing-district、shanghai-district。",
      example: "chongqing-district",
      width: 18,
    },
    {
      id: "name",
      title: "部门全称",
      type: text,
      required: true,
      doc: "与公章一致的全称。",
      example: "示例区档案局",
      width: 40,
    },
    { id: "code", title: "部门编码", type: text, doc: "预算部门编码，可不填。", example: "216", width: 12 },
    {
      id: "mandate",
      title: "职能职责",
      type: longText,
      required: true,
      doc: "一条一行，编号自动加上。",
      example: "研究制定全区档案工作的措施和办法；",
      width: 60,
    },
    {
      id: "structure",
      title: "部门构成",
      type: longText,
      required: true,
      doc: "内设机构和所属单位，一段一行。",
      example: "内设1个职能科室：综合科。",
      width: 60,
    },
    {
      id: "overall_goal",
      title: "当年整体绩效目标",
      type: longText,
      doc: "部门整体绩效目标的文字。",
      example: "推进档案数字化，做好查阅服务。",
      width: 60,
    },
    {
      id: "operating_uses",
      title: "机关运行经费主要用途",
      type: longText,
      doc: "“主要用于”之后的文字。",
      example: "办公费、印刷费、邮电费、差旅费等",
      width: 60,
    },
    {
      id: "assets_as_of",
      title: "国有资产统计截止",
      type: text,
      doc: "资产数的截止时间。",
      example: "2022年12月底",
      width: 18,
    },
    {
      id: "approval_date",
      title: "预算批复日期",
      type: { kind: "date" },
      doc: "财政部门批复本部门预算的日期；批复后二十日内公开（预算法第十四条）。",
      example: "2023-02-10",
      width: 14,
    },
    {
      id: "publication_date",
      title: "公开日期",
      type: { kind: "date" },
      doc: "计划公开的日期，也印在封面上。",
      example: "2023-02-24",
      width: 14,
    },
    {
      id: "contact",
      title: "公开联系人",
      type: text,
      required: true,
      doc: "读者提问时找谁。",
      example: "张三",
      width: 14,
    },
    {
      id: "telephone",
      title: "联系方式",
      type: text,
      required: true,
      doc: "办公电话，不填个人手机。",
      example: "023-00000000",
      width: 18,
    },
  ],
};

export const UNITS_SHEET: SheetSchema = {
  id: "units",
  title: "预算单位",
  doc: "部门本级和所属预算单位，一行一个。",
  shape: "table",
  columns: [
    {
      id: "unit",
      title: "单位",
      synonyms: ["单位简称", "unit_id"],
      type: text,
      required: true,
      doc: "在其他各表中使用的简称，不可重复。",
      example: "机关",
      width: 18,
    },
    {
      id: "name",
      title: "单位全称",
      type: text,
      required: true,
      doc: "与公章一致的全称。",
      example: "示例区档案局（本级）",
      width: 36,
    },
    {
      id: "code",
      title: "单位编码",
      type: text,
      doc: "预算单位编码，可不填。",
      example: "216001",
      width: 12,
    },
    {
      id: "type",
      title: "单位类型",
      type: choice(UNIT_TYPES),
      required: true,
      doc: "决定政府预算经济分类和机关运行经费的口径。",
      example: "行政单位",
      width: 18,
    },
    {
      id: "mandate",
      title: "职责",
      type: longText,
      doc: "单位预算公开时使用，一条一行。",
      example: "承担全区档案管理工作。",
      width: 50,
    },
    {
      id: "structure",
      title: "机构设置",
      type: longText,
      doc: "单位预算公开时使用。",
      example: "内设2个科室。",
      width: 50,
    },
  ],
};

export const LEDGER_SHEET: SheetSchema = {
  id: "ledger",
  title: "预算明细",
  doc: "全部支出，一行一笔，各类科目齐全。所有表和文字都由此得出；合计不填。",
  shape: "table",
  columns: [
    {
      id: "year",
      title: "预算年度",
      synonyms: ["fiscal_year", "年度"],
      type: { kind: "year" },
      required: true,
      doc: "须与部门信息的预算年度一致。",
      example: "2023",
      width: 10,
    },
    unit("由哪个单位支出。", true),
    fund("钱从哪里来。"),
    {
      id: "carry_over",
      title: "上年结转资金",
      type: choice(YES_NO),
      doc: "这笔钱是否上年结转而来；不填即否。",
      example: "否",
      width: 12,
    },
    functional,
    {
      id: "kind",
      title: "支出类别",
      type: choice(KINDS),
      required: true,
      doc: "人员经费和日常公用经费合为基本支出。",
      example: "日常公用经费",
      width: 16,
    },
    {
      id: "project",
      title: "项目",
      synonyms: ["项目名称", "pro_name"],
      type: projectReference,
      doc: "支出类别为项目支出时必填，须在项目表中。",
      example: "",
      width: 24,
    },
    {
      id: "department_economic",
      title: "部门经济分类编码",
      synonyms: ["部门预算支出经济分类", "部门经济分类", "部门经济科目编码"],
      type: { kind: "code", catalogue: "department-economic" },
      required: true,
      doc: "部门预算支出经济分类款级科目，5位。",
      example: "30201",
      width: 18,
    },
    {
      id: "government_economic",
      title: "政府经济分类编码",
      synonyms: ["政府预算支出经济分类", "政府经济分类", "政府经济科目编码"],
      type: { kind: "code", catalogue: "government-economic" },
      doc: "政府预算支出经济分类款级科目，5位；不填则按单位类型由部门经济分类对照得出。",
      example: "50201",
      width: 18,
    },
    {
      id: "procurement",
      title: "政府采购",
      type: choice(PROCUREMENT_CLASSES),
      doc: "属政府采购的，填货物、工程或服务。",
      example: "",
      width: 12,
    },
    {
      id: "counterparty",
      title: "对方单位",
      type: unitReference,
      doc: "上缴上级、对下级补助的对方若在本部门内，填其单位简称，汇总时抵销。",
      example: "",
      width: 18,
    },
    amountYuan("两位小数，不为负。"),
  ],
};

export const REVENUES_SHEET: SheetSchema = {
  id: "revenues",
  title: "收入与结转",
  doc: "按来源填列的收入、上年结转和结转下年。整张不填，则收入等于预算明细按来源之和。",
  shape: "table",
  columns: [
    unit("哪个单位的收入。", true),
    fund("收入来源。"),
    {
      id: "item",
      title: "项目",
      type: choice(REVENUE_ITEMS),
      required: true,
      doc: "本年收入、上年结转或结转下年。",
      example: "本年收入",
      width: 14,
    },
    {
      id: "counterparty",
      title: "对方单位",
      type: unitReference,
      doc: "上级补助、附属单位上缴的对方若在本部门内，填其单位简称。",
      example: "",
      width: 18,
    },
    {
      ...functional,
      required: false,
      doc: "只有结转下年须填：结转的钱属于哪个功能分类科目（项级）。",
      example: "",
    },
    {
      id: "carry_over",
      title: "上年结转资金",
      type: choice(YES_NO),
      doc: "只用于结转下年：继续结转的是否上年结转资金；不填即否。",
      example: "",
      width: 12,
    },
    amountYuan("本年收入＋上年结转＝明细支出＋结转下年，逐单位逐来源。"),
  ],
};

export const PRIOR_YEAR_SHEET: SheetSchema = {
  id: "prior-year",
  title: "上年预算数",
  doc: "上年公开的年初预算数，用于比较。",
  shape: "table",
  columns: [
    {
      id: "year",
      title: "年度",
      type: { kind: "year" },
      required: true,
      doc: "预算年度减一。",
      example: "2022",
      width: 10,
    },
    unit("上年数属哪个单位；不分单位时留空，只用于部门汇总。"),
    fund("上年数的资金来源。"),
    functional,
    {
      id: "kind",
      title: "支出类别",
      type: choice(PRIOR_KINDS),
      required: true,
      doc: "上年只公开到基本支出、项目支出的，照此填。",
      example: "基本支出",
      width: 16,
    },
    amountYuan("上年预算数。"),
  ],
};

export const PRIOR_ITEMS_SHEET: SheetSchema = {
  id: "prior-year-other",
  title: "上年三公及运行经费",
  doc: "上年公开的“三公”经费和机关运行经费预算数。",
  shape: "table",
  columns: [
    {
      id: "year",
      title: "年度",
      type: { kind: "year" },
      required: true,
      doc: "预算年度减一。",
      example: "2022",
      width: 10,
    },
    unit("上年数属哪个单位；不分单位时留空，只用于部门汇总。"),
    {
      id: "item",
      title: "项目",
      type: choice(PRIOR_ITEMS),
      required: true,
      doc: "哪一项。",
      example: "公务接待费",
      width: 22,
    },
    amountYuan("上年预算数。"),
  ],
};

export const PROJECTS_SHEET: SheetSchema = {
  id: "projects",
  title: "项目",
  doc: "一级项目，一行一个；金额由预算明细得出。",
  shape: "table",
  columns: [
    {
      id: "project",
      title: "项目名称",
      synonyms: ["项目"],
      type: text,
      required: true,
      doc: "与预算明细一致，不可重复。",
      example: "档案服务专项",
      width: 28,
    },
    {
      id: "rank",
      title: "项目类别",
      type: choice(PROJECT_RANKS),
      required: true,
      doc: "重点专项或一般性项目。",
      example: "重点专项",
      width: 14,
    },
    {
      id: "compiled_by",
      title: "编制单位",
      type: text,
      required: true,
      doc: "绩效目标表上印的编制单位。",
      example: "示例区档案馆",
      width: 36,
    },
    {
      id: "supervised_by",
      title: "业务主管部门",
      type: text,
      required: true,
      doc: "绩效目标表上印的业务主管部门。",
      example: "示例区档案局",
      width: 36,
    },
    {
      id: "summary",
      title: "项目概况",
      type: longText,
      required: true,
      doc: "做什么。",
      example: "档案整理、数字化及查阅服务。",
      width: 50,
    },
    {
      id: "basis",
      title: "立项依据",
      type: longText,
      required: true,
      doc: "文件名称和文号。",
      example: "《示例区档案工作办法》（示府发〔2020〕1号）。",
      width: 50,
    },
    {
      id: "goal",
      title: "当年绩效目标",
      type: longText,
      required: true,
      doc: "文字中的数字须与指标一致。",
      example: "数字化档案≥2000卷，查阅满意度≥95%。",
      width: 50,
    },
    {
      id: "town_subsidy_yuan",
      title: "其中：补助镇街（元）",
      type: amount,
      doc: "当年预算中补助镇街的部分；其余为区级支出。不填即无。",
      example: "",
      width: 20,
    },
  ],
};

export const INDICATORS_SHEET: SheetSchema = {
  id: "indicators",
  title: "绩效指标",
  doc: "整体（项目留空）和各项目的绩效指标。",
  shape: "table",
  columns: [
    {
      id: "project",
      title: "项目",
      type: projectReference,
      doc: "留空即部门整体绩效指标。",
      example: "档案服务专项",
      width: 28,
    },
    {
      id: "indicator",
      title: "指标名称",
      type: text,
      required: true,
      doc: "三级指标名称。",
      example: "数字化档案数量",
      width: 36,
    },
    {
      id: "weight",
      title: "指标权重",
      type: { kind: "decimal" },
      required: true,
      doc: "各表权重之和由公开口径规定。",
      example: "20",
      width: 12,
    },
    {
      id: "measure_unit",
      title: "计量单位",
      synonyms: ["unit"],
      type: text,
      doc: "卷、人次、%等；定性指标可不填。",
      example: "卷",
      width: 12,
    },
    {
      id: "operator",
      title: "指标性质",
      type: choice(OPERATORS),
      required: true,
      doc: "≥、≤、＝、＞、＜或定性。",
      example: "≥",
      width: 12,
    },
    {
      id: "target",
      title: "指标值",
      type: text,
      required: true,
      doc: "定性指标填文字。",
      example: "2000",
      width: 14,
    },
    {
      id: "core",
      title: "是否核心指标",
      type: choice(YES_NO),
      required: true,
      doc: "每张表至少一个核心指标。",
      example: "是",
      width: 14,
    },
  ],
};

export const PROCUREMENT_SHEET: SheetSchema = {
  id: "procurement",
  title: "政府采购明细",
  doc: "可选：预算明细中标为政府采购的支出，具体买什么。按单位、类别、来源合计须与预算明细相等。",
  shape: "table",
  columns: [
    unit("采购单位。", true),
    {
      id: "class",
      title: "采购类别",
      type: choice(PROCUREMENT_CLASSES),
      required: true,
      doc: "货物、工程或服务。",
      example: "货物",
      width: 12,
    },
    {
      id: "name",
      title: "采购项目",
      type: text,
      required: true,
      doc: "品目或项目名称。",
      example: "台式计算机",
      width: 28,
    },
    { id: "quantity", title: "数量", type: { kind: "decimal" }, doc: "可不填。", example: "2", width: 10 },
    { id: "measure_unit", title: "计量单位", type: text, doc: "可不填。", example: "台", width: 10 },
    fund("采购资金来源。"),
    amountYuan("采购预算。"),
    {
      id: "small_business_yuan",
      title: "其中：面向中小企业预留（元）",
      type: amount,
      doc: "不大于采购预算；不填即无。",
      example: "",
      width: 24,
    },
  ],
};

export const ASSETS_SHEET: SheetSchema = {
  id: "assets",
  title: "国有资产",
  doc: "车辆按用途、大额设备的现有数和当年计划购置数；合计不填。",
  shape: "table",
  columns: [
    unit("哪个单位的资产；不分单位时留空，只用于部门汇总。"),
    {
      id: "item",
      title: "资产",
      type: choice(ASSET_ITEMS),
      required: true,
      doc: "车辆用途或设备类别。",
      example: "离退休干部服务用车",
      width: 32,
    },
    {
      id: "held",
      title: "现有数",
      type: { kind: "integer" },
      required: true,
      doc: "辆、台（套）。",
      example: "2",
      width: 10,
    },
    {
      id: "planned",
      title: "当年计划购置数",
      type: { kind: "integer" },
      required: true,
      doc: "辆、台（套）。",
      example: "0",
      width: 16,
    },
  ],
};

export const SOCIAL_INSURANCE_SHEET: SheetSchema = {
  id: "social-insurance",
  title: "社会保险基金",
  doc: "由本部门编制社会保险基金预算时填；多数部门留空。",
  shape: "table",
  columns: [
    {
      id: "side",
      title: "收支",
      type: choice(SIDES),
      required: true,
      doc: "收入或支出。",
      example: "收入",
      width: 10,
    },
    {
      id: "fund",
      title: "基金",
      type: choice(SOCIAL_INSURANCE_FUNDS),
      required: true,
      doc: "哪一项基金。",
      example: "失业保险基金",
      width: 40,
    },
    amountYuan("预算数。"),
  ],
};

export const REASONS_SHEET: SheetSchema = {
  id: "reasons",
  title: "增减原因",
  doc: "较上年增减的主要原因和资金主要用途。超过公开口径规定的幅度或从无到有时必填。",
  shape: "table",
  columns: [
    unit("单位预算公开时使用；留空即部门。"),
    {
      id: "subject",
      title: "事项",
      type: text,
      required: true,
      doc: "下拉所列事项，或功能分类科目编码。",
      example: "基本支出",
      width: 22,
    },
    {
      id: "reason",
      title: "主要原因",
      type: longText,
      doc: "“主要原因是”之后的文字。",
      example: "在职人员增加2名",
      width: 50,
    },
    {
      id: "use",
      title: "主要用途",
      type: longText,
      doc: "“主要用于”之后的文字。",
      example: "保障在职人员工资福利",
      width: 50,
    },
  ],
};

export const NOTES_SHEET: SheetSchema = {
  id: "notes",
  title: "公开说明",
  doc: "其他需要说明的事项，按顺序印在情况说明最后；或印在某张表之下。",
  shape: "table",
  columns: [
    {
      id: "table",
      title: "公开表",
      type: text,
      doc: "印在哪张表下（表的标识，如 social-insurance）；留空即情况说明。",
      example: "",
      width: 22,
    },
    {
      id: "note",
      title: "说明",
      type: longText,
      required: true,
      doc: "文字。",
      example: "本部门无涉密项目。",
      width: 80,
    },
  ],
};

/** All sheets in the workbook's order. */
export const BUDGET_SHEETS: readonly SheetSchema[] = [
  DEPARTMENT_SHEET,
  UNITS_SHEET,
  LEDGER_SHEET,
  REVENUES_SHEET,
  PRIOR_YEAR_SHEET,
  PRIOR_ITEMS_SHEET,
  PROJECTS_SHEET,
  INDICATORS_SHEET,
  PROCUREMENT_SHEET,
  ASSETS_SHEET,
  SOCIAL_INSURANCE_SHEET,
  REASONS_SHEET,
  NOTES_SHEET,
];
