import { PROFILES } from "../../packages/core/src/profile/profiles.ts";
import {
  type BlockDefinition,
  type ColumnDefinition,
  isPerformanceTable,
  type PerformanceTableDefinition,
  type RowDefinition,
  type TableDefinition,
} from "../../packages/core/src/table/definition.ts";
import { TABLES } from "../../packages/core/src/tables/index.ts";
import { code, page, table } from "./markdown.ts";
import { measureText } from "./measures.ts";

const SHOWN = {
  code: "科目编码",
  name: "科目名称",
  label: "项目名称",
  category: "类",
  subcategory: "款",
  item: "项",
};
const CLASSIFICATIONS = {
  functional: "功能分类",
  departmentEconomic: "部门预算支出经济分类",
  governmentEconomic: "政府预算支出经济分类",
};
const LEVELS = { 1: "类", 2: "款", 3: "项" };

/** Every table: columns and rows with what they measure and what adds up to them, and who prints it. */
export function tablesPage(): string {
  return page(
    "Tables",
    "`packages/core/src/tables/`",
    "一个格子量的是：表的口径 + 行 + 列。合计从不填写，“相加”一栏是印出时检查、在 Excel 里写成公式的关系。`{year}` 是预算年度，`{prior}` 是上年。",
    ...TABLES.map((definition) =>
      isPerformanceTable(definition) ? performanceParts(definition) : tableParts(definition),
    ),
  );
}

function heading(id: string, title: string): readonly string[] {
  const printed = PROFILES.flatMap((profile) =>
    profile.tables
      .filter((entry) => entry.table === id)
      .map((entry) => `${profile.name.zh}${entry.shortName}`),
  );
  return [`## ${id}`, title, `印在 Printed in：${printed.join("；") || "—"}`];
}

function tableParts(definition: TableDefinition): readonly string[] {
  const scope = measureText(definition.scope);
  return [
    ...heading(definition.id, definition.title),
    ...(scope === "" ? [] : [`口径 Scope：${scope}`]),
    ...definition.blocks.flatMap(blockParts),
  ];
}

function blockParts(block: BlockDefinition): readonly string[] {
  const scope = measureText(block.scope);
  const name = [block.heading, scope === "" || scope === block.heading ? undefined : `（${scope}）`]
    .filter(Boolean)
    .join("");
  return [
    ...(name === "" ? [] : [`### ${name}`]),
    table(["列 Column", "表头 Header", "量的是 Measures", "相加 Sum of"], block.columns.map(columnRow)),
    table(["行 Row", "名称 Label", "量的是 Measures", "相加 Sum of"], block.rows.map(rowRow)),
  ];
}

function columnRow(column: ColumnDefinition): string[] {
  const header = column.header.join(" · ");
  if ("show" in column) return [code(column.id), header, SHOWN[column.show], ""];
  if ("growth" in column) {
    const [now, base] = column.growth;
    return [code(column.id), header, `（${now} − ${base}）÷ ${base}`, ""];
  }
  return [code(column.id), header, measureText(column.measure), (column.parts ?? []).join(" + ")];
}

function rowRow(row: RowDefinition): string[] {
  if ("each" in row) {
    const levels = row.levels.map((level) => LEVELS[level]).join("、");
    const label = `每个有数的${CLASSIFICATIONS[row.each]}科目（${levels}）`;
    return [code(row.id), label, measureText(row.measure), "下级科目"];
  }
  const own = Object.entries(row.cells ?? {}).map(([column, measure]) =>
    measure === null ? `${column}：空` : `${column}：${measureText(measure)}`,
  );
  const minus = (row.minus ?? []).map((id) => ` − ${id}`).join("");
  const measures = [measureText(row.measure), ...own].filter((text) => text !== "").join("；");
  return [code(row.id), row.label, measures, (row.parts ?? []).join(" + ") + minus];
}

function performanceParts({ id, title, form, rank }: PerformanceTableDefinition): readonly string[] {
  const what =
    form === "overall"
      ? "部门整体绩效目标和没有写项目的指标；金额为本年支出。"
      : `每个${rank === "key" ? "重点" : "一般"}项目一张：金额、项目概况、立项依据、绩效目标和指标。`;
  return [...heading(id, title), what];
}
