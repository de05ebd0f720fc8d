import { fitOf } from "../../prior/last-years-pack.ts";
import { defineRule, type RuleResult } from "../rule.ts";

export default defineRule({
  id: "prior/is-last-years-pack",
  level: "warning",
  title: { zh: "上年材料应是同一单位上一年的预算公开", en: "The pack of last year is the same body's" },
  basis: [],
  doc: {
    zh: "“上年数”只能与同一单位、上一年度、同一范围（部门或单位）的预算公开件对照。给错了材料的，不作对照，并在这里说明。",
    en: "Figures of last year are compared with the budget that the same body published a year before, and with nothing else.",
  },
  examples: [
    {
      name: "the pack given is of two years before",
      text: "示例区民政局2024年部门预算\n一、收入预算\n收入预算10.00万元。",
      prior: "示例区民政局2022年部门预算\n一、收入预算\n收入预算9.00万元。",
      messages: ["给出的上年材料是2022年的，本材料是2024年的，不是前后两年；未与上年比较。"],
    },
    {
      name: "the pack given is of another body",
      text: "示例区民政局2024年部门预算\n一、收入预算\n收入预算10.00万元。",
      prior: "示例区司法局2023年部门预算\n一、收入预算\n收入预算9.00万元。",
      messages: ["给出的上年材料是“示例区司法局”的，本材料是“示例区民政局”的，不是同一单位；未与上年比较。"],
    },
    {
      name: "the pack of the year before",
      text: "示例区民政局2024年部门预算\n一、收入预算\n收入预算10.00万元。",
      prior: "示例区民政局2023年部门预算\n一、收入预算\n收入预算9.00万元。",
      messages: [],
    },
  ],
  *check({ pack, prior }): Generator<RuleResult> {
    if (prior === undefined) {
      yield {
        outcome: "could-not-check",
        reason: {
          zh: "没有给出上年材料（--prior），“上年数”未与上年公开件核对",
          en: "last year's pack was not given (--prior): figures of last year were not compared",
        },
      };
      return;
    }
    const { verdict, reason } = fitOf(pack, prior);
    if (verdict === "misfit" && reason !== undefined)
      yield {
        outcome: "conflict",
        message: {
          zh: `${reason.zh}；未与上年比较。`,
          en: `${capital(reason.en)}; nothing was compared with last year.`,
        },
        remedy: { zh: "换成上一年度的公开件再查。", en: "Give the pack of the year before." },
      };
    else if (verdict === "unsure" && reason !== undefined) yield { outcome: "could-not-check", reason };
    else if (prior.kind === "final-accounts")
      yield {
        outcome: "could-not-check",
        reason: {
          zh: "上年材料是决算：只与写明“上年决算数”的数字对照，上年预算数未核对",
          en: "last year's pack is final accounts: budgets of last year were not compared",
        },
      };
    else yield { outcome: "holds" };
  },
});

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
