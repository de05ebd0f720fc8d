import { describe, expect, it } from "vitest";
import { slipOf } from "./slip.ts";
import { wan } from "./testing/printed.ts";

const slip = (printed: string, right: string, ...neighbours: readonly string[]) =>
  slipOf(
    wan("", printed).figure,
    wan("", right).figure,
    neighbours.map((text) => wan("", text).figure),
  );

describe("how a figure may have become another", () => {
  it("knows the slips of a hand", () => {
    expect(slip("12.34", "12.84")).toBe("digit");
    expect(slip("9.00", "19.00")).toBe("digit");
    expect(slip("12.34", "21.34")).toBe("swapped");
    expect(slip("123.4", "12.34")).toBe("point");
    expect(slip("1.23", "12.34")).toBe("point");
    expect(slip("-12.34", "12.34")).toBe("sign");
    expect(slip("123400.00", "12.34")).toBe("unit");
    expect(slip("5.67", "12.34", "5.67")).toBe("neighbour");
    expect(slip("5.67", "12.34", "8.90")).toBe("unexplained");
  });

  it("takes no figure of one digit for a multiple, and no nil for a copy", () => {
    expect(slip("0.01", "0.12")).toBe("unexplained");
    expect(slip("0.00", "12.34", "0.00")).toBe("unexplained");
  });
});
