import type { SheetSchema } from "../sheet-schema.ts";
import { OPERATORS, YES_NO } from "../terms.ts";
import { choice, projectReference, text } from "./columns.ts";

export const INDICATORS_SHEET: SheetSchema = {
  id: "indicators",
  title: "绩效指标",
  doc: "整体（项目留空）和各项目的绩效指标。",
  shape: "table",
  columns: [
    {
      id: "project",
      title: "项目",
      type: projectReference,
      doc: "留空即部门整体绩效指标。",
      example: "档案服务专项",
      width: 28,
    },
    {
      id: "indicator",
      title: "指标名称",
      type: text,
      required: true,
      doc: "三级指标名称。",
      example: "数字化档案数量",
      width: 36,
    },
    {
      id: "weight",
      title: "指标权重",
      type: { kind: "decimal" },
      required: true,
      doc: "各表权重之和由公开口径规定。",
      example: "20",
      width: 12,
    },
    {
      id: "measure_unit",
      title: "计量单位",
      synonyms: ["unit"],
      type: text,
      doc: "卷、人次、%等；定性指标可不填。",
      example: "卷",
      width: 12,
    },
    {
      id: "operator",
      title: "指标性质",
      type: choice(OPERATORS),
      required: true,
      doc: "≥、≤、＝、＞、＜或定性。",
      example: "≥",
      width: 12,
    },
    {
      id: "target",
      title: "指标值",
      type: text,
      required: true,
      doc: "定性指标填文字。",
      example: "2000",
      width: 14,
    },
    {
      id: "core",
      title: "是否核心指标",
      type: choice(YES_NO),
      required: true,
      doc: "每张表至少一个核心指标。",
      example: "是",
      width: 14,
    },
  ],
};
