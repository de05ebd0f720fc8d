import fc from "fast-check";
import { expect, it } from "vitest";
import type { PackFact, PackRow, PackTable } from "../../pack/pack.ts";
import { familiesOf, parentSums, totalSums } from "./row-sums.ts";

const rowOf = (code: string, index: number): PackRow => ({
  index,
  block: 0,
  code,
  label: "",
  role: "classified",
  measure: {},
  cells: { 0: `f${index}` },
});

it("puts below a code what is printed at the nearest level below it", () => {
  const code = fc.string({ unit: fc.constantFrom("1", "2"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(code, { maxLength: 30 }), (codes) => {
      const rows = codes.map(rowOf);
      const families = familiesOf(rows);
      for (const parent of codes) {
        const below = rows.filter(({ code: own = "" }) => own !== parent && own.startsWith(parent));
        const nearest = Math.min(...below.map(({ code: own = "" }) => own.length));
        expect(families.get(parent) ?? []).toEqual(
          below.filter(({ code: own = "" }) => own.length === nearest),
        );
      }
    }),
  );
});

it("looks at each row of a large table a few times, however many rows there are", () => {
  const count = 20_000;
  let looks = 0;
  const rows = Array.from({ length: count }, (_, index) => {
    const code = `${2_000_000 + index}`;
    return Object.defineProperty(rowOf(code, index), "code", {
      get: () => {
        looks += 1;
        return code;
      },
    });
  });
  const total: PackRow = { ...rowOf("", count), role: "total" };
  const column = { index: 0, header: ["合计"], role: "figure", block: 0, measure: {} } as const;
  const table = { id: "table", columns: [column], rows: [...rows, total] } as unknown as PackTable;
  const facts = new Map(table.rows.map(({ index }) => [`f${index}`, { id: `f${index}` } as PackFact]));
  expect(parentSums(table, facts)).toEqual([]);
  expect(totalSums(table, facts)[0]?.parts.length).toBe(count);
  expect(looks / count).toBeLessThan(50);
});
