import { describe, expect, test } from "vitest";
import { RULES } from "./index.ts";
import type { Rule, RuleContext, RuleExample } from "./rule.ts";
import { packOfText } from "./testing/pack-of-text.ts";

function messagesOf(rule: Rule, example: RuleExample): readonly string[] {
  return [...rule.check(contextOf(example))].flatMap((result) =>
    result.outcome === "conflict" ? [result.message.zh] : [],
  );
}

function contextOf({ text, file, prior, units, publicationDate, approvalDate }: RuleExample): RuleContext {
  return {
    pack: packOfText(text, file),
    ...(prior === undefined ? {} : { prior: packOfText(prior) }),
    ...(units === undefined ? {} : { units: units.map((unit) => packOfText(unit)) }),
    ...(publicationDate === undefined ? {} : { publicationDate }),
    ...(approvalDate === undefined ? {} : { approvalDate }),
  };
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  test.each(rule.examples.map((example) => [example.name, example] as const))("%s", (_name, example) => {
    expect(messagesOf(rule, example)).toEqual(example.messages);
  });

  test("shows a fault, so that a check that never fires is noticed", () => {
    expect(rule.examples.some((example) => example.messages.length > 0)).toBe(true);
  });

  test("never keeps silent, not even about an empty pack", () => {
    const outcomes = [...rule.check({ pack: packOfText("某局2024年部门预算") })].map(
      ({ outcome }) => outcome,
    );
    expect(outcomes.length).toBeGreaterThan(0);
  });
});
