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

interface SummarisedPack {
  readonly disclosure: Disclosure;
  readonly folder: string;
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  readonly skipped: boolean;
}

const TOTALS: readonly (readonly [string, MeasureTemplate])[] = [
  ["收入合计", { side: "revenue" }],
  ["本年支出合计", { side: "expenditure", flow: "current" }],
  ["其中：基本支出", { side: "expenditure", flow: "current", kind: "basic" }],
  ["　　　项目支出", { side: "expenditure", flow: "current", kind: "project" }],
  ["“三公”经费", { side: "expenditure", item: "three-public" }],
];

/** One screen: totals, counts, what was written. */
export function summaryText(packs: readonly SummarisedPack[], input: readonly Finding[]): string {
  const [first] = packs;
  if (first === undefined) return "";
  const { variables, profile } = first.disclosure;
  const lines = [
    `${variables.name}　${variables.year}年${variables.body}预算　（${profile.name.zh}）`,
    ...totalLines(first.disclosure),
    `　公开表 ${first.disclosure.tables.length} 张，表中数字 ${printedFigures(first.disclosure).length} 个，预算明细 ${first.disclosure.book.lines.length} 笔`,
    `　${countText([...input, ...packs.flatMap((pack) => pack.findings)])}`,
    "",
    ...writtenLines(packs),
  ];
  return lines.join("\n");
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
function writtenLines(packs: readonly SummarisedPack[]): string[] {
  const skipped = packs.filter((pack) => pack.skipped).length;
  const written = packs.filter((pack) => !pack.skipped);
  const files = written.length <= 1 ? written.flatMap((pack) => pack.files) : [];
  const folders = written.length > 1 ? written.slice(0, 12).map((pack) => `　${pack.folder}`) : [];
  const more = written.length > 12 ? [`　……共 ${written.length} 个`] : [];
  const upToDate = skipped > 0 ? [`　${skipped} 个已是最新，未重编`] : [];
  return ["已写出：", ...files.map((file) => `　${file}`), ...folders, ...more, ...upToDate];
}

/** The same for machines. */
export function summaryJson(packs: readonly SummarisedPack[], input: readonly Finding[]): string {
  return JSON.stringify(
    {
      built: true,
      packs: packs.map(({ disclosure, folder, files, findings, skipped }) => ({
        body: disclosure.book.body,
        name: disclosure.variables.name,
        folder,
        files,
        upToDate: skipped,
        tables: disclosure.tables.length,
        figures: printedFigures(disclosure).length,
        lines: disclosure.book.lines.length,
        findings,
      })),
      findings: input,
    },
    null,
    2,
  );
}
