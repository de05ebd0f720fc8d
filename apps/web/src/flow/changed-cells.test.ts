import { expect, it } from "vitest";
import { changedCells } from "./changed-cells.ts";

it("names the sheet of a changed row, of which the log says the changed cells only", () => {
  const before = { cells: { amount_yuan: "500.00" } };
  const after = { cells: { amount_yuan: "400.00" } };
  const entry = { table: "entry_row", subject: "row-1", before, after };
  const sheetOf = (row: string) => (row === "row-1" ? "ledger" : undefined);
  const cell = { field: "amount_yuan", from: "500.00", to: "400.00" };
  expect(changedCells(entry, sheetOf)).toEqual([{ sheet: "ledger", ...cell }]);
  expect(changedCells({ ...entry, subject: "gone" }, sheetOf)).toEqual([{ sheet: "entry_row", ...cell }]);
});
