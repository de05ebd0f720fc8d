import type { ColumnDefinition } from "../table/definition.ts";
import { defineTable } from "../table/definition.ts";

const COLUMNS = [
  {
    id: "total",
    header: ["合计"],
    width: 10,
    measure: { item: "three-public" },
    parts: ["abroad", "vehicles", "reception"],
  },
  { id: "abroad", header: ["因公出国（境）费"], width: 11, measure: { item: "three-public/abroad" } },
  {
    id: "vehicles",
    header: ["公务用车购置及运行费", "小计"],
    width: 10,
    measure: { item: "three-public/vehicles" },
    parts: ["vehicle-purchase", "vehicle-operation"],
  },
  {
    id: "vehicle-purchase",
    header: ["公务用车购置及运行费", "公务用车购置费"],
    width: 11,
    measure: { item: "three-public/vehicle-purchase" },
  },
  {
    id: "vehicle-operation",
    header: ["公务用车购置及运行费", "公务用车运行费"],
    width: 11,
    measure: { item: "three-public/vehicle-operation" },
  },
  { id: "reception", header: ["公务接待费"], width: 11, measure: { item: "three-public/reception" } },
] as const satisfies readonly ColumnDefinition[];

/** 表十 “三公”经费支出预算表, both years side by side. */
export default defineTable({
  id: "three-public-expenses",
  title: "{year}年{region}{body}一般公共预算“三公”经费支出预算表",
  scope: { side: "expenditure" },
  orientation: "landscape",
  blocks: [
    { heading: "{year}年预算数", columns: COLUMNS, rows: [{ id: "{year}", label: "{year}", measure: {} }] },
    {
      heading: "{prior}年预算数",
      scope: { year: -1 },
      columns: COLUMNS,
      rows: [{ id: "{prior}", label: "{prior}", measure: {} }],
    },
  ],
});
