import { BUDGET_SHEETS, type ColumnSchema, type SheetSchema } from "../../packages/core/src/budget/schema.ts";
import { code, page, table } from "./markdown.ts";

const CATALOGUES = {
  functional: "功能分类科目编码（7位）",
  "department-economic": "部门预算支出经济分类科目编码（5位）",
  "government-economic": "政府预算支出经济分类科目编码（5位）",
} as const;

/** Every sheet and column that is filled in. */
export function workbookPage(): string {
  return page(
    "Budget workbook",
    "`packages/core/src/budget/schema.ts`",
    "工作簿的一张表就是 CSV 文件夹里的一个文件；表头写中文或标识都可以。金额以元为单位，最多两位小数；合计不填。JSON 的格式见 [budget.schema.json](budget.schema.json)。",
    table(
      ["工作表 Sheet", "文件 File", "填什么 Content"],
      BUDGET_SHEETS.map((sheet) => [sheet.title, code(`${sheet.id}.csv`), sheet.doc]),
    ),
    ...BUDGET_SHEETS.map(sheetParts),
  );
}

function sheetParts(sheet: SheetSchema): readonly string[] {
  return [
    `## ${sheet.id}`,
    `${sheet.title}。${sheet.doc}`,
    table(
      ["列 Column", "标识 Id", "必填 Required", "格式 Type", "说明 Note", "示例 Example"],
      sheet.columns.map((column) => [
        column.title,
        code(column.id),
        column.required === true ? "是" : "",
        typeText(column),
        column.doc,
        column.example,
      ]),
    ),
  ];
}

function typeText({ type }: ColumnSchema): string {
  switch (type.kind) {
    case "choice":
      return type.terms.map((term) => `${term.zh} ${code(term.id)}`).join("<br>");
    case "code":
      return CATALOGUES[type.catalogue];
    case "reference":
      return `${type.sheet === "units" ? "预算单位" : "项目"}表中的名称`;
    case "text":
      return type.long === true ? "文字，可分行" : "文字";
    default:
      return {
        year: "年度",
        integer: "整数",
        date: "日期（2023-02-24）",
        decimal: "数",
        amount: "金额（元）",
      }[type.kind];
  }
}
