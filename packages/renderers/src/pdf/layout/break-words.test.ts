import { expect, test } from "vitest";
import { breakWords } from "./break-words.ts";

const style = { advance: (codePoint: number) => (codePoint < 0x2000 ? 0.5 : 1), strong: false };

test("what fits its line stays as it is, however long the whole", () => {
  const text = "支出12345678.90万元，“三公”经费".repeat(20);
  expect(breakWords(text, 6, style)).toBe(text);
});

test("a run wider than its line may break where the line is full, and nowhere else", () => {
  expect(breakWords("见abcdefgh。", 2, style)).toBe("见abcd\u200befgh。");
});

test("a line narrower than a character still ends", () => {
  expect(breakWords("abc", 0.1, style)).toBe("a\u200bb\u200bc");
});
