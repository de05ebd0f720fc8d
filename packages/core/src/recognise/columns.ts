import type { Grid } from "../document/document.ts";
import type { MeasureTemplate } from "../measure/measure.ts";
import type { PackColumn } from "../pack/pack.ts";
import { partsOfColumns } from "./column-parts.ts";
import { expand, type Spot } from "./expand.ts";
import { measureOfWords } from "./lexicon/words.ts";
import { isBlank, parsePrinted } from "./number.ts";
import { isOfWhich, plain } from "./text.ts";

type Matrix = readonly (readonly (Spot | undefined)[])[];

/** The columns of a grid with what their headers say; `year` is the pack's budget year. */
export function recogniseColumns(grid: Grid, year: number | undefined): readonly PackColumn[] {
  const matrix = expand(grid);
  const width = Math.max(...matrix.map((row) => row.length), 0);
  const columns: PackColumn[] = [];
  let block = 0;
  for (let index = 0; index < width; index++) {
    const header = headerPath(matrix, index, grid.headerRows);
    const role = roleOf(header, contentOf(matrix, index, grid.headerRows));
    const before = columns.at(-1);
    if (before !== undefined && startsBlock(before, role)) block++;
    const measure = role === "figure" || role === "growth" ? measureOfHeader(header, year) : undefined;
    columns.push({
      index,
      header,
      role: measure === undefined && role === "figure" ? "unknown" : role,
      block,
      measure: measure ?? {},
      ...(header.some(isOfWhich) ? { ofWhich: true } : {}),
    });
  }
  return partsOfColumns(columns);
}

/** Header texts from the top down; numbers of columns (栏次) and repeats through spans are left out. */
function headerPath(matrix: Matrix, column: number, headerRows: number): string[] {
  const path: string[] = [];
  for (let row = 0; row < headerRows; row++) {
    const spot = matrix[row]?.[column];
    if (spot === undefined || (spot.row !== row && row > 0)) continue;
    const text = plain(spot.cell.text);
    if (text === "" || /^(?:\d{1,2}|\*+|[甲乙丙]|栏次|行次|\d+=.*)$/u.test(text)) continue;
    if (path.at(-1) !== text) path.push(text);
  }
  return path;
}

interface Content {
  readonly numbers: number;
  readonly texts: number;
  readonly codes: number;
}

function contentOf(matrix: Matrix, column: number, headerRows: number): Content {
  const content = { numbers: 0, texts: 0, codes: 0 };
  for (let row = headerRows; row < matrix.length; row++) {
    const spot = matrix[row]?.[column];
    if (spot === undefined || !spot.origin || isBlank(spot.cell.text)) continue;
    if (/^\d{2,7}$/u.test(plain(spot.cell.text))) content.codes++;
    if (parsePrinted(spot.cell.text) === undefined) content.texts++;
    else content.numbers++;
  }
  return content;
}

const CODE = /编码|代码|^(?:科目)?[类款项]$|科目编号/u;
const LABEL = /名称|^项目$|^科目$|单位$|功能分类$|经济科目$|用途$|类别|品目|预算支出经济科目/u;
const GROWTH = /增幅|增长率|增减(?:率|%|比例)|±%|比.*增减%/u;
const CHANGE = /增减(?:额|变化|情况)?$|增加额|差额/u;
const TEXT = /绩效目标|说明|备注|依据|原因|概况|方式|形式|单价|数量|规格/u;

function roleOf(header: readonly string[], content: Content): PackColumn["role"] {
  const last = header.at(-1) ?? "";
  const all = header.join("/");
  if (CODE.test(last) && !/单位代码|部门代码/u.test(last)) return "code";
  if (GROWTH.test(last)) return "growth";
  if (TEXT.test(last)) return "text";
  if (content.texts > content.numbers) return LABEL.test(last) || !/说明|备注/u.test(all) ? "label" : "text";
  if (/代码|编码|序号|行次/u.test(last)) return "code";
  if (LABEL.test(last) && content.numbers === 0) return "label";
  return content.numbers > 0 || measureKnown(header) ? "figure" : "unknown";
}

function measureKnown(header: readonly string[]): boolean {
  return (
    Object.keys(measureOfWords(header.at(-1) ?? "")).length > 0 ||
    /预算数|金额|合计|总计|小计|预算$|结转|结余/u.test(header.at(-1) ?? "")
  );
}

function startsBlock(before: PackColumn, role: PackColumn["role"]): boolean {
  return (
    (before.role === "figure" || before.role === "growth" || before.role === "unknown") &&
    (role === "label" || role === "code")
  );
}

/** Dimension values of a header path; undefined where the header says something else than a budgeted amount. */
function measureOfHeader(header: readonly string[], year: number | undefined): MeasureTemplate | undefined {
  const all = header.join("/");
  const time = timeOf(all, year);
  if (time === undefined || header.some((text) => CHANGE.test(text))) return undefined;
  const words = header.map((text) => ({ ...sideOf(text), ...flowOf(text), ...measureOfWords(text) }));
  const measure: MeasureTemplate = Object.assign({}, ...words);
  const last = header.at(-1) ?? "";
  if (Object.keys(measure).length > 0 || /合计|总计|小计|预算|金额|数$|支出|收入|年$/u.test(last))
    return { ...measure, ...time };
  return undefined;
}

/** The year and stage that a header states; undefined for a year that is neither this nor last. */
function timeOf(text: string, year: number | undefined): MeasureTemplate | undefined {
  const stage = /执行数|执行$|完成数/u.test(text)
    ? "executed"
    : /决算/u.test(text)
      ? "final"
      : /调整/u.test(text)
        ? "adjusted"
        : undefined;
  const stated = /(20\d\d)年?度?/u.exec(text)?.[1];
  let relative = 0;
  if (stated !== undefined && year !== undefined) relative = Number(stated) - year;
  else if (/上年(?!结|末)|上一年/u.test(text)) relative = -1;
  if (relative !== 0 && relative !== -1) return undefined;
  return { ...(relative === -1 ? { year: -1 as const } : {}), ...(stage === undefined ? {} : { stage }) };
}

function sideOf(text: string): MeasureTemplate {
  if (/^(?:本年|财政拨款|预算)?收入(?:预算)?$/u.test(text)) return { side: "revenue" };
  if (/^(?:本年|财政拨款|预算)?支出(?:预算)?$/u.test(text)) return { side: "expenditure" };
  return {};
}

function flowOf(text: string): MeasureTemplate {
  if (/上年(?:结转|结余)|动用上年/u.test(text)) return { flow: "carry-over" };
  if (/结转(?:结余)?下年/u.test(text)) return { side: "expenditure", flow: "carry-over" };
  return /^本年(?:收入|支出)/u.test(text) ? { flow: "current" } : {};
}
