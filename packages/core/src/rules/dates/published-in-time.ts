import type { Text } from "../../finding/finding.ts";
import { defineRule, type RuleContext, type RuleResult } from "../rule.ts";
import { addDays, dateText, daysBetween } from "./calendar.ts";
import { DAYS_ALLOWED } from "./days-allowed.ts";
import { printedDate } from "./printed-dates.ts";

export default defineRule({
  id: "dates/published-in-time",
  level: "error",
  title: { zh: "应在批复后二十日内公开", en: "Published within twenty days of approval" },
  basis: [
    { document: "中华人民共和国预算法", article: "第十四条" },
    { document: "中华人民共和国预算法实施条例", article: "第六条" },
  ],
  doc: {
    zh: "部门预算应在本级财政部门批复后二十日内公开；单位预算应在主管部门批复后二十日内公开。按日历日计算，批复当日不计。两个日期要另外给出；材料自己写明“公开日期”“批复日期”的，用它写的。",
    en: "A department's budget is due twenty calendar days after its approval by the finance department, a unit's after its approval by the department. Both dates must be given, or named as such in the pack.",
  },
  examples: [
    {
      name: "published on the day after the last one",
      text: "示例区民政局2024年部门预算",
      approvalDate: "2024-02-09",
      publicationDate: "2024-03-01",
      messages: ["2024年2月9日批复，应在2024年2月29日前公开，实际2024年3月1日公开，逾期1天。"],
    },
    {
      name: "published on the last day",
      text: "示例区民政局2024年部门预算",
      approvalDate: "2024-02-09",
      publicationDate: "2024-02-29",
      messages: [],
    },
    {
      name: "the day printed in the pack counts where no other was given",
      text: "示例区民政局2024年部门预算\n一、部门概况\n公开日期：2024年3月10日\n内容。",
      approvalDate: "2024-02-09",
      messages: ["2024年2月9日批复，应在2024年2月29日前公开，实际2024年3月10日公开，逾期10天。"],
    },
    {
      name: "published before it was approved",
      text: "示例区民政局2024年部门预算",
      approvalDate: "2024-02-09",
      publicationDate: "2024-02-01",
      messages: ["公开日期2024年2月1日早于批复日期2024年2月9日，两个日期至少有一个不对。"],
    },
  ],
  *check(context): Generator<RuleResult> {
    const { approved, published, place } = datesOf(context);
    if (approved === undefined || published === undefined) {
      yield { outcome: "could-not-check", reason: missing(approved, published) };
      return;
    }
    const where = place === undefined ? {} : { place };
    const last = addDays(approved, DAYS_ALLOWED) ?? approved;
    const late = daysBetween(last, published);
    if (daysBetween(approved, published) < 0) yield { ...beforeApproval(approved, published), ...where };
    else if (late > 0) yield { ...tooLate(approved, published, last, late), ...where };
    else yield { outcome: "holds", ...where };
  },
});

/** Dates given count before those that the pack prints. */
function datesOf({ pack, approvalDate, publicationDate }: RuleContext) {
  const printed = publicationDate === undefined ? printedDate(pack, "published") : undefined;
  return {
    approved: approvalDate ?? printedDate(pack, "approved")?.iso,
    published: publicationDate ?? printed?.iso,
    place: printed?.place,
  };
}

function missing(approved: string | undefined, published: string | undefined): Text {
  if (approved === undefined && published === undefined)
    return {
      zh: "没有给出公开日期和批复日期（--published、--approved）",
      en: "the dates of publication and approval were not given (--published, --approved)",
    };
  return approved === undefined
    ? { zh: "没有给出批复日期（--approved）", en: "the date of approval was not given (--approved)" }
    : { zh: "没有给出公开日期（--published）", en: "the date of publication was not given (--published)" };
}

function tooLate(approved: string, published: string, last: string, late: number): RuleResult {
  return {
    outcome: "conflict",
    message: {
      zh: `${dateText(approved)}批复，应在${dateText(last)}前公开，实际${dateText(published)}公开，逾期${late}天。`,
      en: `Approved on ${approved}, due by ${last}, published on ${published}: ${late} ${late === 1 ? "day" : "days"} late.`,
    },
    remedy: {
      zh: "说明逾期原因；批复日期填错的改正日期。",
      en: "Explain the delay, or correct the date of approval.",
    },
    printed: published,
    expected: last,
    difference: String(late),
  };
}

function beforeApproval(approved: string, published: string): RuleResult {
  return {
    outcome: "conflict",
    level: "warning",
    message: {
      zh: `公开日期${dateText(published)}早于批复日期${dateText(approved)}，两个日期至少有一个不对。`,
      en: `Published on ${published}, before its approval on ${approved}: one of the dates is wrong.`,
    },
    remedy: { zh: "核对两个日期。", en: "Check both dates." },
    printed: published,
  };
}
