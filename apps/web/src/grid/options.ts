import {
  type CatalogueEntry,
  type ColumnSchema,
  crosswalk,
  entriesOf,
  findTerm,
  lookUp,
  type Text,
  UNIT_TYPES,
} from "@mingzhang/core";
import type { Row } from "@mingzhang/server/api";
import { rowsOf, type Sheets } from "../entry/sheets.ts";
import { pinyinInitials } from "./pinyin.ts";

/** What a cell can be chosen from. */
export interface Option {
  /** What is written into the cell. */
  readonly value: string;
  /** What the list shows: the value, and what it means. */
  readonly label: string;
  /** What typing is compared with: the label, and initials of its Chinese. */
  readonly search: string;
}

const option = (value: string, label = value): Option => ({
  value,
  label,
  search: `${label} ${pinyinInitials(label)}`.toLowerCase(),
});

type CodeType = Extract<ColumnSchema["type"], { kind: "code" }>;
const codes = new Map<string, readonly Option[]>();

/** The choices of a column, empty where anything may be typed. Codes are those that lines are entered under. */
export function optionsOf(
  { type }: ColumnSchema,
  sheets: Sheets,
  year: number | undefined,
  language: keyof Text,
): readonly Option[] {
  if (type.kind === "choice")
    return type.terms.map(({ zh, en }) => option(zh, language === "zh" || zh === en ? zh : `${en} ${zh}`));
  if (type.kind === "code") return codeOptions(type.catalogue, year);
  if (type.kind !== "reference") return [];
  const rows = new Map(rowsOf(sheets, type.sheet).map(({ cells }) => [cells[type.column] ?? "", cells.name]));
  return [...rows]
    .filter(([value]) => value !== "")
    .map(([value, name = ""]) => option(value, name === "" || name === value ? value : `${value} ${name}`));
}

function codeOptions(catalogue: CodeType["catalogue"], year: number | undefined): readonly Option[] {
  const key = `${catalogue}/${year ?? ""}`;
  const found = codes.get(key);
  if (found !== undefined) return found;
  const level = catalogue === "functional" ? 3 : 2;
  const valid = (entry: CatalogueEntry) =>
    entry.level === level && (year === undefined || lookUp(catalogue, entry.code, year) === entry);
  const made = entriesOf(catalogue)
    .filter(valid)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name }) => option(code, `${code} ${name}`));
  codes.set(key, made);
  return made;
}

/** Every word typed must be found; what begins with the text comes first. */
export function matching(options: readonly Option[], typed: string, most = 60): readonly Option[] {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = options.filter(({ search }) => words.every((word) => search.includes(word)));
  const [first = ""] = words;
  const begins = (one: Option) => (one.search.startsWith(first) || one.search.includes(` ${first}`) ? 0 : 1);
  return [...found].sort((a, b) => begins(a) - begins(b)).slice(0, most);
}

/** The name behind a code, for showing beside it. */
export function nameOf({ type }: ColumnSchema, value: string, year: number | undefined): string {
  if (type.kind !== "code" || value === "") return "";
  return (lookUp(type.catalogue, value, year) ?? lookUp(type.catalogue, value))?.name ?? "";
}

/** What a cell shows: a choice by its word in the reader's language, however it is written. */
export function shownText({ type }: ColumnSchema, value: string, language: keyof Text): string {
  return type.kind === "choice" ? (findTerm(type.terms, value)?.[language] ?? value) : value;
}

/**
 * The government economic code that follows from the departmental one and the kind of unit; undefined where the
 * crosswalk says nothing.
 */
export function crosswalkFor(
  row: Pick<Row, "cells">,
  sheets: Sheets,
  departmentEconomic: string,
): string | undefined {
  const unit = rowsOf(sheets, "units").find(({ cells }) => cells.unit === row.cells.unit);
  const type = findTerm(UNIT_TYPES, unit?.cells.type ?? "");
  return type === undefined ? undefined : crosswalk(departmentEconomic, type.id)?.governmentEconomic;
}
