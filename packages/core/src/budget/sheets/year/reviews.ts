import type { SheetSchema } from "../../sheet-schema.ts";
import { REVIEW_LEVELS } from "../../year-terms.ts";
import { choice } from "../columns.ts";
import { indicatorName, optionalProse, projectOrWhole } from "./columns.ts";

export const REVIEWS_SHEET: SheetSchema = {
  id: "reviews",
  title: "自评复核",
  english: "Reviews",
  doc: {
    zh: "主管部门、财政部门对自评的复核分，一个指标一行；指标留空的一行是预算执行的得分。没有复核的保留自评分。",
    en: "Scores by which the supervising department or the finance authority reviews a self-evaluation, one row an indicator; a row without indicator is the score of execution. What is not reviewed keeps its own score.",
  },
  shape: "table",
  columns: [
    {
      id: "level",
      title: "复核方",
      english: "Reviewer",
      type: choice(REVIEW_LEVELS),
      required: true,
      doc: { zh: "主管部门或财政部门。", en: "The supervising department or the finance authority." },
      example: "主管部门",
      width: 12,
    },
    projectOrWhole,
    indicatorName({ zh: "留空即预算执行。", en: "Blank: the execution of the budget." }, false),
    {
      id: "score",
      title: "复核得分",
      english: "Reviewed score",
      type: { kind: "decimal" },
      required: true,
      doc: { zh: "不超过分值。", en: "No more than the full score." },
      example: "19.5",
      width: 12,
    },
    optionalProse(
      "comment",
      ["复核意见", "Comment"],
      { zh: "与自评不同的须写原因。", en: "Required where it differs from the self-evaluation." },
      "佐证不足。",
    ),
  ],
};
