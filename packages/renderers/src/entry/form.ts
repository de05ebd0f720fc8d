import {
  BUDGET_SHEETS,
  ENTRY_SHEETS,
  type Fen,
  formatYuan,
  KINDS,
  PARTICIPANTS_SHEET,
  parseYuan,
  type SheetSchema,
  sumFen,
  YEAR_SHEETS,
  ZERO,
} from "@mingzhang/core";
import { columnReference, planOf, schemaOf } from "./plan.ts";
import type { EntryRecords } from "./records.ts";

/** What a workbook is filled in for: a budget, what happens in its year, or both in one file. */
export type EntryForm = "budget" | "year" | "both";

const SHEETS: Readonly<Record<EntryForm, readonly SheetSchema[]>> = {
  budget: BUDGET_SHEETS,
  year: YEAR_SHEETS,
  both: ENTRY_SHEETS,
};

/** The sheets of a form. The one for names of persons only where somebody has entered some: nobody is asked for them. */
export function sheetsOfForm(form: EntryForm, records: EntryRecords): readonly SheetSchema[] {
  const holdsNames = (records.get(PARTICIPANTS_SHEET.id) ?? []).length > 0;
  return SHEETS[form].filter((schema) => schema !== PARTICIPANTS_SHEET || holdsNames);
}

/** Which form holds these records. */
export function formOf(records: EntryRecords): EntryForm {
  const holds = (schemas: readonly SheetSchema[]) =>
    schemas.some(({ id }) => (records.get(id) ?? []).length > 0);
  if (!holds(YEAR_SHEETS)) return "budget";
  return holds(BUDGET_SHEETS) ? "both" : "year";
}

/** What the first sheet says. */
export interface Guide {
  readonly title: string;
  readonly basis: string;
  readonly steps: readonly string[];
  readonly sums: readonly GuideSum[];
}

/** A live sum over a sheet, with the result of the records that are there. */
export interface GuideSum {
  readonly label: string;
  readonly formula: string;
  readonly result: string;
}

export function guideOf(form: EntryForm, year: number, records: EntryRecords): Guide {
  if (form === "year") {
    const title = titleOf(form, year);
    return { title, basis: YEAR_BASIS, steps: YEAR_STEPS, sums: yearSums(records) };
  }
  return { title: titleOf(form, year), basis: BUDGET_BASIS, steps: BUDGET_STEPS, sums: budgetSums(records) };
}

export function titleOf(form: EntryForm, year: number): string {
  return form === "year" ? `${year}年绩效管理工作簿` : `${year}年部门预算填报工作簿`;
}

const BUDGET_BASIS =
  "《中华人民共和国预算法》第十四条：经本级政府财政部门批复的部门预算，应当在批复后二十日内由各部门向社会公开。";

const BUDGET_STEPS = [
  "先填“部门信息”和“预算单位”，再填“预算明细”：全部支出一行一笔。合计、小计一律不填，由系统得出。",
  "科目从下拉列表中选择，也可只输入编码。“政府经济分类编码”按单位类型自动对照，可以改填。",
  "有项目支出的，填“项目”和“绩效指标”；有上年数的，填“上年预算数”和“上年三公及运行经费”。",
  "其余各表没有内容的留空。灰色“示例”行不会读入，可以删除。",
  "存盘后交给明账检查并生成公开稿。增加行数时，请在已有行中插入，以保留下拉列表。",
];

const YEAR_BASIS =
  "《中华人民共和国预算法》第五十七条：各级政府、各部门、各单位应当对预算支出情况开展绩效评价。";

const YEAR_STEPS = [
  "预算批复后即可开始。平时填“绩效佐证台账”：做了什么，一行一条，只记数量，不记姓名。",
  "“支付明细”按笔或按月填；支付系统的导出表可用 mingzhang import 导入。",
  "“统计口径”写明指标的完成值怎样由台账得出；没有口径的指标，在监控和自评中手工填报完成值。",
  "到监控时点填“绩效运行监控”：每个时点的项目和指标都已列好，时点写在第一列。监控过的行填上日期（没有要说明的只填日期），没有日期的行不计。",
  "年终填“绩效自评”：名称已经列好，只有名称的行不计。",
  "预算有调整的填“预算调整”；项目的预算变了，再填“绩效目标调整”。单位、项目、指标从下拉列表中选择，与预算一致。",
  "没有内容的表留空。灰色“示例”行不会读入，可以删除。增加行数时，请在已有行中插入，以保留下拉列表。",
];

function budgetSums(records: EntryRecords): readonly GuideSum[] {
  const ledger = planOf(schemaOf("ledger"), records);
  const [amounts, kinds] = [columnReference(ledger, "amount_yuan"), columnReference(ledger, "kind")];
  const total = (kind?: string) =>
    formatYuan(
      sumFen(
        ledger.records
          .filter((record) => kind === undefined || record.kind === kind)
          .map(({ amount_yuan }) => amountOf(amount_yuan)),
      ),
    );
  return [
    { label: "预算明细合计", formula: `SUM(${amounts})`, result: total() },
    ...KINDS.slice(0, 3).map(({ id, zh }) => ({
      label: `其中：${zh}`,
      formula: `SUMIF(${kinds},"${zh}",${amounts})`,
      result: total(id),
    })),
  ];
}

function yearSums(records: EntryRecords): readonly GuideSum[] {
  return [
    columnSum("支付明细合计", "payments", "amount_yuan", records),
    columnSum("预算调增合计", "adjustments", "increase_yuan", records),
    columnSum("预算调减合计", "adjustments", "decrease_yuan", records),
  ];
}

function columnSum(label: string, sheet: string, column: string, records: EntryRecords): GuideSum {
  const plan = planOf(schemaOf(sheet), records);
  const total = sumFen(plan.records.map((record) => amountOf(record[column])));
  return { label, formula: `SUM(${columnReference(plan, column)})`, result: formatYuan(total) };
}

function amountOf(text: string | undefined): Fen {
  return parseYuan(text ?? "") ?? ZERO;
}
