import { readdirSync, readFileSync } from "node:fs";
import { budgetToSheets, findProfile, readYear, YEAR_SHEETS, yearToSheets } from "@mingzhang/core";
import { type LedgerEntry, readLedger } from "@mingzhang/readers";
import { expect, test } from "vitest";
import {
  blankYearRecords,
  type EntryForm,
  type EntryRecords,
  enteredRecordsOf,
  formOf,
  recordsOf,
  writeEntryRecords,
  writeYearCsvRecords,
} from "./index.ts";
import { MARK } from "./records.ts";

const FIXTURE = new URL("../../../../fixtures/wansheng-2023/", import.meta.url);
const budgetFiles = filesIn(FIXTURE);
const yearFiles = filesIn(new URL("year/", FIXTURE));
const { budget, year } = await read([...budgetFiles, ...yearFiles]);

function filesIn(folder: URL): readonly LedgerEntry[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));
}

async function read(entries: readonly LedgerEntry[]) {
  const { sheets } = await readLedger(entries);
  const read = readYear(sheets);
  const wrong = read.findings.filter(({ level }) => level !== "notice");
  return { ...read, sheets, wrong: wrong.map(({ message }) => message.zh) };
}

const book = async (records: EntryRecords, form?: EntryForm) => [
  { name: "year.xlsx", bytes: await writeEntryRecords(records, 2023, form ?? formOf(records)) },
];
/** Where a record was read from says nothing of the year. */
const told = (of: typeof year) =>
  of && { ...of, records: of.records.map(({ source: _, ...record }) => record) };
const sheetNames = async (entries: readonly LedgerEntry[]) =>
  (await readLedger(entries)).sheets.filter(({ hidden }) => hidden !== true).map(({ name }) => name);

if (budget === undefined || year === undefined) throw new Error("the fixture has errors");
const profile = findProfile(budget.department.profile);
if (profile === undefined) throw new Error("the fixture names no profile");
const { rounds } = profile.performance.monitoring;
const blank = blankYearRecords(budget, profile);
const YEAR = new Set(YEAR_SHEETS.map(({ id }) => id));
const filled = recordsOf([...budgetToSheets(budget), ...yearToSheets(year)]);

test("a year comes back from its workbook as it went in, and reading it has nothing to say", async () => {
  const fromBook = await read([...budgetFiles, ...(await book(filled, "year"))]);
  expect(fromBook.wrong).toEqual([]);
  expect(told(fromBook.year)).toEqual(told(year));
});

test("budget and year in one workbook come back too", async () => {
  const { sheets, ...whole } = await read(await book(filled));
  expect(whole.wrong).toEqual([]);
  expect(told(whole.year)).toEqual(told(year));
  expect(formOf(recordsOf(sheets))).toBe("both");
});

test("a blank workbook lists projects and indicators, and is an empty year until something is said", async () => {
  const entries = await book(blank, "year");
  const { year: empty, wrong, sheets } = await read([...budgetFiles, ...entries]);
  expect(wrong).toEqual([]);
  expect(Object.values(empty ?? {}).flat()).toEqual([]);
  const listed = recordsOf(sheets).get("evaluations") ?? [];
  expect(listed.filter(({ indicator }) => indicator !== undefined).length).toBe(budget.indicators.length);
  expect(listed.filter(({ indicator }) => indicator === undefined)).toEqual(
    budget.projects.map(({ name }) => ({ project: name })),
  );
});

test("a blank workbook has rows for each round of monitoring, which count once they have their date", async () => {
  expect(rounds.length).toBeGreaterThan(1);
  const { sheets } = await readLedger(await book(blank, "year"));
  const monitoring = sheets.find(({ name }) => name === "绩效运行监控")?.rows ?? [];
  const marks = monitoring.map(([mark]) => mark?.text ?? "").filter((text) => /月/.test(text));
  const each = budget.indicators.length + budget.projects.length;
  expect(marks).toEqual(["7月31日", "9月30日"].flatMap((mark) => Array.from({ length: each }, () => mark)));
  expect(recordsOf(sheets).get("progress")).toEqual(blank.get("progress"));
  const dated = (blank.get("progress") ?? []).map((row) =>
    row[MARK] === "7月31日" && row.indicator === undefined ? { ...row, date: "2023-07-31" } : row,
  );
  const entries = await book(new Map([...blank, ["progress", dated]]), "year");
  const { year: monitored, wrong } = await read([...budgetFiles, ...entries]);
  expect(wrong).toEqual([]);
  expect(monitored?.progress.map(({ date, project }) => [date, project])).toEqual(
    budget.projects.map(({ name }) => ["2023-07-31", name]),
  );
});

test("a blank form holds nothing entered, as a workbook and as a folder; one value makes its row, and only that", async () => {
  const progress = blank.get("progress") ?? [];
  const begun = new Map([...blank, ["progress", progress.with(1, { ...progress[1], actual: "3" })]]);
  const enteredIn = async (entries: readonly LedgerEntry[]) => {
    const entered = enteredRecordsOf((await readLedger(entries)).sheets);
    return [...entered].filter(([id, rows]) => YEAR.has(id) && rows.length > 0).flatMap(([, rows]) => rows);
  };
  expect(progress.length).toBeGreaterThan(0);
  for (const write of [(records: EntryRecords) => book(records, "year"), writeYearCsvRecords]) {
    expect(await enteredIn(await write(blank))).toEqual([]);
    const rows = await enteredIn(await write(begun));
    expect(rows).toEqual([expect.objectContaining({ indicator: progress[1]?.indicator, actual: "3" })]);
  }
});

test("nobody is asked for names of persons; names that were entered stay in the workbook and the folder", async () => {
  expect(await sheetNames(await book(blank, "year"))).not.toContain("人员名单");
  expect(writeYearCsvRecords(blank).map(({ name }) => name)).not.toContain("participants.csv");
  const named: EntryRecords = new Map([...filled, ["participants", [{ number: "T0001", name: "李四" }]]]);
  expect(await sheetNames(await book(named, "year"))).toContain("人员名单");
  expect(writeYearCsvRecords(named).map(({ name }) => name)).toContain("participants.csv");
});

test("the CSV folder of the fixture's year is the fixture's, byte for byte", async () => {
  const { sheets } = await readLedger(yearFiles);
  const texts = (files: readonly LedgerEntry[]) =>
    files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]).sort();
  expect(texts(writeYearCsvRecords(recordsOf(sheets)))).toEqual(texts(yearFiles));
});
