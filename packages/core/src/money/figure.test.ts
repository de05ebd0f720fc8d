import { describe, expect, it } from "vitest";
import { type Figure, figureText, trimmedFigureText } from "./figure.ts";

const yuan = (scaled: bigint, decimals = 2): Figure => ({ unit: "yuan", decimals, scaled });

describe("thousands separators", () => {
  it("group the whole part of an amount, of either sign, and never its decimals", () => {
    expect(figureText(yuan(2_218_644_080n), true)).toBe("22,186,440.80");
    expect(figureText(yuan(-123_456n), true)).toBe("-1,234.56");
    expect(figureText(yuan(99_999n), true)).toBe("999.99");
    expect(figureText(yuan(1_234_567_890n, 6), true)).toBe("1,234.567890");
    expect(figureText(yuan(1_000n, 0), true)).toBe("1,000");
  });

  it("are left out unless asked for, and in counts", () => {
    expect(figureText(yuan(123_456n))).toBe("1234.56");
    expect(figureText({ unit: "count", decimals: 0, scaled: 1_234n }, true)).toBe("1234");
  });

  it("stay when trailing zeros are dropped", () => {
    expect(trimmedFigureText(yuan(312_100n), true)).toBe("3,121");
    expect(trimmedFigureText(yuan(312_140n), true)).toBe("3,121.4");
  });
});
