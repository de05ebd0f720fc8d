import type { SheetSchema } from "../../sheet-schema.ts";
import { EVIDENCE_KINDS } from "../../year-terms.ts";
import { choice, text } from "../columns.ts";
import { date, optionalAmount, optionalNumber, optionalText, projectOrWhole } from "./columns.ts";

export const RECORDS_SHEET: SheetSchema = {
  id: "records",
  title: "绩效佐证台账",
  english: "Evidence register",
  doc: "做了什么，一行一条；只记数量，不记姓名。人员名单如须留存，另填“人员名单”，不出本单位。",
  shape: "table",
  columns: [
    optionalText("number", ["编号", "Number"], "本表内不重复；名单和附件以此对应。", "A001"),
    date(["日期", "Date"], "发生之日。"),
    {
      id: "kind",
      title: "类别",
      english: "Kind",
      type: choice(EVIDENCE_KINDS),
      required: true,
      doc: "走访慰问、活动、培训学习等。",
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
      doc: "做了什么；统计口径按事项筛选。",
      example: "档案开放日",
      width: 32,
    },
    optionalText("place", ["地点", "Place"], "在哪里。", "档案馆"),
    optionalNumber("count", ["数量", "Count"], "人次、人数、件数、场次等。", "35"),
    optionalText("measure_unit", ["计量单位", "Unit of measure"], "数量的单位。", "人次"),
    optionalNumber("reached", ["达到数", "Reached"], "满意、到访、合格、完好等的数量。", "33"),
    optionalNumber("due", ["应达数", "Due"], "答卷、应访、应检、应到等的总数。", "35"),
    optionalAmount("amount_yuan", ["金额（元）", "Amount (yuan)"], "涉及资金的填。", ""),
    optionalText("attachment", ["附件", "Attachment"], "附件的文件名。", "签到表.pdf"),
    optionalText(
      "attachment_sha256",
      ["附件校验码", "Attachment SHA-256"],
      "附件内容的 SHA-256，上传时自动填。",
      "",
    ),
    optionalText("recorded_by", ["登记人", "Recorded by"], "谁登记的。", "张三"),
  ],
};
