import { defineSection } from "../narrative/definition.ts";

const APPROPRIATION = { side: "expenditure", flow: "current", fund: "appropriation" } as const;

/** 预算编制说明: revenue by source, expenditure by budget and kind, and what the appropriation pays for. */
export default defineSection({
  id: "preparation-notes",
  heading: "{year}年{body}预算编制说明",
  figures: {
    revenue: { measure: { side: "revenue" } },
    appropriation: { measure: { side: "revenue", fund: "appropriation" } },
    service: { measure: { side: "revenue", fund: "service" } },
    business: { measure: { side: "revenue", fund: "business" } },
    otherSources: { measure: { side: "revenue", fund: "other-sources" } },
    expenditure: { measure: { side: "expenditure", flow: "current" } },
    carriedOut: { measure: { side: "expenditure", flow: "carry-over" } },
    spending: { measure: APPROPRIATION, reason: "expenditure", reasonOptional: true },
    generalPublic: { measure: { ...APPROPRIATION, fund: "general-public" } },
    governmentFund: { measure: { ...APPROPRIATION, fund: "government-fund" }, reason: "government-fund" },
    stateCapital: { measure: { ...APPROPRIATION, fund: "state-capital" }, reason: "state-capital" },
    basic: { measure: { ...APPROPRIATION, kind: "basic" }, reason: "basic" },
    project: { measure: { ...APPROPRIATION, kind: "project" }, reason: "project" },
    otherKinds: { measure: { ...APPROPRIATION, kind: "other-kinds" } },
  },
  paragraphs: [
    {
      sentences: [
        "{year}年，{name}收入预算{revenue}，其中：财政拨款收入{appropriation}，{change:appropriation}；",
        "事业收入{service}；事业单位经营收入{business}；其他收入{otherSources}。",
      ],
    },
    {
      sentences: [
        "支出预算{expenditure}，其中：财政拨款支出预算{spending}，{change:spending}{reason:spending}。",
        "财政拨款支出预算中，一般公共预算拨款支出预算{generalPublic}，{change:generalPublic}；",
        "政府性基金拨款支出预算{governmentFund}，{change:governmentFund}{reason:governmentFund}；",
        "国有资本经营预算拨款支出预算{stateCapital}，{change:stateCapital}{reason:stateCapital}。",
        { when: { positive: "carriedOut" }, print: ["另有结转下年{carriedOut}。"] },
      ],
    },
    {
      when: { any: [{ positive: "spending" }, { changed: "spending" }] },
      sentences: [
        "财政拨款支出预算中，基本支出{basic}，{change:basic}{reason:basic}；",
        "项目支出{project}，{change:project}{reason:project}",
        { when: { positive: "otherKinds" }, print: ["；其他支出{otherKinds}"] },
        "。",
      ],
    },
    { when: { positive: "spending" }, sentences: ["财政拨款支出主要内容如下："] },
    {
      each: { functional: APPROPRIATION, level: 3, reasons: "optional" },
      paragraphs: [
        { sentences: ["{number}.“{label}”{it}，{change:it}{reason:it}{use:it}。"], style: "list" },
      ],
    },
  ],
});
