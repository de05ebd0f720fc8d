import { boundGoal, unboundPlaceholders } from "../../../performance/goal.ts";
import { unmeasuredPromises } from "../../../performance/promises.ts";
import { fault, type Report } from "../fault/fault.ts";
import { type RecordSet, type SheetRecord, textOf } from "../record.ts";
import type { Spot } from "../spot.ts";
import { wordsOf } from "../spot.ts";
import { type Check, usable } from "./check.ts";
import { scaledValue } from "./goal/figure.ts";
import { comparable, findMentions, type Mention, signedClauses } from "./goal/mention.ts";
import { type FormOwner, formsOf, ownerOf, recordsOf, WHOLE } from "./goal/owner.ts";
import { mostSimilar } from "./goal/similar.ts";
import { statedIndicator } from "./goal/stated-indicator.ts";

interface Goal {
  readonly owner: FormOwner;
  readonly text: string;
  readonly spot: Spot;
  readonly indicators: readonly SheetRecord[];
}

/**
 * What a goal text says of an indicator is what the indicator says. Figures bound by {名称} agree by construction; a
 * placeholder that names no indicator, and a percentage that none measures, are pointed out.
 */
export const checkGoals: Check = (set, _options, report) => {
  for (const goal of goalsOf(set)) checkGoal(goal, report);
};

function goalsOf(set: RecordSet): readonly Goal[] {
  const forms = formsOf(usable(set, "indicators"));
  const goalOf = (record: SheetRecord, column: string, owner: FormOwner): Goal => ({
    owner,
    text: textOf(record, column),
    spot: record.spot(column),
    indicators: recordsOf(forms, owner),
  });
  return [
    ...set("department").records.map((record) => goalOf(record, "overall_goal", WHOLE)),
    ...usable(set, "units").map((record) =>
      goalOf(record, "overall_goal", { project: "", unit: textOf(record, "unit") }),
    ),
    ...usable(set, "projects").map((record) =>
      goalOf(record, "goal", { project: textOf(record, "project"), unit: "" }),
    ),
  ];
}

function checkGoal(goal: Goal, report: Report): void {
  const indicators = goal.indicators.map(statedIndicator);
  const owner = ownerOf(goal.owner);
  const names = indicators.map(({ name }) => name);
  const known = names.join("、");
  for (const name of unboundPlaceholders(goal.text, indicators)) {
    report(fault("goal-placeholder", goal.spot, { ...owner, name, known }));
  }
  const text = boundGoal(goal.text, indicators);
  checkMentions({ ...goal, text }, report);
  // Without indicators, or where one is given twice, another fault says why nothing measures the text.
  const isCertain = indicators.length > 0 && new Set(names).size === indicators.length;
  const promises = isCertain ? unmeasuredPromises(text, indicators) : [];
  if (promises.length > 0) {
    const quotes = promises.map((quote) => `“${quote}”`).join("、");
    report(fault("goal-promise", goal.spot, { ...owner, quotes }));
  }
}

function checkMentions(goal: Goal, report: Report): void {
  const named = goal.indicators.map((record) => [comparable(textOf(record, "indicator")), record] as const);
  // Of two indicators with one name, which is reported elsewhere, the first counts.
  const byName = new Map(named.toReversed());
  const { mentions, rest } = findMentions(comparable(goal.text), [...byName.keys()]);
  for (const mention of mentions) {
    const indicator = byName.get(mention.name);
    if (indicator !== undefined) compare(goal, mention, indicator, report);
  }
  const mentioned = new Set(mentions.map(({ name }) => name));
  const others = [...byName].filter(([name]) => !mentioned.has(name));
  for (const clause of signedClauses(rest)) {
    const [name, indicator] = mostSimilar(clause.name, others, ([candidate]) => candidate) ?? [];
    if (name === undefined || indicator === undefined) continue;
    const data = { ...ownerOf(goal.owner), ...dataOf(clause, indicator), name };
    report(fault("goal-name-differs", goal.spot, data, { printed: clause.name, expected: name }));
  }
}

function compare(goal: Goal, mention: Mention, indicator: SheetRecord, report: Report): void {
  const operator = textOf(indicator, "operator");
  const value = scaledValue(textOf(indicator, "target"), textOf(indicator, "measure_unit"));
  if (value === undefined) return;
  const { figure } = mention;
  const agrees = figure.operator === undefined || figure.operator === operator;
  if (figure.value === value && agrees) return;
  const opposed = isOpposed(figure.operator ?? operator, operator) || figure.value !== value;
  const data = { ...ownerOf(goal.owner), ...dataOf(mention, indicator) };
  const figures = { printed: figure.text, expected: data.indicator };
  report(fault(opposed ? "goal-contradicts-indicator" : "goal-relation-differs", goal.spot, data, figures));
}

function dataOf({ name, figure }: Mention, indicator: SheetRecord) {
  const stated = ["operator", "target", "measure_unit"].map((column) => textOf(indicator, column)).join("");
  const where = wordsOf(indicator.spot("target"));
  return { quoted: name + figure.text, name: textOf(indicator, "indicator"), indicator: stated, where };
}

/** Whether one sets a least and the other a greatest value. */
function isOpposed(a: string, b: string): boolean {
  const direction = (operator: string) => ("≥>".includes(operator) ? 1 : "≤<".includes(operator) ? -1 : 0);
  return direction(a) * direction(b) < 0;
}
