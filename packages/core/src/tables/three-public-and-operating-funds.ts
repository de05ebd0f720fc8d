import { defineTable } from "../table/definition.ts";

const HEADER = "“三公”经费预算数";
const VEHICLES = "公务用车购置及运行费";

/** “三公”经费和机关运行经费预算表: one row, in 万元 beside tables in 元. */
export default defineTable({
  id: "three-public-and-operating-funds",
  title: "{year}年{body}“三公”经费和机关运行经费预算表",
  counterpart: "three-public-expenses",
  scope: { side: "expenditure" },
  orientation: "landscape",
  format: { unit: "wan-yuan", decimals: 2 },
  blocks: [
    {
      columns: [
        {
          id: "total",
          header: [HEADER, "合计"],
          width: 14,
          measure: { item: "three-public" },
          parts: ["abroad", "reception", "vehicles"],
        },
        {
          id: "abroad",
          header: [HEADER, "因公出国（境）费"],
          width: 20,
          measure: { item: "three-public/abroad" },
        },
        {
          id: "reception",
          header: [HEADER, "公务接待费"],
          width: 14,
          measure: { item: "three-public/reception" },
        },
        {
          id: "vehicles",
          header: [HEADER, VEHICLES, "小计"],
          width: 14,
          measure: { item: "three-public/vehicles" },
          parts: ["vehicle-purchase", "vehicle-operation"],
        },
        {
          id: "vehicle-purchase",
          header: [HEADER, VEHICLES, "购置费"],
          width: 14,
          measure: { item: "three-public/vehicle-purchase" },
        },
        {
          id: "vehicle-operation",
          header: [HEADER, VEHICLES, "运行费"],
          width: 14,
          measure: { item: "three-public/vehicle-operation" },
        },
        {
          id: "organ-operating-funds",
          header: ["机关运行经费预算数"],
          width: 22,
          measure: { item: "organ-operating-funds" },
        },
      ],
      rows: [{ id: "{year}", label: "{year}", measure: {} }],
    },
  ],
});
