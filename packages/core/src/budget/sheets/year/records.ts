import type { SheetSchema } from "../../sheet-schema.ts";
import { EVIDENCE_KINDS } from "../../year-terms.ts";
import { choice, text } from "../columns.ts";
import { date, optionalAmount, optionalNumber, optionalText, projectOrWhole } from "./columns.ts";

export const RECORDS_SHEET: SheetSchema = {
  id: "records",
  title: "绩效佐证台账",
  english: "Evidence register",
  doc: {
    zh: "做了什么，一行一条；只记数量，不记姓名。人员名单如须留存，另填“人员名单”，不出本单位。",
    en: "What was done, one record a row: numbers, no names. Lists of names that must be kept go onto the sheet “Participants”, which does not leave this body.",
  },
  shape: "table",
  columns: [
    optionalText(
      "number",
      ["编号", "Number"],
      {
        zh: "本表内不重复；名单和附件以此对应。",
        en: "Each once; lists of names and attachments refer to it.",
      },
      "A001",
    ),
    date(["日期", "Date"], { zh: "发生之日。", en: "The day on which it happened." }),
    {
      id: "kind",
      title: "类别",
      english: "Kind",
      type: choice(EVIDENCE_KINDS),
      required: true,
      doc: { zh: "走访慰问、活动、培训学习等。", en: "Visit, activity, training and so on." },
      example: "活动",
      width: 14,
    },
    projectOrWhole,
    {
      id: "matter",
      title: "事项",
      english: "Matter",
      type: text,
      required: true,
      doc: { zh: "做了什么；统计口径按事项筛选。", en: "What was done; counting selects records by it." },
      example: "档案开放日",
      width: 32,
    },
    optionalText("place", ["地点", "Place"], { zh: "在哪里。", en: "Where." }, "档案馆"),
    optionalNumber(
      "count",
      ["数量", "Count"],
      { zh: "人次、人数、件数、场次等。", en: "Visits, persons, pieces, events and so on." },
      "35",
    ),
    optionalText(
      "measure_unit",
      ["计量单位", "Unit of measure"],
      { zh: "数量的单位。", en: "The unit of the count." },
      "人次",
    ),
    optionalNumber(
      "reached",
      ["达到数", "Reached"],
      {
        zh: "满意、到访、合格、完好等的数量。",
        en: "How many were satisfied, visited, passed, in working order and so on.",
      },
      "33",
    ),
    optionalNumber(
      "due",
      ["应达数", "Due"],
      {
        zh: "答卷、应访、应检、应到等的总数。",
        en: "Out of how many: answers, persons to visit, pieces to inspect and so on.",
      },
      "35",
    ),
    optionalAmount(
      "amount_yuan",
      ["金额（元）", "Amount (yuan)"],
      { zh: "涉及资金的填。", en: "Where money was involved." },
      "",
    ),
    optionalText(
      "attachment",
      ["附件", "Attachment"],
      { zh: "附件的文件名。", en: "The attachment's file name." },
      "签到表.pdf",
    ),
    optionalText(
      "attachment_sha256",
      ["附件校验码", "Attachment SHA-256"],
      {
        zh: "附件内容的 SHA-256，上传时自动填。",
        en: "SHA-256 of the attachment's content; filled in when it is uploaded.",
      },
      "",
    ),
    optionalText(
      "recorded_by",
      ["登记人", "Recorded by"],
      { zh: "谁登记的。", en: "Who recorded it." },
      "张三",
    ),
  ],
};
