import type { SheetSchema } from "../../sheet-schema.ts";
import { ADJUSTMENT_KINDS } from "../../year-terms.ts";
import { choice, longText, text, unit } from "../columns.ts";
import { date, departmentEconomic, optionalAmount, optionalText, projectOfExpenditure } from "./columns.ts";

export const ADJUSTMENTS_SHEET: SheetSchema = {
  id: "adjustments",
  title: "预算调整",
  english: "Budget adjustments",
  doc: {
    zh: "年度中的调剂、追加、调减，一行一笔；同一文号的各行是一份调整单，调剂须调增等于调减。",
    en: "Reallocations, supplements and reductions in the course of the year, one a row. Rows with the same number are one document; in a reallocation increases equal decreases.",
  },
  shape: "table",
  columns: [
    {
      id: "document",
      title: "调整单号",
      english: "Document",
      synonyms: ["文号"],
      type: text,
      required: true,
      doc: { zh: "同一份调整单的各行相同。", en: "The same in all rows of one adjustment document." },
      example: "示调〔2023〕1号",
      width: 20,
    },
    {
      id: "kind",
      title: "调整类型",
      english: "Kind of adjustment",
      type: choice(ADJUSTMENT_KINDS),
      required: true,
      doc: { zh: "调剂、追加或调减。", en: "Reallocation, supplement or reduction." },
      example: "调剂",
      width: 12,
    },
    date(["批准日期", "Approved on"], {
      zh: "批准之日起计入调整后预算。",
      en: "Counts in the adjusted budget from the day of its approval.",
    }),
    optionalText(
      "approval",
      ["批准文号", "Approval number"],
      { zh: "批准文件的文号。", en: "The number of the approving document." },
      "示财〔2023〕20号",
    ),
    unit({ zh: "资金所属单位。", en: "Whose money it is." }, true),
    projectOfExpenditure,
    departmentEconomic("30217"),
    optionalAmount(
      "increase_yuan",
      ["调增（元）", "Increase (yuan)"],
      { zh: "与调减只填一个。", en: "Either this or the decrease." },
      "5000.00",
    ),
    optionalAmount(
      "decrease_yuan",
      ["调减（元）", "Decrease (yuan)"],
      { zh: "与调增只填一个。", en: "Either this or the increase." },
      "",
    ),
    {
      id: "reason",
      title: "调整原因",
      english: "Reason",
      type: longText,
      required: true,
      doc: { zh: "为什么调整。", en: "Why it is adjusted." },
      example: "接待批次增加。",
      width: 40,
    },
    date(
      ["备案日期", "Filed on"],
      { zh: "“三公”经费调剂的备案日期。", en: "When a reallocation of the three public expenses was filed." },
      { id: "filing_date", required: false },
    ),
    optionalText(
      "filing_number",
      ["备案文号", "Filing number"],
      {
        zh: "“三公”经费调剂的备案文号。",
        en: "The number under which a reallocation of the three public expenses was filed.",
      },
      "示备〔2023〕3号",
    ),
  ],
};
