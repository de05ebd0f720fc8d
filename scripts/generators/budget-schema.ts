import { BUDGET_SHEETS, type ColumnSchema, type SheetSchema } from "../../packages/core/src/budget/schema.ts";
import { WRITTEN_YEAR_SHEETS } from "../../packages/core/src/budget/write/year-to-sheets.ts";
import type { Text } from "../../packages/core/src/finding/finding.ts";
import type { Generator } from "../generate.ts";
import { toFormattedJson } from "../json.ts";

type JsonSchema = Readonly<Record<string, unknown>>;

const CODE_PATTERNS = {
  functional: "^2\\d{2}(\\d{2}){0,2}$",
  "department-economic": "^3\\d{2}(\\d{2})?$",
  "government-economic": "^5\\d{2}(\\d{2})?$",
} as const;

/** The JSON Schemas of a budget's and of a year's JSON form, for those who write or read them with other tools. */
const generateBudgetSchema: Generator = async () => [
  {
    path: "docs/reference/budget.schema.json",
    text: schemaOf(
      "部门预算",
      "One department's budget for one year: the sheets of the budget workbook by id.",
      BUDGET_SHEETS,
    ),
  },
  {
    path: "docs/reference/year.schema.json",
    text: schemaOf(
      "绩效管理",
      "What happened in the year of an approved budget: its sheets by id. Names of persons are never among them.",
      WRITTEN_YEAR_SHEETS,
    ),
  },
];
export default generateBudgetSchema;

function schemaOf(title: string, description: string, sheets: readonly SheetSchema[]): string {
  return toFormattedJson({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    description,
    type: "object",
    additionalProperties: false,
    required: sheets.map(({ id }) => id),
    properties: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheetSchema(sheet)])),
  });
}

function sheetSchema({ title, doc, shape, columns }: SheetSchema): JsonSchema {
  const record = {
    type: "object",
    additionalProperties: false,
    required: columns.filter(({ required }) => required === true).map(({ id }) => id),
    properties: Object.fromEntries(columns.map((column) => [column.id, columnSchema(column)])),
  };
  const about = { title, description: described(doc) };
  return shape === "form" ? { ...about, ...record } : { ...about, type: "array", items: record };
}

function columnSchema(column: ColumnSchema): JsonSchema {
  return { title: column.title, description: described(column.doc), ...typeSchema(column) };
}

function described({ zh, en }: Text): string {
  return `${zh} ${en}`;
}

function typeSchema({ type }: ColumnSchema): JsonSchema {
  switch (type.kind) {
    case "year":
      return { type: "integer", minimum: 2000, maximum: 2099 };
    case "integer":
      return { type: "integer", minimum: 0 };
    case "amount":
      return { type: "string", pattern: `^${type.signed === true ? "-?" : ""}\\d+\\.\\d{2}$` };
    case "decimal":
      return { type: "string", pattern: "^\\d+(\\.\\d+)?$" };
    case "date":
      return { type: "string", format: "date" };
    case "choice":
      return { enum: type.terms.map((term) => term.id) };
    case "code":
      return { type: "string", pattern: CODE_PATTERNS[type.catalogue] };
    case "text":
    case "reference":
      return { type: "string", minLength: 1 };
  }
}
