import type { SheetSchema } from "../../sheet-schema.ts";
import { text } from "../columns.ts";
import { optionalText } from "./columns.ts";

/** The only sheet with personal data: read by its own body only, and never part of a report. */
export const PARTICIPANTS_SHEET: SheetSchema = {
  id: "participants",
  title: "人员名单",
  english: "Participants",
  doc: {
    zh: "台账记录涉及的人员，确有必要才填。只有本单位能看，不进入任何报表和公开文件。",
    en: "Persons that a record of the register concerns, only where really necessary. Seen by this body alone; in no report and no published file.",
  },
  shape: "table",
  columns: [
    {
      id: "number",
      title: "台账编号",
      english: "Record number",
      type: text,
      required: true,
      doc: { zh: "绩效佐证台账中的编号。", en: "The number in the evidence register." },
      example: "A001",
      width: 14,
    },
    {
      id: "name",
      title: "姓名",
      english: "Name",
      type: text,
      required: true,
      doc: { zh: "只在本单位保存。", en: "Kept by this body alone." },
      example: "李四",
      width: 14,
    },
    optionalText("note", ["备注", "Note"], { zh: "可不填。", en: "May be left blank." }, ""),
  ],
};
