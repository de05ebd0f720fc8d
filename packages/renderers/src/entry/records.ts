import {
  type Budget,
  budgetToSheets,
  type ColumnSchema,
  columnOf,
  ENTRY_SHEETS,
  EXAMPLE_MARK,
  findTerm,
  formatYuan,
  HELP_MARK,
  indicatorsOf,
  isUnwritten,
  MARK_HEADING,
  type Profile,
  parseYuan,
  type RawSheet,
  REASON_SUBJECTS,
  type SheetSchema,
  sheetIndexOf,
} from "@mingzhang/core";

/** The key of what the first column of a workbook says of a row. It is no cell: nothing but a workbook has it. */
export const MARK = Symbol("mark");

/** One row of a sheet: texts by column id, blanks left out; choices by their ids, codes without names. */
export type EntryRecord = Readonly<Record<string, string>> & { readonly [MARK]?: string };

/** The rows of every sheet of ENTRY_SHEETS by its id; a form is one record. */
export type EntryRecords = ReadonlyMap<string, readonly EntryRecord[]>;

/** What a blank form is for. */
export interface EntryOptions {
  readonly year: number;
  readonly profile: string;
  readonly region?: string;
}

export function blankRecords({ year, profile, region }: EntryOptions): EntryRecords {
  return new Map([
    ["department", [{ year: String(year), profile, ...(region !== undefined && { region }) }]],
  ]);
}

export function budgetRecords(budget: Budget): EntryRecords {
  return recordsOf(budgetToSheets(budget));
}

/**
 * What a blank form for the year of a budget holds: the budget, and the names of its projects and indicators, for
 * monitoring once for each round of the place. The rounds are marks, not dates: a date says that somebody monitored.
 */
export function blankYearRecords(budget: Budget, profile: Profile): EntryRecords {
  const owners = [undefined, ...budget.projects.map(({ name }) => name)];
  const namesOf = (owner: string | undefined) =>
    indicatorsOf(budget.indicators, { project: owner }).map(({ name }) => nameRecord(owner, name));
  // A project has a row of its own, for its execution; that of the whole would be empty.
  const said = owners.flatMap((owner) => [
    ...(owner === undefined ? [] : [nameRecord(owner)]),
    ...namesOf(owner),
  ]);
  const { rounds } = profile.performance.monitoring;
  return new Map([
    ...budgetRecords(budget),
    ["countings", owners.flatMap(namesOf)],
    ["progress", rounds.flatMap((round) => said.map((one) => ({ [MARK]: dayText(round), ...one })))],
    ["evaluations", said],
  ]);
}

/** "07-31" as 7月31日. */
function dayText(round: string): string {
  const [month, day] = round.split("-").map(Number);
  return `${month}月${day}日`;
}

function nameRecord(project: string | undefined, indicator?: string): EntryRecord {
  return { ...(project !== undefined && { project }), ...(indicator !== undefined && { indicator }) };
}

/**
 * What stands in the sheets of a workbook or a CSV folder, right or wrong, so that an unfinished entry can be
 * written anew; judging it is the business of `readBudget`.
 */
export function recordsOf(sheets: readonly RawSheet[]): EntryRecords {
  return new Map(
    ENTRY_SHEETS.map((schema, index) => {
      const rows = sheets.find(({ name }) => sheetIndexOf(name) === index)?.rows ?? [];
      const texts = rows.map((row) => row.map((cell) => cell.text));
      return [schema.id, schema.shape === "form" ? formRecord(schema, texts) : tableRecords(schema, texts)];
    }),
  );
}

/** What has been entered in a workbook or a CSV folder, without the rows that a form was prepared with. */
export function enteredRecordsOf(sheets: readonly RawSheet[]): EntryRecords {
  const all = recordsOf(sheets);
  const entered = (schema: SheetSchema) =>
    (all.get(schema.id) ?? []).filter((row) => !isUnwritten(schema, Object.keys(row)));
  return new Map(ENTRY_SHEETS.map((schema) => [schema.id, entered(schema)]));
}

type Texts = readonly (readonly string[])[];

function formRecord(schema: SheetSchema, rows: Texts): EntryRecord[] {
  const entries = rows.flatMap((row) => {
    const label = row.findIndex((text) => columnOf(schema, text) !== undefined);
    return label < 0 ? [] : [[columnOf(schema, row[label] ?? ""), row[label + 1] ?? ""] as const];
  });
  return entries.length === 0 ? [] : [record(entries)];
}

function tableRecords(schema: SheetSchema, rows: Texts): EntryRecord[] {
  const known = rows.map((row) => row.filter((text) => columnOf(schema, text) !== undefined).length);
  const heading = known.indexOf(Math.max(1, ...known));
  const columns = rows[heading]?.map((text) => columnOf(schema, text)) ?? [];
  const mark = rows[heading]?.findIndex((text) => text.trim() === MARK_HEADING) ?? -1;
  return rows
    .slice(heading + 1)
    .filter((row) => heading >= 0 && ![EXAMPLE_MARK, HELP_MARK].some((word) => row[mark]?.startsWith(word)))
    .map(
      (row) =>
        [record(columns.map((column, at) => [column, row[at] ?? ""] as const)), row[mark] ?? ""] as const,
    )
    .filter(([filled]) => Object.keys(filled).length > 0)
    .map(([filled, said]) => (said.trim() === "" ? filled : { [MARK]: said.trim(), ...filled }));
}

function record(entries: readonly (readonly [ColumnSchema | undefined, string])[]): EntryRecord {
  const filled: [string, string][] = [];
  for (const [column, text] of entries) {
    if (column !== undefined && text.trim() !== "") filled.push([column.id, canonical(column, text)]);
  }
  return Object.fromEntries(filled);
}

function canonical({ id, type }: ColumnSchema, text: string): string {
  if (type.kind === "choice") return findTerm(type.terms, text)?.id ?? text;
  if (type.kind === "amount") return amountText(text);
  if (type.kind === "code") return /^\[?(\d+)\b/u.exec(text.trim())?.[1] ?? text;
  return id === "subject" ? (findTerm(REASON_SUBJECTS, text)?.id ?? text) : text;
}

/** A sheet drops the decimals that it does not need. */
function amountText(text: string): string {
  const amount = parseYuan(text);
  return amount === undefined ? text : formatYuan(amount);
}
