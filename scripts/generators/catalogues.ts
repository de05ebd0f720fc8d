import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseCsv } from "../csv.ts";
import type { GeneratedFile, Generator } from "../generate.ts";

const TARGET = "packages/core/src/catalogue/generated";
const LIBRARY_TARGET = "packages/core/src/performance/generated";

interface Source {
  readonly file: string;
  readonly target?: string;
  /** Where not among the classifications. */
  readonly folder?: string;
  readonly columns: readonly string[];
  /** Turns a row of the CSV file into rows of the columns' values; none leaves it out. */
  readonly row?: (row: Record<string, string>) => readonly Record<string, string>[];
}

const CLASSIFICATION = ["code", "name", "since", "until", "status"] as const;

const SOURCES: readonly Source[] = [
  { file: "functional", columns: [...CLASSIFICATION, "fund"] },
  { file: "department-economic", columns: CLASSIFICATION },
  { file: "government-economic", columns: CLASSIFICATION },
  { file: "revenue", columns: CLASSIFICATION },
  {
    file: "economic-crosswalk",
    columns: ["department_code", "organ_government_code", "institution_government_code", "status"],
  },
  {
    file: "indicator-library",
    folder: LIBRARY_TARGET,
    columns: ["type", "name", "kind", "operator", "unit"],
  },
  {
    file: "code-changes",
    target: "name-changes",
    columns: ["code", "formerName", "laterName", "formerUntil", "basis"],
    row: nameChange,
  },
  {
    file: "code-changes",
    target: "code-successors",
    columns: ["code", "successors"],
    row: successors,
  },
];

/** The classification catalogues as modules, because core reads no files and must run in a browser. */
const generateCatalogues: Generator = async (root) =>
  Promise.all(SOURCES.map((source) => toModule(root, source)));
export default generateCatalogues;

async function toModule(root: string, source: Source): Promise<GeneratedFile> {
  const rows = parseCsv(await readFile(join(root, "catalogues", `${source.file}.csv`), "utf8"));
  const lines = rows
    .flatMap((row) => source.row?.(row) ?? [row])
    .map((values) => source.columns.map((column) => values[column] ?? "").join("\t"));
  const name = source.target ?? source.file;
  const text = [
    `// Generated from catalogues/${source.file}.csv by \`npm run generate\`. Do not edit.`,
    `/** Columns: ${source.columns.join(", ")}; separated by tabs. */`,
    `export const ${name.toUpperCase().replaceAll("-", "_")} = \`\\`,
    ...lines.map((line) => line.replaceAll(/[\\`$]/gu, "\\$&")),
    "`;",
    "",
  ].join("\n");
  return { path: `${source.folder ?? TARGET}/${name}.ts`, text };
}

/**
 * A code that kept its number and changed its name. "2018" in the source is the year of the later name; of
 * "2009..2023" the former name was last seen in the first year and the later one first seen in the last.
 */
function nameChange(change: Record<string, string>): readonly Record<string, string>[] {
  const { kind = "", old_code: code = "", new_code: laterCode, year = "", basis = "" } = change;
  if (!kind.startsWith("rename") || code !== laterCode || !/^\d+$/u.test(code)) return [];
  return [
    {
      code,
      formerName: change.old_name ?? "",
      laterName: change.new_name?.replace(/ \(.*\)$/u, "") ?? "",
      formerUntil: lastYearOfFormerName(year),
      basis: basis.includes("recalled") ? "recalled" : "evidenced",
    },
  ];
}

function lastYearOfFormerName(year: string): string {
  if (/^\d{4}$/u.test(year)) return String(Number(year) - 1);
  return /^(\d{4})\.\./u.exec(year)?.[1] ?? "";
}

/**
 * What a code's money is entered under where the code has ended: "30231/30239" and "30108-30112" are several of
 * which one is chosen; a row may name several codes and as many successors, one for each.
 */
function successors({
  kind,
  old_code: old,
  new_code: next,
}: Record<string, string>): readonly Record<string, string>[] {
  if (!/move|renumber|remove/u.test(kind ?? "")) return [];
  const codes = (old ?? "").replaceAll("?", "").split(" ");
  const later = (next ?? "").split(" ");
  return codes
    .map((code, index) => ({ code, successors: codeRange(later[codes.length === 1 ? 0 : index] ?? "") }))
    .filter(({ code, successors }) => code !== successors);
}

function codeRange(text: string): string {
  const [first = "", last] = text.split("-");
  if (last === undefined) return text.replaceAll("/", " ");
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => String(Number(first) + index)).join(" ");
}
