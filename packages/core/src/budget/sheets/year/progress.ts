import type { SheetSchema } from "../../sheet-schema.ts";
import { ACHIEVEMENTS } from "../../year-terms.ts";
import { choice } from "../columns.ts";
import { date, indicatorName, optionalProse, optionalText, projectOrWhole } from "./columns.ts";

export const PROGRESS_SHEET: SheetSchema = {
  id: "progress",
  title: "绩效运行监控",
  english: "Monitoring",
  doc: {
    zh: "每次监控一个指标一行；指标留空的一行说明项目的预算执行。红灯、黄灯须写原因、全年预计和措施。",
    en: "One row an indicator and round of monitoring; a row without indicator explains a project's execution. Red and yellow lights demand a reason, a forecast for the year and a measure.",
  },
  shape: "table",
  prepared: ["project", "indicator"],
  columns: [
    date(["监控时点", "As of"], { zh: "截至哪一天。", en: "As of which day." }),
    projectOrWhole,
    indicatorName({ zh: "留空即预算执行。", en: "Blank: the execution of the budget." }, false),
    optionalText(
      "actual",
      ["当前完成值", "Actual so far"],
      { zh: "没有统计口径的指标在此填报。", en: "For indicators that are not counted from the register." },
      "1200",
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
    optionalProse(
      "reason",
      ["偏差原因", "Reason"],
      {
        zh: "红灯、黄灯和超出较多的须填。",
        en: "Required for red and yellow lights and where a target is far exceeded.",
      },
      "设备检修一个月。",
    ),
    optionalText(
      "forecast",
      ["全年预计完成值", "Forecast for the year"],
      {
        zh: "按现在的情况，年底能完成多少。",
        en: "What will be reached by the end of the year as things stand.",
      },
      "2000",
    ),
    optionalProse(
      "measure",
      ["纠偏措施", "Measure"],
      { zh: "准备怎样做。", en: "What is to be done about it." },
      "增加一班。",
    ),
    date(
      ["措施完成时限", "Measure due"],
      { zh: "何时做到。", en: "By when." },
      { id: "measure_due", required: false },
    ),
    date(
      ["措施完成日期", "Measure done"],
      { zh: "做到了的填。", en: "When it was done." },
      { id: "measure_done", required: false },
    ),
  ],
};
