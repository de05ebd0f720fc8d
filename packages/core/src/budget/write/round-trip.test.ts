import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Budget } from "../budget.ts";
import { TARGET_FAULTS } from "../read/fault/target-faults.ts";
import { readBudget } from "../read/read-budget.ts";
import type { RawSheet } from "../sheet.ts";
import { arbitraryBudget } from "../testing/arbitrary-budget.ts";
import { budgetToSheets } from "./budget-to-sheets.ts";

/** Where a line was read from says nothing of the budget. */
function withoutPlaces(budget: Budget | undefined): Budget | undefined {
  return budget && { ...budget, lines: budget.lines.map(({ place: _, ...line }) => line) };
}

/** Random targets are seldom sensible; what is asked of them says nothing of writing and reading. */
const TARGET_RULES: ReadonlySet<string> = new Set(Object.keys(TARGET_FAULTS).map((id) => `ledger/${id}`));

describe("writing and reading a budget", () => {
  it.each(["ids", "titles"] as const)("gives the same budget without a finding, in %s", (words) => {
    fc.assert(
      fc.property(arbitraryBudget, (budget) => {
        const { budget: read, findings } = readBudget(budgetToSheets(budget, words));
        expect(findings.filter(({ rule }) => !TARGET_RULES.has(rule))).toEqual([]);
        expect(withoutPlaces(read)).toEqual(budget);
      }),
      { numRuns: 60 },
    );
  });

  it("never throws, whatever is typed into the cells, and accounts for a missing budget with an error", () => {
    const content = fc.oneof(
      fc.string(),
      fc.constantFrom("", "合计", "#REF!", "-1", "2013601", "机关", "1e5", "示例"),
    );
    const kind = fc.constantFrom("blank", "text", "number", "boolean", "date", "error");
    const edits = fc.array(
      fc.record({ sheet: fc.nat(12), row: fc.nat(9), column: fc.nat(12), text: content, kind }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(arbitraryBudget, edits, (budget, typed) => {
        const sheets = budgetToSheets(budget).map((sheet, index): RawSheet => {
          const rows = sheet.rows.map((cells) => [...cells]);
          for (const { sheet: _, row, column, ...cell } of typed.filter((edit) => edit.sheet === index)) {
            const old = rows[row]?.[column];
            if (old !== undefined) rows[row]?.splice(column, 1, { ...old, ...cell } as typeof old);
          }
          return { ...sheet, rows };
        });
        const { budget: read, findings } = readBudget(sheets);
        expect(read === undefined).toBe(findings.some(({ level }) => level === "error"));
      }),
      { numRuns: 150 },
    );
  });
});
