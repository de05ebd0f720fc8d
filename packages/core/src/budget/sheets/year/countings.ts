import type { SheetSchema } from "../../sheet-schema.ts";
import { COUNTING_METHODS, EVIDENCE_KINDS } from "../../year-terms.ts";
import { choice, projectReference } from "../columns.ts";
import { indicatorName, optionalText, projectOrWhole } from "./columns.ts";

export const COUNTINGS_SHEET: SheetSchema = {
  id: "countings",
  title: "统计口径",
  english: "Counting",
  doc: {
    zh: "指标的完成值怎样由台账得出；没有口径的指标手工填报，报表中注明。",
    en: "How actual values of indicators are counted from the evidence register. Others are entered by hand, and reports say so.",
  },
  shape: "table",
  prepared: ["project", "indicator"],
  columns: [
    projectOrWhole,
    indicatorName({ zh: "绩效指标表中的名称。", en: "The name on the sheet “Indicators”." }, true),
    {
      id: "method",
      title: "统计方法",
      english: "Method",
      type: choice(COUNTING_METHODS),
      required: true,
      doc: { zh: "对符合条件的台账记录怎样计数。", en: "How the records that qualify are counted." },
      example: "数量合计",
      width: 20,
    },
    {
      id: "kind",
      title: "类别",
      english: "Kind",
      type: choice(EVIDENCE_KINDS),
      doc: { zh: "只计这一类记录；留空不限。", en: "Counts records of this kind only. Blank: of any." },
      example: "服务",
      width: 14,
    },
    optionalText(
      "matter",
      ["事项包含", "Matter contains"],
      {
        zh: "只计事项中含有这些字的记录；留空不限。",
        en: "Counts records only whose matter contains these words. Blank: any.",
      },
      "数字化",
    ),
    {
      id: "source_project",
      title: "记录所属项目",
      english: "Project of the records",
      type: projectReference,
      doc: {
        zh: "只计这个项目的记录；项目指标留空即本项目，整体指标留空即全部。",
        en: "Counts records of this project only. Blank: of the indicator's own project; for an indicator of the whole, all records.",
      },
      example: "",
      width: 28,
    },
  ],
};
