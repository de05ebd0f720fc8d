import type { SheetSchema } from "../sheet-schema.ts";
import { UNIT_TYPES } from "../terms.ts";
import { choice, longText, text } from "./columns.ts";

export const UNITS_SHEET: SheetSchema = {
  id: "units",
  title: "预算单位",
  english: "Units",
  doc: {
    zh: "部门本级和所属预算单位，一行一个。",
    en: "The department's own office and the budget units below it, one a row.",
  },
  shape: "table",
  columns: [
    {
      id: "unit",
      title: "单位",
      english: "Unit",
      synonyms: ["单位简称", "unit_id"],
      type: text,
      required: true,
      doc: {
        zh: "在其他各表中使用的简称，不可重复。",
        en: "The short name that the other sheets use; each once.",
      },
      example: "机关",
      width: 18,
    },
    {
      id: "name",
      title: "单位全称",
      english: "Unit's full name",
      type: text,
      required: true,
      doc: { zh: "与公章一致的全称。", en: "The full name, as on the official seal." },
      example: "示例区档案局（本级）",
      width: 36,
    },
    {
      id: "code",
      title: "单位编码",
      english: "Unit code",
      type: text,
      doc: { zh: "预算单位编码，可不填。", en: "The unit's code in the budget; may be left blank." },
      example: "216001",
      width: 12,
    },
    {
      id: "type",
      title: "单位类型",
      english: "Type of unit",
      type: choice(UNIT_TYPES),
      required: true,
      doc: {
        zh: "决定政府预算经济分类和机关运行经费的口径。",
        en: "Decides the government economic codes and what counts as agency operating funds.",
      },
      example: "行政单位",
      width: 18,
    },
    {
      id: "mandate",
      title: "职责",
      english: "Mandate",
      type: longText,
      doc: { zh: "单位预算公开时使用，一条一行。", en: "For the unit's own disclosure, one duty a line." },
      example: "承担全区档案管理工作。",
      width: 50,
    },
    {
      id: "structure",
      title: "机构设置",
      english: "Structure",
      type: longText,
      doc: { zh: "单位预算公开时使用。", en: "For the unit's own disclosure." },
      example: "内设2个科室。",
      width: 50,
    },
    {
      id: "overall_goal",
      title: "当年整体绩效目标",
      english: "Overall goal of the year",
      type: longText,
      doc: {
        zh: "单位预算公开时使用；不填，由该单位的整体绩效指标生成。",
        en: "For the unit's own disclosure. Blank: made from the unit's indicators as a whole.",
      },
      example: "保障档案查阅。",
      width: 50,
    },
  ],
};
