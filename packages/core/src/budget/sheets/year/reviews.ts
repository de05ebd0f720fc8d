import type { SheetSchema } from "../../sheet-schema.ts";
import { REVIEW_LEVELS } from "../../year-terms.ts";
import { choice } from "../columns.ts";
import { indicatorName, optionalProse, projectOrWhole } from "./columns.ts";

export const REVIEWS_SHEET: SheetSchema = {
  id: "reviews",
  title: "自评复核",
  english: "Reviews",
  doc: "主管部门、财政部门对自评的复核分，一个指标一行；指标留空的一行是预算执行的得分。没有复核的保留自评分。",
  shape: "table",
  columns: [
    {
      id: "level",
      title: "复核方",
      english: "Reviewer",
      type: choice(REVIEW_LEVELS),
      required: true,
      doc: "主管部门或财政部门。",
      example: "主管部门",
      width: 12,
    },
    projectOrWhole,
    indicatorName("留空即预算执行。", false),
    {
      id: "score",
      title: "复核得分",
      english: "Reviewed score",
      type: { kind: "decimal" },
      required: true,
      doc: "不超过分值。",
      example: "19.5",
      width: 12,
    },
    optionalProse("comment", ["复核意见", "Comment"], "与自评不同的须写原因。", "佐证不足。"),
  ],
};
