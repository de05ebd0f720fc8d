import type { Review } from "../../budget/year.ts";
import { REVIEW_LEVELS, type ReviewLevelId } from "../../budget/year-terms.ts";
import type { Cell, Document, Grid } from "../../document/document.ts";
import type { EvaluatedForm, SelfEvaluation, Total } from "../evaluation.ts";
import { decimalRatio, type Ratio, ratioText, subtract } from "../ratio.ts";
import { inTreeOrder } from "./indicator-rows.ts";
import {
  captionOf,
  centred,
  documentOf,
  gridOf,
  heading,
  label,
  points,
  type Reporter,
  reporterOf,
  type Subject,
  words,
} from "./report.ts";

type Reviews = Readonly<Partial<Record<ReviewLevelId, Review>>>;

/**
 * 自评复核表: what the body, its department and the bureau gave, and how far the reviewers differ. Where nobody has
 * reviewed the columns are blank, to be filled in by hand.
 */
export function composeReview({ forms }: SelfEvaluation, subject: Subject): Document {
  const reporter = reporterOf(subject);
  return documentOf(reporter, {
    title: "绩效自评复核表",
    grids: forms.map((form, index) => formGrid(form, index, reporter)),
  });
}

function formGrid(form: EvaluatedForm, index: number, reporter: Reporter): Grid {
  const { project, indicators, executionScore, total, reviewed } = form;
  return gridOf(reporter, {
    id: project === undefined ? "whole-review" : `project-${index}-review`,
    caption: captionOf("绩效自评复核表", project, reporter),
    shortName: project === undefined ? "整体复核" : `项目复核（${index}）`,
    amounts: false,
    columns: [
      ["indicator", 30],
      ["weight", 8, "center"],
      ["self", 9, "center"],
      ...REVIEW_LEVELS.flatMap(({ id }) => [
        [id, 9, "center"] as const,
        [`${id}-difference`, 9, "center"] as const,
      ]),
      ["comment", 30],
    ],
    headerRows: 2,
    rows: [
      ["评价内容", "分值", "自评得分"]
        .map((text) => heading(text, { rowSpan: 2 }))
        .concat(
          REVIEW_LEVELS.map(({ zh }) => heading(`${zh}复核`, { colSpan: 2 })),
          heading("复核意见", { rowSpan: 2 }),
        ),
      REVIEW_LEVELS.flatMap(() => [heading("得分"), heading("与自评之差")]),
      ...(executionScore === undefined
        ? []
        : [
            scoreRow(
              "预算执行率",
              executionScore.full,
              executionScore.points === undefined ? undefined : executionScore.printed,
              executionScore.reviews,
            ),
          ]),
      ...inTreeOrder(indicators).map(({ current, weight, printed, reviews }) =>
        scoreRow(current.name, weight, printed, reviews),
      ),
      totalRow(total, reviewed),
      gradeRow(total, reviewed),
    ],
    orientation: "landscape",
    below: ["复核只写与自评不同的得分；未复核的项目沿用自评得分计入复核总分。"],
  });
}

function scoreRow(name: string, full: Ratio, own: Ratio | undefined, reviews: Reviews): Cell[] {
  const comments = REVIEW_LEVELS.flatMap(({ id, zh }) => {
    const comment = reviews[id]?.comment;
    return comment === undefined ? [] : [`${zh}：${comment}`];
  });
  return [
    label(name, { align: "left" }),
    points(full),
    points(own),
    ...REVIEW_LEVELS.flatMap(({ id }) => givenCells(decimalRatio(reviews[id]?.score ?? ""), own)),
    words(comments.join("\n")),
  ];
}

function totalRow(total: Total, reviewed: EvaluatedForm["reviewed"]): Cell[] {
  return [
    label("总分", { strong: true }),
    points(total.full, { strong: true }),
    points(total.printed, { strong: true }),
    ...REVIEW_LEVELS.flatMap(({ id }) => givenCells(reviewed[id]?.printed, total.printed)),
    words(""),
  ];
}

function gradeRow(total: Total, reviewed: EvaluatedForm["reviewed"]): Cell[] {
  return [
    label("等级", { strong: true }),
    centred(""),
    centred(total.grade ?? "—"),
    ...REVIEW_LEVELS.map(({ id }) => centred(reviewed[id]?.grade, { colSpan: 2 })),
    words(""),
  ];
}

/** A reviewer's score and its signed difference; blank where he gave none. */
function givenCells(given: Ratio | undefined, own: Ratio | undefined): readonly Cell[] {
  if (given === undefined) return [centred(""), centred("")];
  if (own === undefined) return [points(given), centred("—")];
  const difference = subtract(given, own);
  const sign = difference.numerator > 0n ? "+" : "";
  return [points(given), centred(sign + ratioText(difference))];
}
