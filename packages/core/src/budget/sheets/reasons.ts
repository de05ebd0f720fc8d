import type { SheetSchema } from "../sheet-schema.ts";
import { disclosingUnit, longText, text } from "./columns.ts";

export const REASONS_SHEET: SheetSchema = {
  id: "reasons",
  title: "增减原因",
  english: "Reasons for changes",
  doc: {
    zh: "较上年增减的主要原因和资金主要用途。超过公开口径规定的幅度或从无到有时必填。",
    en: "The main reasons for changes against last year, and what the money is mainly used for. Required where a change exceeds the share that the disclosure profile sets, or something is new.",
  },
  shape: "table",
  columns: [
    disclosingUnit,
    {
      id: "subject",
      title: "事项",
      english: "Subject",
      type: text,
      required: true,
      doc: { zh: "下拉所列事项，或功能分类科目编码。", en: "A subject from the list, or a functional code." },
      example: "基本支出",
      width: 22,
    },
    {
      id: "reason",
      title: "主要原因",
      english: "Main reason",
      type: longText,
      doc: { zh: "“主要原因是”之后的文字。", en: "What follows after “主要原因是” (the main reason is)." },
      example: "在职人员增加2名",
      width: 50,
    },
    {
      id: "use",
      title: "主要用途",
      english: "Main use",
      type: longText,
      doc: { zh: "“主要用于”之后的文字。", en: "What follows after “主要用于” (mainly used for)." },
      example: "保障在职人员工资福利",
      width: 50,
    },
  ],
};
