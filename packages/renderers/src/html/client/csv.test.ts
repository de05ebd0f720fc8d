import { toCsvCell } from "@mingzhang/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvText } from "./csv.ts";

it("begins with a byte order mark and ends each row as spreadsheet programs do", () => {
  expect(csvText([["甲", "1.00"], ["乙"]])).toBe("\ufeff甲,1.00\r\n乙\r\n");
});

it("quotes commas, quotation marks and line breaks", () => {
  expect(csvText([["a,b", 'c"d', "e\nf"]])).toBe('\ufeff"a,b","c""d","e\nf"\r\n');
});

it("keeps a text from becoming a formula and leaves signed numbers alone", () => {
  const cells = ["=1+1", "+a", "-2项", "@x", "\tx", "-2.50", "+3%", "-1,234.5"];
  expect(csvText([cells]).slice(1).trim()).toBe(`'=1+1,'+a,'-2项,'@x,'\tx,-2.50,+3%,"-1,234.5"`);
});

it("knows a formula as core does", () => {
  const unit = fc.constantFrom("=", "+", "-", "@", "'", "1", ".", "%", "\t", "＝", "预");
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(csvText([[text]])).toBe(`\ufeff${toCsvCell(text)}\r\n`);
    }),
    { numRuns: 1000 },
  );
});
