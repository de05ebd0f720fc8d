import { BUDGET_SHEETS, type ColumnSchema, type SheetSchema } from "../../packages/core/src/budget/schema.ts";
import type { Generator } from "../generate.ts";
import { toFormattedJson } from "../json.ts";

type JsonSchema = Readonly<Record<string, unknown>>;

const CODE_PATTERNS = {
  functional: "^2\\d{2}(\\d{2}){0,2}$",
  "department-economic": "^3\\d{2}(\\d{2})?$",
  "government-economic": "^5\\d{2}(\\d{2})?$",
} as const;

/** The JSON Schema of a budget's JSON form, for those who write or read it with other tools. */
const generateBudgetSchema: Generator = async () => {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "部门预算",
    description: "One department's budget for one year: the sheets of the budget workbook by id.",
    type: "object",
    additionalProperties: false,
    required: BUDGET_SHEETS.map(({ id }) => id),
    properties: Object.fromEntries(BUDGET_SHEETS.map((sheet) => [sheet.id, sheetSchema(sheet)])),
  };
  return [{ path: "docs/reference/budget.schema.json", text: toFormattedJson(schema) }];
};
export default generateBudgetSchema;

function sheetSchema({ title, doc, shape, columns }: SheetSchema): JsonSchema {
  const record = {
    type: "object",
    additionalProperties: false,
    required: columns.filter(({ required }) => required === true).map(({ id }) => id),
    properties: Object.fromEntries(columns.map((column) => [column.id, columnSchema(column)])),
  };
  const about = { title, description: doc };
  return shape === "form" ? { ...about, ...record } : { ...about, type: "array", items: record };
}

function columnSchema(column: ColumnSchema): JsonSchema {
  return { title: column.title, description: column.doc, ...typeSchema(column) };
}

function typeSchema({ type }: ColumnSchema): JsonSchema {
  switch (type.kind) {
    case "year":
      return { type: "integer", minimum: 2000, maximum: 2099 };
    case "integer":
      return { type: "integer", minimum: 0 };
    case "amount":
      return { type: "string", pattern: "^\\d+\\.\\d{2}$" };
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
