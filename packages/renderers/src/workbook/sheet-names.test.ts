import fc from "fast-check";
import { expect, test } from "vitest";
import { isLegalSheetName, SheetNames } from "./sheet-names.ts";

test("a legal wish is kept", () => {
  expect(new SheetNames().take("表十六（1）")).toBe("表十六（1）");
});

test("a name that is taken, whatever its case, gets a number", () => {
  const names = new SheetNames();
  expect(["表一", "表一", "Sheet", "SHEET"].map((wish) => names.take(wish))).toEqual([
    "表一",
    "表一(2)",
    "Sheet",
    "SHEET(2)",
  ]);
});

test("illegal characters, apostrophes at the ends and reserved names are repaired", () => {
  const names = new SheetNames();
  expect(["收入/支出", "'甲'", "History", "[*]"].map((wish) => names.take(wish, "表"))).toEqual([
    "收入 支出",
    "甲",
    "History(2)",
    "表",
  ]);
});

test("a name that is too long is cut, with room for its number", () => {
  const names = new SheetNames();
  expect(names.take("长".repeat(40))).toBe("长".repeat(31));
  expect(names.take("长".repeat(40))).toBe(`${"长".repeat(28)}(2)`);
});

test("a control character between blanks leaves one blank, and a name", () => {
  expect(new SheetNames().take("收入 \u0000 支出")).toBe("收入 支出");
});

test("whatever is wished for, the names are legal and differ", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 40 })), (wishes) => {
      const names = new SheetNames();
      const given = wishes.map((wish) => names.take(wish));
      expect(given.every(isLegalSheetName)).toBe(true);
      expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(wishes.length);
    }),
  );
});
