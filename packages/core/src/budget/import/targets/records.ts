import { RECORDS_SHEET } from "../../sheets/year/records.ts";
import { EVIDENCE_KINDS } from "../../year-terms.ts";
import { DELETED, type ImportField, named } from "../field.ts";
import type { ImportRow } from "../row.ts";
import type { ImportTarget, RowValues } from "../target.ts";

const FIELDS: readonly ImportField[] = [
  { id: "number", zh: "编号", headings: [["编号", "台账编号", "台账", "记录编号", "记录", "number"]] },
  {
    id: "date",
    zh: "日期",
    required: true,
    headings: [["日期", "时间", "活动日期", "活动时间", "发生日期", "登记日期", "date"]],
  },
  { id: "kind", zh: "类别", required: true, headings: [["类别", "类型", "活动类别", "活动类型", "kind"]] },
  { id: "project", zh: "项目", headings: [["项目", "所属项目", "预算项目", "project"]] },
  {
    id: "matter",
    zh: "事项",
    required: true,
    headings: [["事项", "活动", "活动内容", "内容", "主题", "工作内容", "matter"]],
  },
  { id: "place", zh: "地点", headings: [["地点", "活动地点", "地址", "place"]] },
  {
    id: "count",
    zh: "数量",
    headings: [["数量", "人数", "人次", "参加人数", "参与人数", "参加人次", "件数", "场次", "count"]],
  },
  { id: "measure_unit", zh: "计量单位", headings: [["计量单位", "单位", "measure_unit"]] },
  {
    id: "reached",
    zh: "达到数",
    headings: [["达到数", "满意数", "满意人数", "合格数", "实到", "实到人数", "reached"]],
  },
  {
    id: "due",
    zh: "应达数",
    headings: [["应达数", "调查人数", "答卷数", "检查数", "应到", "应到人数", "due"]],
  },
  { id: "amount_yuan", zh: "金额", headings: [["金额", "发放金额", "支出金额", "经费", "amount_yuan"]] },
  { id: "attachment", zh: "附件", headings: [["附件", "佐证", "佐证材料", "attachment"]] },
  { id: "recorded_by", zh: "登记人", headings: [["登记人", "经办人", "填报人", "recorded_by"]] },
  DELETED,
  {
    id: "ignored",
    zh: "不导入",
    headings: [
      ["序号", "行号", "备注", "姓名", "身份证号", "身份证", "联系电话", "电话", "手机号", "create_time"],
    ],
  },
];

/** Lists of what was done. Names and numbers of persons are known and left out: a register counts. */
export const RECORD_IMPORT: ImportTarget = {
  schema: RECORDS_SHEET,
  fields: named(FIELDS, RECORDS_SHEET),
  anchor: "matter",
  classified: ["matter", "date"],
  read: readEvidence,
};

function readEvidence(row: ImportRow): RowValues {
  return {
    number: row.whole("number"),
    date: row.date(),
    kind: row.choice("kind", EVIDENCE_KINDS),
    project: row.text("project"),
    matter: row.whole("matter"),
    place: row.whole("place"),
    count: row.whole("count"),
    measure_unit: row.whole("measure_unit"),
    reached: row.whole("reached"),
    due: row.whole("due"),
    amount_yuan: row.amount() ?? "",
    attachment: row.whole("attachment"),
    recorded_by: row.whole("recorded_by"),
  };
}
