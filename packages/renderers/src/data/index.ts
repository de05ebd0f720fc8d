import { bodyIndicatorsOf, type Disclosure, printedFigures } from "@mingzhang/core";
import { toCsv } from "./csv.ts";
import { dataPackage } from "./data-package.ts";
import { factRows } from "./facts.ts";
import { toJson } from "./json.ts";
import { LINE_FIELDS, lineRecords } from "./lines.ts";
import { roundingRows } from "./rounding.ts";

export { toCsv } from "./csv.ts";
export { evaluationData } from "./evaluation.ts";
export { monitoringData } from "./monitoring.ts";

export interface DataFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The open data of a disclosure: what is printed, what it states exactly, and the lines behind it. */
export function dataFiles(disclosure: Disclosure): readonly DataFile[] {
  const figures = printedFigures(disclosure).map(({ table, row, name, column, printed }) => [
    table,
    row,
    name,
    column,
    printed,
  ]);
  const lines = lineRecords(disclosure);
  return [
    { name: "figures.csv", bytes: toCsv([["table", "row", "name", "column", "printed"], ...figures]) },
    { name: "facts.csv", bytes: toCsv(factRows(disclosure)) },
    {
      name: "lines.csv",
      bytes: toCsv([LINE_FIELDS, ...lines.map((line) => LINE_FIELDS.map((field) => line[field] ?? ""))]),
    },
    { name: "lines.json", bytes: toJson(lines) },
    ...(disclosure.receipt === undefined
      ? []
      : [{ name: "rounding.csv", bytes: toCsv(roundingRows(disclosure)) }]),
    { name: "indicators.csv", bytes: toCsv(indicatorRows(disclosure)) },
    { name: "datapackage.json", bytes: toJson(dataPackage(disclosure)) },
  ];
}

function indicatorRows({ book }: Disclosure): string[][] {
  const rows = bodyIndicatorsOf(book).map((indicator) => [
    indicator.project ?? "",
    indicator.name,
    indicator.weight,
    indicator.measureUnit,
    indicator.operator,
    indicator.target,
    indicator.core ? "yes" : "no",
  ]);
  return [["project", "indicator", "weight", "measure_unit", "operator", "target", "core"], ...rows];
}
