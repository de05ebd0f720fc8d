import type { SheetSchema } from "../sheet-schema.ts";
import { ASSET_ITEMS } from "../terms.ts";
import { choice, unit } from "./columns.ts";

export const ASSETS_SHEET: SheetSchema = {
  id: "assets",
  title: "国有资产",
  english: "State assets",
  doc: {
    zh: "车辆按用途、大额设备的现有数和当年计划购置数；合计不填。",
    en: "Vehicles by use and costly equipment: how many are held, and how many are to be bought in the year. Enter no totals.",
  },
  shape: "table",
  columns: [
    unit({
      zh: "哪个单位的资产；不分单位时留空，只用于部门汇总。",
      en: "Whose assets they are. Blank where they are not divided among units: then they count for the department only.",
    }),
    {
      id: "item",
      title: "资产",
      english: "Asset",
      type: choice(ASSET_ITEMS),
      required: true,
      doc: { zh: "车辆用途或设备类别。", en: "The use of the vehicles, or the class of equipment." },
      example: "离退休干部服务用车",
      width: 32,
    },
    {
      id: "held",
      title: "现有数",
      english: "Held",
      type: { kind: "integer" },
      required: true,
      doc: { zh: "辆、台（套）。", en: "In vehicles, pieces or sets." },
      example: "2",
      width: 10,
    },
    {
      id: "planned",
      title: "当年计划购置数",
      english: "Planned purchases of the year",
      type: { kind: "integer" },
      required: true,
      doc: { zh: "辆、台（套）。", en: "In vehicles, pieces or sets." },
      example: "0",
      width: 16,
    },
  ],
};
