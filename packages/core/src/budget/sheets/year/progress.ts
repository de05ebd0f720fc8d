import type { SheetSchema } from "../../sheet-schema.ts";
import { ACHIEVEMENTS } from "../../year-terms.ts";
import { choice } from "../columns.ts";
import { date, indicatorName, optionalProse, optionalText, projectOrWhole } from "./columns.ts";

export const PROGRESS_SHEET: SheetSchema = {
  id: "progress",
  title: "绩效运行监控",
  english: "Monitoring",
  doc: "每次监控一个指标一行；指标留空的一行说明项目的预算执行。红灯、黄灯须写原因、全年预计和措施。",
  shape: "table",
  prepared: ["project", "indicator"],
  columns: [
    date(["监控时点", "As of"], "截至哪一天。"),
    projectOrWhole,
    indicatorName("留空即预算执行。", false),
    optionalText("actual", ["当前完成值", "Actual so far"], "没有统计口径的指标在此填报。", "1200"),
    {
      id: "achievement",
      title: "定性完成情况",
      english: "Achievement",
      type: choice(ACHIEVEMENTS),
      doc: "定性指标填。",
      example: "达到",
      width: 14,
    },
    optionalProse("reason", ["偏差原因", "Reason"], "红灯、黄灯和超出较多的须填。", "设备检修一个月。"),
    optionalText(
      "forecast",
      ["全年预计完成值", "Forecast for the year"],
      "按现在的情况，年底能完成多少。",
      "2000",
    ),
    optionalProse("measure", ["纠偏措施", "Measure"], "准备怎样做。", "增加一班。"),
    date(["措施完成时限", "Measure due"], "何时做到。", { id: "measure_due", required: false }),
    date(["措施完成日期", "Measure done"], "做到了的填。", { id: "measure_done", required: false }),
  ],
};
