import { addDays, bodyKey, DAYS_ALLOWED, dateText, daysBetween, isDisclosure } from "@mingzhang/core";
import type { ExpectedRow } from "@mingzhang/renderers";
import type { ExpectedPack } from "./expected-packs.ts";
import type { PackResult } from "./pack-result.ts";

/** What the list expects beside what was found, and what was found that it does not expect. */
export interface ExpectedReport {
  readonly rows: readonly ExpectedRow[];
  /** Names of packs that no row asks for. */
  readonly unexpected: readonly string[];
}

/** The row that asks for a pack; a pack that states no body is known by the names of its files. */
export function expectedOf(
  result: Pick<PackResult, "name" | "pack">,
  expected: readonly ExpectedPack[],
): ExpectedPack | undefined {
  const fitting = expected.filter((row) => asksFor(row, result));
  return fitting.find(({ scope }) => scope !== undefined && scope === result.pack?.scope) ?? fitting[0];
}

function asksFor(row: ExpectedPack, { name, pack }: Pick<PackResult, "name" | "pack">): boolean {
  if (pack?.year !== undefined && pack.year !== row.year) return false;
  if (pack !== undefined && isDisclosure(pack.kind) && pack.kind !== row.kind) return false;
  if (row.scope !== undefined && pack?.scope !== undefined && row.scope !== pack.scope) return false;
  if (pack?.body !== undefined) return bodyKey(pack.body) === bodyKey(row.body);
  return bodyKey(name).includes(bodyKey(row.body)) && saysYear(name, row.year, pack?.year);
}

/** A name without any year may be of this one. */
function saysYear(name: string, year: number, known: number | undefined): boolean {
  const years: readonly string[] = name.match(/20\d\d/gu) ?? [];
  return known === year || years.length === 0 || years.includes(String(year));
}

export function expectedReport(
  expected: readonly ExpectedPack[],
  results: readonly PackResult[],
): ExpectedReport {
  const asked = new Map(results.map((result) => [result, expectedOf(result, expected)]));
  const rows = expected.map((row) =>
    statusOf(
      row,
      results.filter((result) => asked.get(result) === row),
    ),
  );
  const unexpected = results.filter((result) => asked.get(result) === undefined).map(({ name }) => name);
  return { rows, unexpected };
}

const KINDS = { budget: "预算", "final-accounts": "决算" } as const;
const SCOPES = { department: "部门", unit: "单位" } as const;

function statusOf(row: ExpectedPack, found: readonly PackResult[]): ExpectedRow {
  const common = {
    body: row.body,
    kind: `${row.scope === undefined ? "" : SCOPES[row.scope]}${KINDS[row.kind]}`,
    year: row.year,
    packs: found.map(({ name }) => name),
    ...(row.approved === undefined ? {} : { approved: row.approved }),
  };
  const due = row.approved === undefined ? undefined : addDays(row.approved, DAYS_ALLOWED);
  const dueIn = due === undefined ? {} : { due };
  if (found.length === 0) {
    if (row.exempt !== undefined) return { ...common, status: "exempt", remark: row.exempt };
    const remark = due === undefined ? "" : `应在${dateText(due)}前公开。`;
    return { ...common, ...dueIn, status: "missing", remark };
  }
  const remarks = [
    row.exempt === undefined ? "" : `清单列为不公开（${row.exempt}），但已公开。`,
    found.length > 1 ? `有${found.length}份。` : "",
    found.every(({ state }) => state !== "checked") ? "材料读不了，未能核对。" : "",
  ].join("");
  const published = row.published ?? found.find((result) => result.published !== undefined)?.published;
  const dated = { ...common, ...dueIn, ...(published === undefined ? {} : { published }) };
  if (due === undefined || published === undefined)
    return { ...dated, status: "published", remark: `${remarks}${missingDates(due, published)}` };
  const late = daysBetween(due, published);
  return late > 0
    ? { ...dated, status: "late", daysLate: late, remark: `${remarks}逾期${late}天。` }
    : { ...dated, status: "in-time", remark: remarks };
}

function missingDates(due: string | undefined, published: string | undefined): string {
  const missing = [due === undefined ? "批复日期" : "", published === undefined ? "公开日期" : ""];
  return `没有${missing.filter((word) => word !== "").join("和")}，未核对是否及时。`;
}
