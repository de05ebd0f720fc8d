import type { SheetSchema } from "../../sheet-schema.ts";
import { OPERATORS } from "../../terms.ts";
import { choice, longText, text } from "../columns.ts";
import { date, indicatorName, optionalText, projectOrWhole } from "./columns.ts";

export const TARGET_CHANGES_SHEET: SheetSchema = {
  id: "target-changes",
  title: "绩效目标调整",
  english: "Target changes",
  doc: {
    zh: "项目预算调整后，绩效目标怎样随之调整；目标不变的也填一行，写明原因。",
    en: "How targets follow when a project's budget was adjusted; where they stay as they are, one row says why.",
  },
  shape: "table",
  columns: [
    {
      id: "document",
      title: "调整单号",
      english: "Document",
      type: text,
      required: true,
      doc: {
        zh: "随哪一份预算调整；单独调整目标的另编号。",
        en: "The budget adjustment that it goes with; a number of its own where targets change alone.",
      },
      example: "示调〔2023〕1号",
      width: 20,
    },
    date(["批准日期", "Approved on"], {
      zh: "批准之日起以新目标评分。",
      en: "From the day of approval the new target is scored.",
    }),
    projectOrWhole,
    indicatorName(
      {
        zh: "绩效指标表中的名称；留空即该项目的目标不变。",
        en: "The name on the sheet “Indicators”. Blank: the project's targets stay as they are.",
      },
      false,
    ),
    {
      id: "operator",
      title: "指标性质",
      english: "Operator",
      type: choice(OPERATORS),
      doc: { zh: "不填即不变。", en: "Blank: unchanged." },
      example: "≥",
      width: 12,
    },
    {
      id: "target",
      title: "调整后指标值",
      english: "New target",
      type: text,
      doc: { zh: "不填即不变。", en: "Blank: unchanged." },
      example: "1800",
      width: 14,
    },
    {
      id: "reason",
      title: "调整原因",
      english: "Reason",
      type: longText,
      required: true,
      doc: { zh: "为什么调整，或为什么不变。", en: "Why it changes, or why not." },
      example: "预算调减。",
      width: 40,
    },
    optionalText(
      "approval",
      ["批准文号", "Approval number"],
      { zh: "批准文件的文号。", en: "The number of the approving document." },
      "示财〔2023〕20号",
    ),
  ],
};
