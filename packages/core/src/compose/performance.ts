import type { Indicator } from "../budget/budget.ts";
import type { DisclosedTable, Disclosure } from "../disclosure/disclosure.ts";
import type { Cell, Grid } from "../document/document.ts";
import type { PerformanceForm } from "../table/performance.ts";
import { frameOf } from "./frame.ts";
import { figureCell } from "./table.ts";

const WIDTHS = [14, 30, 10, 11, 10, 11, 14];
const INDICATOR_HEADER = ["指标名称", "指标权重", "计量单位", "指标性质", "指标值", "是否核心指标"];

/** The forms of a performance table, each a grid; a body without projects prints one empty form with its note. */
export function composeForms(
  entry: DisclosedTable,
  forms: readonly PerformanceForm[],
  disclosure: Disclosure,
): Grid[] {
  if (forms.length === 0) return [emptyForm(entry, disclosure)];
  return forms.map((form, index) =>
    composeForm(entry, form, disclosure, forms.length > 1 ? index + 1 : undefined),
  );
}

function composeForm(
  entry: DisclosedTable,
  form: PerformanceForm,
  disclosure: Disclosure,
  number?: number,
): Grid {
  const frame = frameOf(entry, disclosure, { filled: true });
  const { project } = form;
  const rows = [
    ...(project === undefined ? overallHead(form, disclosure) : projectHead(form, disclosure)),
    ...indicatorRows(form.indicators),
  ];
  return {
    type: "grid",
    ...frame,
    ...(number === undefined
      ? {}
      : { id: `${frame.id}-${number}`, shortName: `${frame.shortName}（${number}）` }),
    ...(project === undefined
      ? {}
      : { aboveLeft: disclosure.profile.aboveForm.replace("{compiler}", project.compiledBy) }),
    columns: WIDTHS.map((width, index) => ({ id: `c${index + 1}`, width, align: "left" })),
    headerRows: 0,
    rows,
    orientation: "portrait",
  };
}

function overallHead(form: PerformanceForm, disclosure: Disclosure): Cell[][] {
  const { body, name } = disclosure.variables;
  return [
    [
      label(`${body === "部门" ? "部门（单位）" : "单位"}名称`),
      { text: name, colSpan: 3 },
      label(`${body}支出预算数`),
      { ...figureCell(form.amount, disclosure), colSpan: 2, align: "right" },
    ],
    [label("当年整体绩效目标"), { text: form.goal, colSpan: 6 }],
  ];
}

function projectHead(form: PerformanceForm, disclosure: Disclosure): Cell[][] {
  const { project } = form;
  if (project === undefined) return [];
  const amount = (fact: PerformanceForm["district"]): Cell =>
    fact === undefined
      ? { text: "", colSpan: 3 }
      : { ...figureCell(fact, disclosure), colSpan: 3, align: "right" };
  return [
    [
      label("专项资金名称"),
      { text: project.name, colSpan: 2 },
      label("业务主管部门"),
      { text: project.supervisedBy, colSpan: 3 },
    ],
    [
      label("当年预算", { rowSpan: 2 }),
      { ...figureCell(form.amount, disclosure), colSpan: 2, rowSpan: 2, align: "right" },
      label("区级支出"),
      amount(form.district),
    ],
    [label("补助镇街"), amount(form.townSubsidy)],
    [label("项目概况"), { text: project.summary, colSpan: 6 }],
    [label("立项依据"), { text: project.basis, colSpan: 6 }],
    [label("当年绩效目标"), { text: form.goal, colSpan: 6 }],
  ];
}

function indicatorRows(indicators: readonly Indicator[]): Cell[][] {
  const header = INDICATOR_HEADER.map((text): Cell => ({ text, header: "column", align: "center" }));
  const first: Cell[] = [label("绩效指标", { rowSpan: indicators.length + 1 }), ...header];
  return [first, ...indicators.map(indicatorRow)];
}

function indicatorRow(indicator: Indicator): Cell[] {
  const centred = (text: string): Cell => ({ text, align: "center" });
  return [
    { text: indicator.name, header: "row" },
    centred(indicator.weight),
    centred(indicator.measureUnit),
    centred(indicator.operator),
    centred(indicator.target),
    centred(indicator.core ? "是" : "否"),
  ];
}

function emptyForm(entry: DisclosedTable, disclosure: Disclosure): Grid {
  return {
    type: "grid",
    ...frameOf(entry, disclosure, { filled: false }),
    columns: WIDTHS.map((width, index) => ({ id: `c${index + 1}`, width, align: "left" })),
    headerRows: 0,
    rows: [
      [label("专项资金名称"), { text: "", colSpan: 2 }, label("业务主管部门"), { text: "", colSpan: 3 }],
      [label("当年预算"), { text: "", colSpan: 6 }],
      ...indicatorRows([]),
    ],
    orientation: "portrait",
  };
}

function label(text: string, more: Partial<Cell> = {}): Cell {
  return { text, header: "row", align: "center", ...more };
}
