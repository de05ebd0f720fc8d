import type { Cell } from "../../document/document.ts";
import type { PerformanceIndicator } from "../../pack/performance-form.ts";
import { isBlank, parsePrinted } from "../number.ts";
import { plain } from "../text.ts";
import { columnOf, type ListHeader, type Row } from "./header.ts";
import { readOperator, readTarget } from "./target.ts";
import { type ColumnRole, splitLevels } from "./words.ts";

/** What a row under a header of indicators is. */
export type IndicatorRow =
  | { readonly kind: "indicator"; readonly indicator: PerformanceIndicator }
  | { readonly kind: "blank" }
  /** Something is printed that is no indicator as far as the header tells. */
  | { readonly kind: "unread"; readonly text: string; readonly cell?: Cell };

export function readIndicatorRow(row: Row, header: ListHeader): IndicatorRow {
  const spot = (role: ColumnRole) => row[columnOf(header, role) ?? -1];
  const text = (role: ColumnRole) => spot(role)?.cell.text ?? "";
  const name = nameOf(text("name"));
  const target = isBlank(text("target")) ? "" : text("target");
  if (name === "" && target === "" && isBlank(text("weight"))) return { kind: "blank" };
  if (isTotal(row, name)) return { kind: "blank" };
  const repeated = spot("name")?.origin === false;
  if (name === "" || repeated) {
    const cell = spot("target")?.cell;
    return { kind: "unread", text: `${name}${target}`, ...(cell === undefined ? {} : { cell }) };
  }
  return { kind: "indicator", indicator: indicatorOf(name, text, spot("name")?.cell, spot("target")?.cell) };
}

function indicatorOf(
  printed: string,
  text: (role: ColumnRole) => string,
  nameCell: Cell | undefined,
  targetCell: Cell | undefined,
): PerformanceIndicator {
  const levels = splitLevels(printed);
  const stated = readTarget(isBlank(text("target")) ? "" : text("target"));
  const operator = readOperator(text("operator")) ?? stated.operator;
  const level1 = levels.level1 ?? plain(text("level1"));
  const level2 = levels.level2 ?? plain(text("level2"));
  const weight = parsePrinted(text("weight").replace(/分\s*$/u, ""));
  const core = plain(text("core"));
  const unit = plain(text("unit")) || stated.unit;
  return {
    ...(level1 === "" ? {} : { level1 }),
    ...(level2 === "" ? {} : { level2 }),
    name: levels.name,
    ...(operator === undefined ? {} : { operator }),
    target: stated.target,
    unit,
    stated: plain(text("operator")) + plain(text("target")) + plain(text("unit")),
    ...(weight === undefined
      ? {}
      : { weight: { unit: "count" as const, decimals: weight.decimals, scaled: weight.scaled } }),
    ...(/^[是否√]$/u.test(core) ? { core: core !== "否" } : {}),
    ...placed("place", nameCell),
    ...placed("targetPlace", targetCell ?? nameCell),
  };
}

function placed<K extends string>(key: K, cell: Cell | undefined) {
  return cell?.place === undefined ? {} : ({ [key]: cell.place } as { readonly [k in K]: typeof cell.place });
}

/** A name without its number (指标1：) and closing stop; blank for a number alone. */
function nameOf(text: string): string {
  return plain(text)
    .replace(/^指标\d+[:：.、]?/u, "")
    .replace(/^(?:\d{1,2}[.、](?!\d)|[①-⑳])/u, "")
    .replace(/[。;,:.…·—]+$/u, "");
}

function isTotal(row: Row, name: string): boolean {
  const first = row.map((spot) => plain(spot?.cell.text ?? "")).find((text) => text !== "") ?? "";
  return [name, first].some((text) => /^(?:合计|总计|总分|小计|注.*|备注[:：].*)$/u.test(text));
}
