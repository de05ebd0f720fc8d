import type { SheetSchema } from "../../sheet-schema.ts";
import { ACHIEVEMENTS } from "../../year-terms.ts";
import { choice } from "../columns.ts";
import { indicatorName, optionalNumber, optionalProse, optionalText, projectOrWhole } from "./columns.ts";

export const EVALUATIONS_SHEET: SheetSchema = {
  id: "evaluations",
  title: "绩效自评",
  english: "Self-evaluation",
  doc: "年终一个指标一行；指标留空的一行说明项目（或整体）的预算执行和目标完成情况。得分由程序计算。",
  shape: "table",
  prepared: ["project", "indicator"],
  columns: [
    projectOrWhole,
    indicatorName("留空即项目（或整体）的总说明。", false),
    optionalText("actual", ["全年完成值", "Actual of the year"], "没有统计口径的指标在此填报。", "2100"),
    {
      id: "achievement",
      title: "定性完成情况",
      english: "Achievement",
      type: choice(ACHIEVEMENTS),
      doc: "定性指标填。",
      example: "达到",
      width: 14,
    },
    optionalNumber(
      "share",
      ["定性得分率（%）", "Qualitative share (%)"],
      "在该档的幅度内，占分值的百分之几；不填：达到取上限，其余取下限。",
      "100",
    ),
    optionalProse(
      "reason",
      ["偏差原因", "Reason"],
      "未完成、超出较多、执行率低于90%的须写。",
      "设备检修一个月。",
    ),
    optionalProse("improvement", ["改进措施", "Improvement"], "下一年怎样改进。", "增加一班。"),
    optionalProse(
      "summary",
      ["目标完成情况", "Attainment of the goal"],
      "总说明一行填：全年目标实际完成情况。",
      "全年目标全部完成。",
    ),
  ],
};
