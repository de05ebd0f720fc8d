import { expect, it } from "vitest";
import { changesOf } from "./changed-cells.ts";

const before = { cells: { amount_yuan: "500.00" } };
const after = { cells: { amount_yuan: "400.00" } };
const cell = { field: "amount_yuan", from: "500.00", to: "400.00" };
const update = { table: "entry_row", subject: "row-1", sheet: null, before, after };

it("names the sheet of a changed row, of which the log says the changed cells only", () => {
  const [change] = changesOf([{ ...update, sheet: "ledger" }]);
  expect(change?.cells).toEqual([{ sheet: "ledger", ...cell }]);
});

it("names the sheet of a changed row that was deleted later", () => {
  const deletion = { ...update, before: { sheet: "ledger", ...after }, after: null };
  const [, change] = changesOf([deletion, update]);
  expect(change?.cells).toEqual([{ sheet: "ledger", ...cell }]);
});

it("says of an attachment who may open it", () => {
  const changed = { before: { confined: true }, after: { confined: false } };
  const [change] = changesOf([{ table: "attachment", subject: "file-1", sheet: null, ...changed }]);
  expect(change?.cells).toEqual([{ sheet: "attachment", field: "", from: "confined", to: "open" }]);
});
