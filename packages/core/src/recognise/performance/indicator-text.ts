import type { Cell } from "../../document/document.ts";
import type { PerformanceIndicator } from "../../pack/performance-form.ts";
import { plain } from "../text.ts";
import { readTarget } from "./target.ts";

/**
 * Indicators written into one cell: "1、1-产出指标；11-数量指标；会议活动保障次数；实施周期指标值:…；年度指标值:≥20场。2、…".
 * Undefined when the cell follows another pattern.
 */
export function readIndicatorText(cell: Cell): readonly PerformanceIndicator[] | undefined {
  const parts = plain(cell.text)
    .split(/(?:^|(?<=[。;]))\d{1,3}、(?=\d+-)/u)
    .filter((part) => part !== "");
  const read = parts.map((part) => readPart(part, cell));
  if (read.length === 0 || read.some((indicator) => indicator === undefined)) return undefined;
  return read.flatMap((indicator) => indicator ?? []);
}

const PART =
  /^\d+-([^;]+);(?:\d+-([^;]+);)?(.+?);(?:实施周期(?:指标值)?:.*?;)?(?:年度指标值|指标值):(.*?)[。;]?$/u;

function readPart(part: string, cell: Cell): PerformanceIndicator | undefined {
  const [, level1, level2, name = "", value = ""] = PART.exec(part) ?? [];
  if (level1 === undefined) return undefined;
  const { operator, target, unit } = readTarget(value);
  return {
    level1,
    ...(level2 === undefined ? {} : { level2 }),
    name: name.replace(/[.。;]+$/u, ""),
    ...(operator === undefined ? {} : { operator }),
    target,
    unit,
    stated: value,
    ...(cell.place === undefined ? {} : { place: cell.place, targetPlace: cell.place }),
  };
}
