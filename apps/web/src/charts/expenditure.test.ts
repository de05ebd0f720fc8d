import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DEPARTMENT, formatYuan, readBudget } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { expect, it } from "vitest";
import { expenditureOf, type Share } from "./expenditure.ts";

const fixture = fileURLToPath(new URL("../../../../fixtures/wansheng-2023/", import.meta.url));
const files = readdirSync(fixture).filter((name) => name.endsWith(".csv"));
const entries = files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(fixture + name)) }));
const { budget } = readBudget((await readLedger(entries)).sheets);
if (budget === undefined) throw new Error("the example cannot be read");
const total = (shares: readonly Share[], of: "now" | "last") =>
  formatYuan(shares.reduce((sum, share) => sum + (share[of] ?? 0n), 0n) as Share["now"]);
const wanYuan = (yuan: string) => (Number(yuan) / 10_000).toFixed(2);

it("the example's expenditure is what it publishes, by function against last year and by economic class", () => {
  const { functional, economic } = expenditureOf(budget, DEPARTMENT, undefined);
  // As in the published tables.
  expect([total(functional, "now"), total(economic, "now")].map(wanYuan)).toEqual(["300.32", "300.32"]);
  expect(wanYuan(total(functional, "last"))).toBe("217.95");
  expect(functional.map(({ code, name }) => `${code} ${name}`)).toContain("201 一般公共服务支出");
  expect(economic.every(({ last }) => last === undefined)).toBe(true);
});

it("last year's lines stand beside this year's where they are known, and units add up to the whole", () => {
  const { economic } = expenditureOf(budget, DEPARTMENT, budget);
  expect(economic.filter(({ now, last }) => now !== last)).toEqual([]);
  const units = budget.units.map(({ id }) => total(expenditureOf(budget, id, undefined).functional, "now"));
  expect(units.map(Number).reduce((sum, amount) => sum + amount, 0)).toBe(3003200);
});
