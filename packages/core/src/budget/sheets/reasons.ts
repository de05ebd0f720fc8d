import type { SheetSchema } from "../sheet-schema.ts";
import { longText, text, unit } from "./columns.ts";

export const REASONS_SHEET: SheetSchema = {
  id: "reasons",
  title: "增减原因",
  english: "Reasons for changes",
  doc: "较上年增减的主要原因和资金主要用途。超过公开口径规定的幅度或从无到有时必填。",
  shape: "table",
  columns: [
    unit("单位预算公开时使用；留空即部门。"),
    {
      id: "subject",
      title: "事项",
      english: "Subject",
      type: text,
      required: true,
      doc: "下拉所列事项，或功能分类科目编码。",
      example: "基本支出",
      width: 22,
    },
    {
      id: "reason",
      title: "主要原因",
      english: "Main reason",
      type: longText,
      doc: "“主要原因是”之后的文字。",
      example: "在职人员增加2名",
      width: 50,
    },
    {
      id: "use",
      title: "主要用途",
      english: "Main use",
      type: longText,
      doc: "“主要用于”之后的文字。",
      example: "保障在职人员工资福利",
      width: 50,
    },
  ],
};
