import { describe, expect, it } from "vitest";
import { ENTRY_SHEETS } from "../schema.ts";
import { CELL_CASES } from "../testing/cell-cases.ts";
import { sampleWorkbook, yearWorkbook } from "../testing/edit.ts";
import type { FaultCase } from "../testing/fault-case.ts";
import { SHEET_CASES } from "../testing/sheet-cases.ts";
import { TARGET_CASES } from "../testing/target-cases.ts";
import { TIE_CASES } from "../testing/tie-cases.ts";
import { YEAR_CASES } from "../testing/year-cases.ts";
import { FAULTS, type FaultDefinition } from "./fault/fault.ts";
import { readBudget } from "./read-budget.ts";
import { readYear } from "./read-year.ts";

const CASES = [...SHEET_CASES, ...CELL_CASES, ...TIE_CASES, ...TARGET_CASES, ...YEAR_CASES];
const options = { weights: { overall: 100, project: 90 } };

function read({ edits, change, year }: FaultCase) {
  const sheets = sampleWorkbook(edits);
  if (year !== undefined) return readYear([...sheets, ...yearWorkbook(year)], options);
  return readBudget(change === undefined ? sheets : change(sheets), options);
}

it("finds nothing wrong with the sample", () => {
  expect(readBudget(sampleWorkbook(), options).findings).toEqual([]);
});

describe("reading a damaged workbook", () => {
  it.each(CASES.map((example) => ({ ...example, title: `${example.fault}: ${example.name}` })))(
    "reports $title",
    (example) => {
      const { findings } = read(example);
      const said = findings.map(({ level, message, remedy }) => `${level} ${message.zh}。${remedy?.zh}`);
      expect(said).toEqual(example.says);
      expect(findings.map(({ rule }) => rule)).toContain(`ledger/${example.fault}`);
    },
  );

  it("names columns in English by the titles that people read, and never by what CSV files call them", () => {
    const ids = ENTRY_SHEETS.flatMap(({ columns }) => columns.map(({ id }) => id)).filter((id) =>
      id.includes("_"),
    );
    const said = CASES.flatMap((example) =>
      read(example).findings.flatMap(({ message, remedy }) => [message.en, remedy?.en ?? ""]),
    );
    expect(said.filter((text) => ids.some((id) => new RegExp(`\\b${id}\\b`, "u").test(text)))).toEqual([]);
    const [wrong] = readBudget(sampleWorkbook({ "预算明细 L2": "五万" }), options).findings;
    expect(wrong?.message.en).toBe("预算明细 L2: “Amount (yuan)”: “五万” is not a number");
  });

  it("knows a column by its English title", () => {
    const { findings } = readBudget(sampleWorkbook({ "预算明细 L1": "Amount (yuan)" }), options);
    expect(findings).toEqual([]);
  });

  it("gives a budget exactly where no finding is an error", () => {
    const wrong = CASES.filter((example) => {
      const { budget, findings } = read(example);
      return (budget === undefined) !== findings.some(({ level }) => level === "error");
    });
    expect(wrong).toEqual([]);
  });
});

describe("the catalogue of faults", () => {
  const definitions = Object.entries<FaultDefinition>(FAULTS);
  const slots = (text: string) => [...new Set(text.match(/\{\w+\}/gu) ?? [])];

  it("has an example of every fault", () => {
    const shown = new Set<string>(CASES.map((example) => example.fault));
    expect(Object.keys(FAULTS).filter((id) => !shown.has(id))).toEqual([]);
  });

  it("leaves no slot unfilled, in either language", () => {
    const texts = CASES.flatMap((example) =>
      read(example).findings.flatMap(({ message, remedy }) => [message, remedy]),
    );
    const faulty = texts.filter((text) => /\{\w*\}|undefined|“”/u.test(`${text?.zh}${text?.en}`));
    expect(faulty).toEqual([]);
  });

  it("is Chinese in Chinese and has no sentence of one language only", () => {
    const faulty = definitions.filter(([, { zh, en, remedyZh, remedyEn }]) => {
      const isChinese = [zh, remedyZh].every((text) => /\p{Script=Han}/u.test(text));
      return !isChinese || en === "" || remedyEn === "";
    });
    expect(faulty).toEqual([]);
  });

  it("keeps sentences and remedies short", () => {
    const long = definitions.filter(([, { zh, remedyZh }]) =>
      [zh, remedyZh].some((text) => text.length - slots(text).join("").length > 50),
    );
    expect(long.map(([id]) => id)).toEqual([]);
  });
});
