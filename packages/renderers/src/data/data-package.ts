import type { Disclosure } from "@mingzhang/core";

/** A column with its Fiscal Data Package type (column types of the Open Knowledge specification, version 1). */
type Field = readonly [
  name: string,
  type: "string" | "number" | "integer",
  columnType: string | undefined,
  description: string,
];

const LINES: readonly Field[] = [
  ["year", "integer", "date:fiscal-year", "预算年度"],
  ["unit", "string", "administrative-classification:generic:level1:label", "预算单位"],
  ["fund", "string", "fin-source:generic:level1:code:full", "资金来源"],
  ["carry_over", "string", undefined, "是否上年结转资金"],
  [
    "functional",
    "string",
    "functional-classification:generic:level1:code:full",
    "支出功能分类科目编码（项）",
  ],
  ["functional_name", "string", "functional-classification:generic:level1:label", "支出功能分类科目名称"],
  ["kind", "string", "expenditure-type:generic:level1:code:full", "支出类别"],
  ["project", "string", "activity:generic:project:label", "项目"],
  [
    "department_economic",
    "string",
    "economic-classification:generic:level1:code:full",
    "部门预算支出经济分类科目编码（款）",
  ],
  [
    "department_economic_name",
    "string",
    "economic-classification:generic:level1:label",
    "部门预算支出经济分类科目名称",
  ],
  [
    "government_economic",
    "string",
    "economic-classification:generic:level2:code:full",
    "政府预算支出经济分类科目编码（款）",
  ],
  [
    "government_economic_name",
    "string",
    "economic-classification:generic:level2:label",
    "政府预算支出经济分类科目名称",
  ],
  ["procurement", "string", "procurement:generic:level1:code:full", "政府采购类别"],
  ["amount_yuan", "number", "value", "金额（元，精确到分）"],
];

const FIGURES: readonly Field[] = [
  ["table", "string", undefined, "公开表的编号"],
  ["row", "string", undefined, "行：科目编码或行名"],
  ["name", "string", undefined, "行的名称"],
  ["column", "string", undefined, "列"],
  ["printed", "string", undefined, "印出的数字"],
];

const FACTS: readonly Field[] = [
  ["fact", "string", undefined, "数字的标识"],
  ["kind", "string", undefined, "amount 金额，change 增减额，growth 增幅，count 个数"],
  ["measure", "string", undefined, "量的维度"],
  ["base", "string", undefined, "比较基数的维度"],
  ["description", "string", undefined, "说明"],
  ["exact", "number", undefined, "精确值：元，或个数；增幅为差额（元）"],
  ["printed", "string", undefined, "印出的数字"],
  ["unit", "string", undefined, "印出的单位"],
];

const ROUNDING: readonly Field[] = [
  ["kind", "string", undefined, "difference 与四舍五入不同的数，unmet 没有成立的加总"],
  ["facts", "string", undefined, "数字的标识"],
  ["description", "string", undefined, "说明"],
  ["exact", "number", undefined, "精确值（元）；增幅为差额（元）"],
  ["conventional", "number", undefined, "四舍五入的数"],
  ["printed", "number", undefined, "印出的数"],
  ["difference", "number", undefined, "印出的数减四舍五入的数"],
  ["reason", "string", undefined, "缘由"],
];

const INDICATORS: readonly Field[] = [
  ["project", "string", undefined, "项目；空为整体"],
  ["indicator", "string", undefined, "指标名称"],
  ["weight", "number", undefined, "指标权重"],
  ["measure_unit", "string", undefined, "计量单位"],
  ["operator", "string", undefined, "指标性质"],
  ["target", "string", undefined, "指标值"],
  ["core", "string", undefined, "是否核心指标"],
];

/** datapackage.json: what the files are, for machines (Fiscal Data Package). */
export function dataPackage(disclosure: Disclosure): unknown {
  const { variables, book } = disclosure;
  const { publicationDate, code } = book.budget.department;
  return {
    profile: "fiscal-data-package",
    name: `budget-disclosure-${variables.year}`,
    title: `${variables.name}${variables.year}年${variables.body}预算`,
    countryCode: "CN",
    fiscalPeriod: { start: `${variables.year}-01-01`, end: `${variables.year}-12-31` },
    ...(code === undefined ? {} : { departmentCode: code }),
    ...(publicationDate === undefined ? {} : { created: publicationDate }),
    resources: [
      resource("lines", "预算明细（元）", LINES, { currencyCode: "CNY" }),
      resource("figures", "各公开表印出的数字", FIGURES),
      resource("facts", "全部数字及其精确值", FACTS),
      ...(disclosure.receipt === undefined ? [] : [resource("rounding", "取整说明", ROUNDING)]),
      resource("indicators", "绩效指标", INDICATORS),
    ],
  };
}

function resource(name: string, title: string, fields: readonly Field[], more: object = {}) {
  return {
    profile: "tabular-data-resource",
    name,
    title,
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    ...more,
    schema: {
      fields: fields.map(([field, type, columnType, description]) => ({
        name: field,
        type,
        ...(columnType === undefined ? {} : { columnType }),
        description,
      })),
      missingValues: [""],
    },
  };
}
