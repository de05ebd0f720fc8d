import { expect, test } from "vitest";
import { readMapping } from "./mapping.ts";
import { LINE_IMPORT } from "./targets/lines.ts";

test("a mapping is read from JSON", () => {
  const json = {
    columns: { 单位名称: "unit" },
    values: { unit: { 老干部局: "organ" } },
    constants: { year: "2023" },
    amountUnit: "yuan",
  };
  expect(readMapping(json, "m.json", LINE_IMPORT)).toEqual({ mapping: json, findings: [] });
});

test.each([
  ["an unknown key", { colums: {} }, "colums"],
  ["an unknown field", { columns: { 单位: "units" } }, "单位"],
  ["a field without values", { values: { money: {} } }, "money"],
  ["a value that is no text", { values: { unit: { 老干部局: 1 } } }, "老干部局"],
  ["an unknown unit of amounts", { amountUnit: "元" }, "amountUnit"],
  ["no object", [], "JSON"],
])("%s is reported by its key and left out", (_, json, key) => {
  const { findings } = readMapping(json, "m.json", LINE_IMPORT);
  expect(findings.map(({ message }) => message.zh)).toEqual([`对照文件中的“${key}”不能理解。`]);
});
