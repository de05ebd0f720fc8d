import type { SheetSchema } from "../../sheet-schema.ts";
import { COUNTING_METHODS, EVIDENCE_KINDS } from "../../year-terms.ts";
import { choice, projectReference } from "../columns.ts";
import { indicatorName, optionalText, projectOrWhole } from "./columns.ts";

export const COUNTINGS_SHEET: SheetSchema = {
  id: "countings",
  title: "统计口径",
  english: "Counting",
  doc: "指标的完成值怎样由台账得出；没有口径的指标手工填报，报表中注明。",
  shape: "table",
  prepared: ["project", "indicator"],
  columns: [
    projectOrWhole,
    indicatorName("绩效指标表中的名称。", true),
    {
      id: "method",
      title: "统计方法",
      english: "Method",
      type: choice(COUNTING_METHODS),
      required: true,
      doc: "对符合条件的台账记录怎样计数。",
      example: "数量合计",
      width: 20,
    },
    {
      id: "kind",
      title: "类别",
      english: "Kind",
      type: choice(EVIDENCE_KINDS),
      doc: "只计这一类记录；留空不限。",
      example: "服务",
      width: 14,
    },
    optionalText(
      "matter",
      ["事项包含", "Matter contains"],
      "只计事项中含有这些字的记录；留空不限。",
      "数字化",
    ),
    {
      id: "source_project",
      title: "记录所属项目",
      english: "Project of the records",
      type: projectReference,
      doc: "只计这个项目的记录；项目指标留空即本项目，整体指标留空即全部。",
      example: "",
      width: 28,
    },
  ],
};
