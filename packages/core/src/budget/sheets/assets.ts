import type { SheetSchema } from "../sheet-schema.ts";
import { ASSET_ITEMS } from "../terms.ts";
import { choice, unit } from "./columns.ts";

export const ASSETS_SHEET: SheetSchema = {
  id: "assets",
  title: "国有资产",
  english: "State assets",
  doc: "车辆按用途、大额设备的现有数和当年计划购置数；合计不填。",
  shape: "table",
  columns: [
    unit("哪个单位的资产；不分单位时留空，只用于部门汇总。"),
    {
      id: "item",
      title: "资产",
      english: "Asset",
      type: choice(ASSET_ITEMS),
      required: true,
      doc: "车辆用途或设备类别。",
      example: "离退休干部服务用车",
      width: 32,
    },
    {
      id: "held",
      title: "现有数",
      english: "Held",
      type: { kind: "integer" },
      required: true,
      doc: "辆、台（套）。",
      example: "2",
      width: 10,
    },
    {
      id: "planned",
      title: "当年计划购置数",
      english: "Planned purchases of the year",
      type: { kind: "integer" },
      required: true,
      doc: "辆、台（套）。",
      example: "0",
      width: 16,
    },
  ],
};
