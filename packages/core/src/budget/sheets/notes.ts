import type { SheetSchema } from "../sheet-schema.ts";
import { disclosingUnit, longText, text } from "./columns.ts";

export const NOTES_SHEET: SheetSchema = {
  id: "notes",
  title: "公开说明",
  english: "Notes",
  doc: {
    zh: "其他需要说明的事项，按顺序印在情况说明最后；或印在某张表之下。",
    en: "What else is to be explained: printed in this order at the end of the narrative, or below a table.",
  },
  shape: "table",
  columns: [
    {
      id: "table",
      title: "公开表",
      english: "Disclosed table",
      type: text,
      doc: {
        zh: "印在哪张表下（表的标识，如 social-insurance）；留空即情况说明。",
        en: "The table to print it below, by its id, e.g. social-insurance. Blank: in the narrative.",
      },
      example: "",
      width: 22,
    },
    {
      id: "note",
      title: "说明",
      english: "Note",
      type: longText,
      required: true,
      doc: { zh: "文字。", en: "The text." },
      example: "本部门无涉密项目。",
      width: 80,
    },
    disclosingUnit,
  ],
};
