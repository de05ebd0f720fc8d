import { expect, test } from "vitest";
import { lineCount, widestToken } from "./text-width.ts";

test.each([
  ["一二三四五", 5, 1],
  ["一二三四五六", 5, 2],
  ["一二三四五。", 5, 1],
  ["", 5, 1],
  ["一\n二", 5, 2],
  ["一二三 1234567", 5, 2],
  ["123456789012345678901234567890", 5, 3],
])("%j takes the lines it should in %d ems", (text, column, lines) => {
  expect(lineCount(text, column)).toBe(lines);
});

test("an indent takes room from the first line only", () => {
  expect(lineCount("一二三四五六七八", 5, 2)).toBe(2);
  expect(lineCount("一二三四五六七八九", 5, 2)).toBe(3);
});

test("the widest run that cannot break is the figure, not the sentence", () => {
  expect(widestToken("比上年增加1234.56万元")).toBe(3.5);
  expect(widestToken("")).toBe(0);
});
