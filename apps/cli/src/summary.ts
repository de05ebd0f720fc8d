import {
  bind,
  type Disclosure,
  type Fact,
  type Finding,
  figureText,
  type MeasureTemplate,
  measureKey,
  printedFigures,
} from "@mingzhang/core";
import { countText } from "./report.ts";

/** What is said about one pack when all are built; the disclosure itself is let go. */
export interface BuiltPack {
  readonly body: string;
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly upToDate: boolean;
  readonly tables: number;
  readonly figures: number;
  readonly lines: number;
  readonly findings: readonly Finding[];
  /**
   * Of consistent rounding: how many figures differ from conventional rounding, how many sums are left, and whether
   * the search ended before it was proved that no fewer need to differ.
   */
  readonly rounding?: { readonly differences: number; readonly unmet: number; readonly limited: boolean };
  /** The first lines of the summary: whose pack, and its totals. */
  readonly headline: readonly string[];
}

const TOTALS: readonly (readonly [string, MeasureTemplate])[] = [
  ["收入合计", { side: "revenue" }],
  ["本年支出合计", { side: "expenditure", flow: "current" }],
  ["其中：基本支出", { side: "expenditure", flow: "current", kind: "basic" }],
  ["　　　项目支出", { side: "expenditure", flow: "current", kind: "project" }],
  ["“三公”经费", { side: "expenditure", item: "three-public" }],
];

/** What is kept of a disclosure for the summary. */
export function describePack(
  disclosure: Disclosure,
  rest: Pick<BuiltPack, "folder" | "files" | "upToDate" | "findings">,
): BuiltPack {
  const { variables, profile, book, tables, receipt } = disclosure;
  return {
    body: book.body,
    name: variables.name,
    tables: tables.length,
    figures: printedFigures(disclosure).length,
    lines: book.lines.length,
    headline: [
      `${variables.name}　${variables.year}年${variables.body}预算　（${profile.name.zh}）`,
      ...totalLines(disclosure),
      ...roundingLines(disclosure),
    ],
    ...(receipt === undefined
      ? {}
      : {
          rounding: {
            differences: receipt.differences.length,
            unmet: receipt.unmet.length,
            limited: receipt.limited,
          },
        }),
    ...rest,
  };
}

/** One screen: totals, counts, what was written. */
export function summaryText(packs: readonly BuiltPack[], input: readonly Finding[]): string {
  const [first] = packs;
  if (first === undefined) return "";
  const lines = [
    ...first.headline,
    `　公开表 ${first.tables} 张，表中数字 ${first.figures} 个，预算明细 ${first.lines} 笔`,
    `　${countText([...input, ...packs.flatMap((pack) => pack.findings)])}`,
    "",
    ...writtenLines(packs),
  ];
  return lines.join("\n");
}

function roundingLines({ receipt }: Disclosure): string[] {
  if (receipt === undefined) return [];
  const { differences, unmet, limited } = receipt;
  const sums = unmet.length === 0 ? "每一处加总都成立" : `${unmet.length} 处加总无法成立`;
  return [
    `　一致取整　${sums}；${differences.length} 个数与四舍五入不同${limited ? "，未证明最少" : ""}（data/rounding.csv）`,
  ];
}

function totalLines(disclosure: Disclosure): string[] {
  return TOTALS.flatMap(([label, measure]) => {
    const fact = findFact(disclosure, measure);
    const figure = fact && disclosure.figures.get(fact.id);
    return figure === undefined
      ? []
      : [`　${label}　${figureText(figure)} ${figure.unit === "yuan" ? "元" : "万元"}`];
  });
}

function findFact({ facts, book }: Disclosure, measure: MeasureTemplate): Fact | undefined {
  const key = measureKey(bind(measure, book.body, book.budget.department.year));
  return [...facts.values()].find(
    ({ quantity }) => quantity.kind === "amount" && measureKey(quantity.measure) === key,
  );
}

/** Every file of one pack, or one line a pack where there are many. */
function writtenLines(packs: readonly BuiltPack[]): string[] {
  const written = packs.filter((pack) => !pack.upToDate);
  const files = written.length === 1 ? written.flatMap((pack) => pack.files) : [];
  const folders = written.length > 1 ? written.slice(0, 12).map((pack) => pack.folder) : [];
  const more = written.length > 12 ? [`……共 ${written.length} 个`] : [];
  const skipped = packs.length - written.length;
  return [
    ...(written.length === 0 ? [] : ["已写出 Written："]),
    ...[...files, ...folders, ...more].map((line) => `　${line}`),
    ...(skipped > 0 ? [`${skipped} 套已是最新，未重编。 ${skipped} up to date.`] : []),
  ];
}

/** The same for machines. */
export function summaryJson(packs: readonly BuiltPack[], input: readonly Finding[]): string {
  return JSON.stringify(
    {
      built: true,
      packs: packs.map(({ headline: _, ...pack }) => pack),
      findings: input,
    },
    null,
    2,
  );
}
