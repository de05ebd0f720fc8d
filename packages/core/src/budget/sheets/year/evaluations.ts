import type { SheetSchema } from "../../sheet-schema.ts";
import { ACHIEVEMENTS } from "../../year-terms.ts";
import { choice } from "../columns.ts";
import { indicatorName, optionalNumber, optionalProse, optionalText, projectOrWhole } from "./columns.ts";

export const EVALUATIONS_SHEET: SheetSchema = {
  id: "evaluations",
  title: "绩效自评",
  english: "Self-evaluation",
  doc: {
    zh: "年终一个指标一行；指标留空的一行说明项目（或整体）的预算执行和目标完成情况。得分由程序计算。",
    en: "At the end of the year, one row an indicator; a row without indicator explains the execution of a project (or the whole) and how its goal was attained. Scores are computed.",
  },
  shape: "table",
  prepared: ["project", "indicator"],
  columns: [
    projectOrWhole,
    indicatorName(
      { zh: "留空即项目（或整体）的总说明。", en: "Blank: the explanation of the project (or the whole)." },
      false,
    ),
    optionalText(
      "actual",
      ["全年完成值", "Actual of the year"],
      { zh: "没有统计口径的指标在此填报。", en: "For indicators that are not counted from the register." },
      "2100",
    ),
    {
      id: "achievement",
      title: "定性完成情况",
      english: "Achievement",
      type: choice(ACHIEVEMENTS),
      doc: { zh: "定性指标填。", en: "For qualitative indicators." },
      example: "达到",
      width: 14,
    },
    optionalNumber(
      "share",
      ["定性得分率（%）", "Qualitative share (%)"],
      {
        zh: "在该档的幅度内，占分值的百分之几；不填：达到取上限，其余取下限。",
        en: "Percent of the full score, within the range of the grade. Blank: the upper end where reached, else the lower.",
      },
      "100",
    ),
    optionalProse(
      "reason",
      ["偏差原因", "Reason"],
      {
        zh: "未完成、超出较多、执行率低于90%的须写；预算调整而目标未变、又没有说明的，写在项目的总说明中。",
        en: "Required where a target was missed or far exceeded, less than 90% was spent, or a project's budget was adjusted and nothing was said of its targets.",
      },
      "设备检修一个月。",
    ),
    optionalProse(
      "improvement",
      ["改进措施", "Improvement"],
      { zh: "下一年怎样改进。", en: "How it will be improved next year." },
      "增加一班。",
    ),
    optionalProse(
      "summary",
      ["目标完成情况", "Attainment of the goal"],
      {
        zh: "总说明一行填：全年目标实际完成情况。",
        en: "In the row that explains the whole: how far the year's goal was attained.",
      },
      "全年目标全部完成。",
    ),
  ],
};
