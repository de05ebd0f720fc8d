import type { SheetSchema } from "../../sheet-schema.ts";
import { DISCLOSED_DOCUMENTS } from "../../year-terms.ts";
import { choice } from "../columns.ts";
import { date, optionalText } from "./columns.ts";

export const DISCLOSURES_SHEET: SheetSchema = {
  id: "disclosures",
  title: "信息公开情况",
  english: "Publications",
  doc: {
    zh: "本年应公开的预决算，一行一件；批复后20日内公开为及时（预算法第十四条）。在工作区中由公开记录自动得出。",
    en: "Budgets and final accounts to be published in the year, one a row; in time is within 20 days of approval (Budget Law, article 14). In the workspace they follow from the publications recorded there.",
  },
  shape: "table",
  columns: [
    {
      id: "document",
      title: "公开事项",
      english: "Document",
      type: choice(DISCLOSED_DOCUMENTS),
      required: true,
      doc: {
        zh: "部门预算、部门决算或绩效自评。",
        en: "Departmental budget, final accounts or self-evaluation.",
      },
      example: "部门预算",
      width: 14,
    },
    date(
      ["批复日期", "Approved on"],
      { zh: "财政部门批复之日。", en: "The day of approval by the finance authority." },
      { id: "approval_date" },
    ),
    date(
      ["公开日期", "Published on"],
      { zh: "没有公开的不填。", en: "Blank if it was not published." },
      { id: "publication_date", required: false },
    ),
    optionalText(
      "address",
      ["公开网址", "Address"],
      { zh: "在哪里公开。", en: "Where it was published." },
      "",
    ),
  ],
};
