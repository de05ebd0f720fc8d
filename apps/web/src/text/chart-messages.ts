import type { Text } from "@mingzhang/core";

export const CHART_MESSAGES = {
  "charts.empty": { zh: "没有数据可画。", en: "There is nothing to draw." },
  "charts.failed": {
    zh: "图没有画出来，数字见旁边的表。",
    en: "The picture could not be drawn; the figures are in the table beside.",
  },
  "charts.table": { zh: "{title}（表）", en: "{title} (table)" },
  "charts.image": {
    zh: "{title}（图，数字见旁边的表）",
    en: "{title} (picture; figures are in the table beside)",
  },
  "charts.yuan": { zh: "元", en: "yuan" },
  "charts.year": { zh: "{year}年", en: "{year}" },
  "charts.class": { zh: "科目", en: "Class" },
  "charts.functional": { zh: "支出按功能分类", en: "Expenditure by function" },
  "charts.economic": { zh: "支出按部门经济分类", en: "Expenditure by departmental economic class" },
  "charts.no-last-year": {
    zh: "{year}年预算不在系统中：功能分类的上年数来自“上年预算数”表，经济分类没有上年数。",
    en: "The budget of {year} is not here: last year's figures by function come from the sheet of last year's budget, and by economic class there are none.",
  },
  "charts.open": { zh: "看图：办理状态和逾期天数", en: "Charts: states and lateness" },
  "charts.states": { zh: "预算办理状态", en: "States of the budgets" },
  "charts.lateness": { zh: "逾期天数", en: "Days late" },
  "charts.bodies": { zh: "个机构", en: "bodies" },
  "charts.count": { zh: "机构数", en: "Bodies" },
  "charts.state": { zh: "状态", en: "State" },
  "charts.days": { zh: "天数", en: "Days" },
  "charts.in-time": { zh: "未逾期", en: "In time" },
  "charts.between": { zh: "{from}–{to} 天", en: "{from}–{to} days" },
  "charts.more-than": { zh: "{from} 天及以上", en: "{from} days or more" },
} as const satisfies Readonly<Record<string, Text>>;
