import {
  BUDGET_SHEETS,
  type ColumnSchema,
  ENTRY_SHEETS,
  type SheetSchema,
  YEAR_SHEETS,
} from "../../packages/core/src/budget/schema.ts";
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
    contents(BUDGET_SHEETS),
    "预算批复后，年度中的调整、支付、佐证、监控和自评填在绩效管理工作簿（`mingzhang new 绩效.xlsx --year-of 预算`），或 CSV 文件夹的子文件夹 `year/` 中；也可以放在预算工作簿里。What happens in the year of an approved budget is entered in a workbook of its own, in `year/` below the CSV folder, or in the budget workbook. JSON: [year.schema.json](year.schema.json).",
    contents(YEAR_SHEETS),
    ...ENTRY_SHEETS.map(sheetParts),
  );
}

function contents(sheets: readonly SheetSchema[]): string {
  return table(
    ["工作表 Sheet", "文件 File", "填什么 Content"],
    sheets.map(({ id, title, english, doc }) => [
      `${title} ${english}`,
      code(`${id}.csv`),
      `${doc.zh}<br>${doc.en}`,
    ]),
  );
}

function titleOf(sheet: string): string {
  return ENTRY_SHEETS.find(({ id }) => id === sheet)?.title ?? sheet;
}

function sheetParts(sheet: SheetSchema): readonly string[] {
  return [
    `## ${sheet.id}`,
    `${sheet.title} ${sheet.english}。${sheet.doc.zh} ${sheet.doc.en}`,
    table(
      ["列 Column", "标识 Id", "必填 Required", "格式 Type", "说明 Note", "示例 Example"],
      sheet.columns.map((column) => [
        `${column.title} ${column.english}`,
        code(column.id),
        column.required === true ? "是" : "",
        typeText(column),
        `${column.doc.zh}<br>${column.doc.en}`,
        column.example,
      ]),
    ),
  ];
}

function typeText({ type }: ColumnSchema): string {
  switch (type.kind) {
    case "choice":
      return type.terms.map((term) => `${term.zh} ${term.en} ${code(term.id)}`).join("<br>");
    case "code":
      return CATALOGUES[type.catalogue];
    case "reference":
      return `${titleOf(type.sheet)}表中的名称`;
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
