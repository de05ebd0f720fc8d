import type { Indicator } from "../budget/budget.ts";
import type { DisclosedTable, Disclosure } from "../disclosure/disclosure.ts";
import type { Cell, Grid } from "../document/document.ts";
import { inferredNote, treeRows } from "../performance/compose/indicator-rows.ts";
import { kindOf } from "../performance/indicator.ts";
import type { PerformanceSettings } from "../performance/settings.ts";
import type { PerformanceForm } from "../table/performance.ts";
import { frameOf } from "./frame.ts";
import { figureCell } from "./table.ts";

/** The columns of a form, and how many of them the two values of a line in its head take. */
interface Layout {
  readonly widths: readonly number[];
  readonly names: readonly string[];
  readonly left: number;
  readonly right: number;
}

const MEASURES = ["指标权重", "计量单位", "指标性质", "指标值", "是否核心指标"];
const LAYOUTS: Readonly<Record<PerformanceSettings["form"], Layout>> = {
  flat: { widths: [14, 30, 10, 11, 10, 11, 14], names: ["指标名称"], left: 2, right: 3 },
  tree: {
    widths: [10, 11, 13, 24, 9, 9, 9, 10, 9],
    names: ["一级指标", "二级指标", "三级指标"],
    left: 3,
    right: 4,
  },
};

/**
 * The forms of a performance table, each a grid; a body without projects prints one empty form with its note, and one
 * without targets as a whole its name and amount with the note.
 */
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
  const { project, indicators } = form;
  const filled = project !== undefined || form.goal !== "" || indicators.length > 0;
  const frame = frameOf(entry, disclosure, { filled });
  const layout = layoutOf(disclosure);
  const rows = [
    ...(project === undefined ? overallHead(form, disclosure) : projectHead(form, disclosure)),
    ...(filled ? indicatorRows(indicators, layout) : []),
  ];
  const notes = layout === LAYOUTS.tree ? inferredNote(indicators.map(kindOf)) : [];
  return {
    type: "grid",
    ...frame,
    ...(number === undefined
      ? {}
      : { id: `${frame.id}-${number}`, shortName: `${frame.shortName}（${number}）` }),
    ...(project === undefined
      ? {}
      : { aboveLeft: disclosure.profile.aboveForm.replace("{compiler}", project.compiledBy) }),
    columns: columnsOf(layout),
    headerRows: 0,
    rows,
    below: [...frame.below, ...notes],
    orientation: "portrait",
  };
}

function layoutOf({ profile }: Disclosure): Layout {
  return LAYOUTS[profile.performance.form];
}

function columnsOf({ widths }: Layout): Grid["columns"] {
  return widths.map((width, index) => ({ id: `c${index + 1}`, width, align: "left" }));
}

function overallHead(form: PerformanceForm, disclosure: Disclosure): Cell[][] {
  const { body, name } = disclosure.variables;
  const { left, right } = layoutOf(disclosure);
  return [
    [
      label(`${body === "部门" ? "部门（单位）" : "单位"}名称`),
      { text: name, colSpan: left + 1 },
      label(`${body}支出预算数`),
      { ...figureCell(form.amount, disclosure), colSpan: right - 1, align: "right" },
    ],
    ...(form.goal === ""
      ? []
      : [[label("当年整体绩效目标"), { text: form.goal, colSpan: left + right + 1 }]]),
  ];
}

function projectHead(form: PerformanceForm, disclosure: Disclosure): Cell[][] {
  const { project } = form;
  if (project === undefined) return [];
  const { left, right } = layoutOf(disclosure);
  const all = left + right + 1;
  const amount = (fact: PerformanceForm["district"]): Cell =>
    fact === undefined
      ? { text: "", colSpan: right }
      : { ...figureCell(fact, disclosure), colSpan: right, align: "right" };
  return [
    [
      label("专项资金名称"),
      { text: project.name, colSpan: left },
      label("业务主管部门"),
      { text: project.supervisedBy, colSpan: right },
    ],
    [
      label("当年预算", { rowSpan: 2 }),
      { ...figureCell(form.amount, disclosure), colSpan: left, rowSpan: 2, align: "right" },
      label("区级支出"),
      amount(form.district),
    ],
    [label("补助镇街"), amount(form.townSubsidy)],
    [label("项目概况"), { text: project.summary, colSpan: all }],
    [label("立项依据"), { text: project.basis, colSpan: all }],
    [label("当年绩效目标"), { text: form.goal, colSpan: all }],
  ];
}

function indicatorRows(indicators: readonly Indicator[], layout: Layout): Cell[][] {
  const header = [...layout.names, ...MEASURES].map(
    (text): Cell => ({ text, header: "column", align: "center" }),
  );
  const first: Cell[] = [label("绩效指标", { rowSpan: indicators.length + 1 }), ...header];
  if (layout === LAYOUTS.flat) return [first, ...indicators.map(indicatorRow)];
  const kinded = indicators.map((indicator) => ({ indicator, ...kindOf(indicator) }));
  return [first, ...treeRows(kinded, "both", ({ indicator }) => indicatorRow(indicator))];
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
  const layout = layoutOf(disclosure);
  const { left, right } = layout;
  return {
    type: "grid",
    ...frameOf(entry, disclosure, { filled: false }),
    columns: columnsOf(layout),
    headerRows: 0,
    rows: [
      [
        label("专项资金名称"),
        { text: "", colSpan: left },
        label("业务主管部门"),
        { text: "", colSpan: right },
      ],
      [label("当年预算"), { text: "", colSpan: left + right + 1 }],
      ...indicatorRows([], layout),
    ],
    orientation: "portrait",
  };
}

function label(text: string, more: Partial<Cell> = {}): Cell {
  return { text, header: "row", align: "center", ...more };
}
