import type { FaultCase } from "./fault-case.ts";

export const CELL_CASES: readonly FaultCase[] = [
  {
    fault: "empty-field",
    name: "a required cell left blank",
    edits: { "预算明细 F3": "" },
    says: ["error 预算明细 F3：“支出类别”未填。填写“支出类别”，如：日常公用经费。"],
  },
  {
    fault: "empty-field",
    name: "a required field left blank",
    edits: { "部门信息 B14": "" },
    says: ["error 部门信息 B14：“公开联系人”未填。填写“公开联系人”，如：张三。"],
  },
  {
    fault: "formula-error",
    name: "a formula error",
    edits: { "预算明细 L3": { kind: "error", text: "#REF!", formula: "#REF!*2" } },
    says: ["error 预算明细 L3：“金额（元）”是公式错误值 #REF!。改正公式，或直接填写数值。"],
  },
  {
    fault: "formula-error",
    name: "a formula error pasted as text",
    edits: { "公开说明 B2": "#DIV/0!" },
    says: ["error 公开说明 B2：“说明”是公式错误值 #DIV/0!。改正公式，或直接填写数值。"],
  },
  {
    fault: "formula-without-value",
    name: "a formula that was never calculated",
    edits: { "预算明细 L3": { formula: "5000*1" } },
    says: [
      "error 预算明细 L3：“金额（元）”的公式没有计算结果。用 Excel 或 WPS 打开、重新计算并保存，或直接填写数值。",
    ],
  },
  {
    fault: "not-a-number",
    name: "an amount with words",
    edits: { "预算明细 L3": "0.5万元" },
    says: [
      "error 预算明细 L3：“金额（元）”的“0.5万元”不是数字。只填阿拉伯数字，不带单位和文字，如：5000.00。",
    ],
  },
  {
    fault: "not-an-integer",
    name: "half a vehicle",
    edits: { "国有资产 C2": 1.5 },
    says: ["error 国有资产 C2：“现有数”的“1.5”不是整数。填整数，如：2。"],
  },
  {
    fault: "negative",
    name: "a negative amount",
    edits: { "预算明细 L3": -5000 },
    says: ["error 预算明细 L3：“金额（元）”为负数 -5000。填不小于零的数；冲减的，直接改原来那一行。"],
  },
  {
    fault: "negative",
    name: "fewer than no vehicles",
    edits: { "国有资产 D2": -1 },
    says: ["error 国有资产 D2：“当年计划购置数”为负数 -1。填不小于零的数；冲减的，直接改原来那一行。"],
  },
  {
    fault: "too-many-decimals",
    name: "an amount with three decimals",
    edits: { "预算明细 L3": 5000.125 },
    says: [
      "error 预算明细 L3：“金额（元）”的 5000.125 超过两位小数。以元为单位，最多两位小数（到分）；公式结果请用 ROUND(…,2)。",
    ],
  },
  {
    fault: "scientific-notation",
    name: "an amount in scientific notation",
    edits: { "预算明细 L3": "5E+03" },
    says: [
      "error 预算明细 L3：“金额（元）”的“5E+03”是科学计数法，数字可能已丢失。单元格改为数值格式，重新填写全部数字。",
    ],
  },
  {
    fault: "number-as-text",
    name: "an amount typed as text",
    edits: { "预算明细 L3": "5,000.00" },
    says: [
      "warning 预算明细 L3：“金额（元）”的“5,000.00”是文本，已按数字 5000 读入。转换为数字，否则表内的 SUM 不会算上它。",
    ],
  },
  {
    fault: "full-width",
    name: "full-width digits",
    edits: { "预算明细 L3": "５０００．００" },
    says: ["warning 预算明细 L3：“金额（元）”的“５０００．００”含全角字符，已按 5000 读入。改用半角数字。"],
  },
  {
    fault: "implausible-year",
    name: "a year of two digits",
    edits: { "预算明细 A3": 23 },
    says: ["error 预算明细 A3：“预算年度”的“23”不是年份。填四位年份，如：2023。"],
  },
  {
    fault: "not-a-date",
    name: "a day that no calendar has",
    edits: { "部门信息 B12": "2023-02-30" },
    says: ["error 部门信息 B12：“预算批复日期”的“2023-02-30”不是日期。按 年-月-日 填写，如：2023-02-10。"],
  },
  {
    fault: "not-a-date",
    name: "the bare number of a date",
    edits: { "部门信息 B12": 44967 },
    says: ["error 部门信息 B12：“预算批复日期”的“44967”不是日期。按 年-月-日 填写，如：2023-02-10。"],
  },
  {
    fault: "date-format",
    name: "a date in words",
    edits: { "部门信息 B12": "2023年2月10日" },
    says: [
      "warning 部门信息 B12：“预算批复日期”的“2023年2月10日”已按 2023-02-10 读入。核对，并改为 2023-02-10。",
    ],
  },
  {
    fault: "unknown-choice",
    name: "a word that is none of the choices",
    edits: { "预算明细 F3": "商品服务支出" },
    says: [
      "error 预算明细 F3：“支出类别”的“商品服务支出”不在可选项中。从下列选一：人员经费、日常公用经费、项目支出、上缴上级支出、事业单位经营支出、对下级单位补助支出。",
    ],
  },
  {
    fault: "unknown-unit",
    name: "a unit that is not in the sheet of units",
    edits: { "预算明细 B3": "图书馆" },
    says: [
      "error 预算明细 B3：“单位”的“图书馆”不在预算单位表中。改为已有的单位（机关、档案馆），或在预算单位表中补上。",
    ],
  },
  {
    fault: "unknown-project",
    name: "a project that is not in the sheet of projects",
    edits: { "预算明细 G5": "档案专项" },
    says: [
      "error 预算明细 G5：“项目”的“档案专项”不在项目表中。改为已有的项目（档案服务专项），或在项目表中补上。",
    ],
  },
  {
    fault: "not-a-code",
    name: "a name without a code",
    edits: { "预算明细 E3": "行政运行" },
    says: ["error 预算明细 E3：功能分类科目编码“行政运行”不是科目编码。只填编码数字，如 2013601。"],
  },
  {
    fault: "other-classification",
    name: "a government code in the departmental column",
    edits: { "预算明细 H3": "50201" },
    says: [
      "error 预算明细 H3：部门经济分类编码“50201”不属于本分类（应以 3 开头）。改为本分类的编码，如 30201；核对是否填错栏。",
    ],
  },
  {
    fault: "wrong-level",
    name: "six digits",
    edits: { "预算明细 E3": "201360" },
    says: ["error 预算明细 E3：功能分类科目编码“201360”应为7位项级科目。改为7位项级编码，如 2013601。"],
  },
  {
    fault: "wrong-level",
    name: "a 款 where a 项 is wanted",
    edits: { "预算明细 E3": 20805 },
    says: ["error 预算明细 E3：功能分类科目编码“20805”应为7位项级科目。改为7位项级编码，如 2080501。"],
  },
  {
    fault: "wrong-level",
    name: "a 类 of the departmental classification",
    edits: { "预算明细 H3": 302 },
    says: ["error 预算明细 H3：部门经济分类编码“302”应为5位款级科目。改为5位款级编码，如 30201。"],
  },
  {
    fault: "coarse-code",
    name: "a 款 below which the catalogue has nothing",
    edits: { "预算明细 E3": 21908 },
    says: [
      "warning 预算明细 E3：功能分类科目编码“21908”只到上级科目，科目表中没有它的项级，已按所填读入。查当年《政府收支分类科目》，有项级的改填项级。",
    ],
  },
  {
    fault: "unknown-code",
    name: "a code that the catalogue does not know",
    edits: { "预算明细 E3": 2013677 },
    says: [
      "warning 预算明细 E3：功能分类科目编码“2013677”不在科目表中，已按所填读入。对照当年《政府收支分类科目》核对编码。",
    ],
  },
  {
    fault: "code-outside-years",
    name: "a code of a later year",
    edits: { "预算明细 E3": 2014004 },
    says: [
      "warning 预算明细 E3：功能分类科目编码“2014004”（信访业务）2023年不适用，适用年度：2024–。改用2023年的科目编码。",
    ],
  },
  {
    fault: "code-name",
    name: "a code beside another code's name",
    edits: { "预算明细 E3": "2013601 事业运行" },
    says: [
      "warning 预算明细 E3：功能分类科目编码 2013601 的名称是“行政运行”，填的是“事业运行”；已按编码读入。核对编码和名称哪个填错。",
    ],
  },
];
