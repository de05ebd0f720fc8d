import { INDICATORS_SHEET, type SheetSchema, UNITS_SHEET } from "@mingzhang/core";
import type { DefinedName, Sheet } from "../workbook/index.ts";
import { keyNames } from "./formulas.ts";
import { columnsSheet, listName } from "./lists.ts";
import { planOf, schemaOf } from "./plan.ts";
import type { EntryRecords } from "./records.ts";

/** Where a workbook takes the names of units, projects and indicators from. */
export interface NameLists {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}

const NAMES = "名称";
const INDICATORS = "指标名称";
const OWNERS_NAME = "indicatorOwners";
const INDICATORS_NAME = "indicatorNames";
/** Stands for the project of an indicator that is the department's as a whole. */
const WHOLE = "部门整体";

/** Units and projects from their own sheets, or from a hidden list where the workbook has none. */
export function nameLists(schemas: readonly SheetSchema[], records: EntryRecords): NameLists {
  const keys = schemas.includes(UNITS_SHEET)
    ? { sheets: [], names: keyNames(planOf(UNITS_SHEET, records), planOf(schemaOf("projects"), records)) }
    : hidden(NAMES, [
        ["unitKeys", textsOf(records, "units", "unit")],
        ["projectKeys", textsOf(records, "projects", "project")],
      ]);
  const namesIndicators = schemas.some(
    ({ id, columns }) => id !== INDICATORS_SHEET.id && columns.some((column) => column.id === "indicator"),
  );
  if (!namesIndicators) return keys;
  const indicators = hidden(INDICATORS, indicatorColumns(records));
  return {
    sheets: [...keys.sheets, ...indicators.sheets],
    names: [...keys.names, ...indicators.names],
  };
}

/** The indicators of the project in a cell, of the whole where it is empty, as a formula that gives a range. */
export function indicatorsOf(project: string): string {
  const owner = `IF(${project}="","${WHOLE}",${project})`;
  const first = `MATCH(${owner},${OWNERS_NAME},0)-1`;
  return `OFFSET(INDEX(${INDICATORS_NAME},1),${first},0,COUNTIF(${OWNERS_NAME},${owner}),1)`;
}

type ListColumn = readonly [name: string, values: readonly string[]];

function hidden(sheet: string, columns: readonly ListColumn[]): NameLists {
  return {
    sheets: [
      columnsSheet(
        sheet,
        columns.map(([, values]) => values),
      ),
    ],
    names: columns.map(([name, values], column) => listName(name, sheet, column, Math.max(1, values.length))),
  };
}

/** Owners and names, those of one owner together. */
function indicatorColumns(records: EntryRecords): readonly ListColumn[] {
  const rows = (records.get(INDICATORS_SHEET.id) ?? []).flatMap(
    ({ project = WHOLE, indicator = "", budget_unit: unit = "" }) =>
      unit === "" ? [[project, indicator] as const] : [],
  );
  const owners = [...new Set(rows.map(([owner]) => owner))];
  const grouped = owners.flatMap((owner) => rows.filter(([own]) => own === owner));
  return [
    [OWNERS_NAME, grouped.map(([owner]) => owner)],
    [INDICATORS_NAME, grouped.map(([, name]) => name)],
  ];
}

function textsOf(records: EntryRecords, sheet: string, column: string): readonly string[] {
  return (records.get(sheet) ?? []).flatMap((record) => record[column] ?? []);
}
