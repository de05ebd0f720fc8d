import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryYear } from "../testing/arbitrary-year.ts";
import { SAMPLE_BUDGET } from "../testing/sample-budget.ts";
import { budgetToJson, type JsonRecord, yearToJson } from "./budget-to-json.ts";
import { budgetToSheets } from "./budget-to-sheets.ts";

describe("a budget as sheets", () => {
  const ledger = (words: "ids" | "titles") => budgetToSheets(SAMPLE_BUDGET, words)[2];
  const texts = (words: "ids" | "titles", row: number) => ledger(words)?.rows[row]?.map((cell) => cell.text);

  it("has the schema's ids, or the workbook's words", () => {
    expect(texts("ids", 4)?.slice(0, 6)).toEqual([
      "2023",
      "档案馆",
      "general-public",
      "",
      "2013602",
      "project",
    ]);
    expect(texts("titles", 4)?.slice(1, 6)).toEqual([
      "档案馆",
      "一般公共预算财政拨款",
      "",
      "2013602",
      "项目支出",
    ]);
    expect([ledger("ids")?.name, ledger("titles")?.name]).toEqual(["ledger", "预算明细"]);
  });

  it("has numbers as numbers and codes as texts", () => {
    const cells = ledger("titles")?.rows[1];
    expect(cells?.map((cell) => cell.kind)).toEqual([
      "number",
      "text",
      "text",
      "blank",
      "text",
      "text",
      "blank",
      "text",
      "text",
      "blank",
      "blank",
      "number",
    ]);
    expect(cells?.at(-1)?.text).toBe("100000.00");
  });
});

describe("a budget as JSON", () => {
  it("has sheets and columns by id, amounts as exact texts, and no blanks", () => {
    const json = budgetToJson(SAMPLE_BUDGET);
    expect(json.department).toMatchObject({ year: 2023, name: "示例区档案局" });
    expect((json.ledger as readonly JsonRecord[])[1]).toEqual({
      year: 2023,
      unit: "机关",
      fund: "general-public",
      functional: "2013601",
      kind: "operating",
      department_economic: "30201",
      government_economic: "50201",
      amount_yuan: "5000.00",
    });
  });

  it("has nothing that its schema does not describe, and lacks nothing that it requires", () => {
    const path = new URL("../../../../../docs/reference/budget.schema.json", import.meta.url);
    const schema = JSON.parse(readFileSync(path, "utf8")) as Schema;
    expect(violations(JSON.parse(JSON.stringify(budgetToJson(SAMPLE_BUDGET))), schema)).toEqual([]);
    expect(violations({ department: { year: "2023", colour: "red" } }, schema)).toEqual(
      expect.arrayContaining(["$.units is missing", "$.department.year", "$.department.colour is unknown"]),
    );
  });
});

describe("a year as JSON", () => {
  it("has the sheets of its schema, amounts signed, and nothing that the schema does not describe", () => {
    const path = new URL("../../../../../docs/reference/year.schema.json", import.meta.url);
    const schema = JSON.parse(readFileSync(path, "utf8")) as Schema;
    fc.assert(
      fc.property(arbitraryYear, (year) => {
        const json = JSON.parse(JSON.stringify(yearToJson(year)));
        expect(violations(json, schema)).toEqual([]);
        expect(Object.keys(json)).toEqual(Object.keys(schema.properties ?? {}));
      }),
      { numRuns: 20 },
    );
  });
});

interface Schema {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

/** The part of JSON Schema that the generator uses. */
function violations(value: unknown, schema: Schema, path = "$"): string[] {
  if (schema.enum !== undefined) return schema.enum.includes(value as string) ? [] : [path];
  if (schema.type === "array") {
    if (!Array.isArray(value)) return [path];
    return value.flatMap((item, index) => violations(item, schema.items ?? {}, `${path}[${index}]`));
  }
  if (schema.type === "integer") return Number.isInteger(value) ? [] : [path];
  if (schema.type === "string") {
    return typeof value === "string" && new RegExp(schema.pattern ?? "", "u").test(value) ? [] : [path];
  }
  const record = value as Readonly<Record<string, unknown>>;
  const missing = (schema.required ?? []).filter((name) => record[name] === undefined);
  return [
    ...missing.map((name) => `${path}.${name} is missing`),
    ...Object.entries(record).flatMap(([name, field]) => {
      const known = schema.properties?.[name];
      return known === undefined
        ? [`${path}.${name} is unknown`]
        : violations(field, known, `${path}.${name}`);
    }),
  ];
}
