import type { SheetSchema } from "../sheet-schema.ts";
import { UNIT_TYPES } from "../terms.ts";
import { choice, longText, text } from "./columns.ts";

export const UNITS_SHEET: SheetSchema = {
  id: "units",
  title: "预算单位",
  doc: "部门本级和所属预算单位，一行一个。",
  shape: "table",
  columns: [
    {
      id: "unit",
      title: "单位",
      synonyms: ["单位简称", "unit_id"],
      type: text,
      required: true,
      doc: "在其他各表中使用的简称，不可重复。",
      example: "机关",
      width: 18,
    },
    {
      id: "name",
      title: "单位全称",
      type: text,
      required: true,
      doc: "与公章一致的全称。",
      example: "示例区档案局（本级）",
      width: 36,
    },
    {
      id: "code",
      title: "单位编码",
      type: text,
      doc: "预算单位编码，可不填。",
      example: "216001",
      width: 12,
    },
    {
      id: "type",
      title: "单位类型",
      type: choice(UNIT_TYPES),
      required: true,
      doc: "决定政府预算经济分类和机关运行经费的口径。",
      example: "行政单位",
      width: 18,
    },
    {
      id: "mandate",
      title: "职责",
      type: longText,
      doc: "单位预算公开时使用，一条一行。",
      example: "承担全区档案管理工作。",
      width: 50,
    },
    {
      id: "structure",
      title: "机构设置",
      type: longText,
      doc: "单位预算公开时使用。",
      example: "内设2个科室。",
      width: 50,
    },
  ],
};
