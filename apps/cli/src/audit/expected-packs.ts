import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { isoDate, type RawSheet } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { EXIT } from "../command.ts";
import { Failure } from "../failure.ts";

/** One row of the list of what must be published (应收清单). */
export interface ExpectedPack {
  readonly body: string;
  readonly kind: "budget" | "final-accounts";
  /** Whether the row asks for the department's or for one unit's; left out where it says neither. */
  readonly scope?: "department" | "unit";
  readonly year: number;
  readonly approved?: string;
  readonly published?: string;
  /** Why it need not be published: secret, merged, abolished … */
  readonly exempt?: string;
}

const COLUMNS = {
  body: /^(?:部门（?\(?单位\)?）?|部门|单位|(?:部门|单位)名称|预算单位|body)$/iu,
  kind: /^(?:文种|种类|材料|公开内容|document|kind)$/iu,
  year: /^(?:年度|年份|预算年度|year)$/iu,
  approved: /^(?:批复(?:日期|时间)|批复日|approved)$/iu,
  published: /^(?:公开(?:日期|时间)|公开日|published)$/iu,
  exempt: /^(?:不公开(?:理由|原因)|免予?公开(?:理由|原因)|不适用(?:理由|原因)?|exempt)$/iu,
} as const;
type Column = keyof typeof COLUMNS;

/** Reads the list: a CSV file, or the first sheet of a workbook. */
export async function readExpected(path: string): Promise<readonly ExpectedPack[]> {
  const bytes = await readFile(path).catch(() => {
    throw new Failure(
      {
        zh: `打不开应公开清单“${path}”。请检查路径。`,
        en: `Cannot open the list "${path}". Check the path.`,
      },
      EXIT.unreadable,
    );
  });
  const { sheets } = await readLedger([{ name: basename(path), bytes }]);
  const [sheet] = sheets;
  if (sheet === undefined)
    throw new Failure(
      {
        zh: `应公开清单“${path}”不是 CSV 或表格文件。`,
        en: `The list "${path}" is neither CSV nor a workbook.`,
      },
      EXIT.unreadable,
    );
  return rowsOf(sheet, path);
}

function rowsOf(sheet: RawSheet, path: string): readonly ExpectedPack[] {
  const texts = sheet.rows.map((row) => row.map(({ text }) => text.trim()));
  const head = texts.findIndex((row) => row.some((text) => COLUMNS.body.test(text)));
  const at = columnsOf(texts[head] ?? []);
  const missing = (["body", "year"] as const).filter((column) => at[column] === undefined);
  if (missing.length > 0)
    throw new Failure({
      zh: `应公开清单“${path}”缺少“单位”或“年度”列；各列为：单位、文种、年度、批复日期、公开日期、不公开理由。`,
      en: `The list "${path}" lacks the column body or year; its columns are body, kind, year, approved, published, exempt.`,
    });
  return texts.slice(head + 1).flatMap((row, index) => {
    const field = (column: Column) => (at[column] === undefined ? "" : (row[at[column]] ?? ""));
    return field("body") === "" ? [] : [rowOf(field, head + index + 2, path)];
  });
}

function columnsOf(head: readonly string[]): Readonly<Partial<Record<Column, number>>> {
  const found = Object.entries(COLUMNS).map(([column, pattern]) => [
    column,
    head.findIndex((text) => pattern.test(text)),
  ]);
  return Object.fromEntries(found.filter(([, index]) => Number(index) >= 0));
}

function rowOf(field: (column: Column) => string, line: number, path: string): ExpectedPack {
  const year = /^(20\d\d)年?度?$/u.exec(field("year"))?.[1];
  if (year === undefined)
    throw new Failure({
      zh: `应公开清单“${path}”第${line}行的年度“${field("year")}”不是年份，如 2024。`,
      en: `Line ${line} of the list "${path}": "${field("year")}" is no year such as 2024.`,
    });
  const [approved, published] = (["approved", "published"] as const).map((column) =>
    dateOf(field(column), line, path),
  );
  const kind = field("kind");
  const scope = /单位|unit/iu.test(kind) ? "unit" : /部门|department/iu.test(kind) ? "department" : undefined;
  return {
    body: field("body"),
    kind: /决算|final/iu.test(kind) ? "final-accounts" : "budget",
    year: Number(year),
    ...(scope === undefined ? {} : { scope }),
    ...(approved === undefined ? {} : { approved }),
    ...(published === undefined ? {} : { published }),
    ...(field("exempt") === "" ? {} : { exempt: field("exempt") }),
  };
}

function dateOf(text: string, line: number, path: string): string | undefined {
  if (text === "") return undefined;
  const iso = isoDate(text.replace(/T.*$/u, ""));
  if (iso !== undefined) return iso;
  throw new Failure({
    zh: `应公开清单“${path}”第${line}行的“${text}”不是日期，如 2024-02-29。`,
    en: `Line ${line} of the list "${path}": "${text}" is no date such as 2024-02-29.`,
  });
}
