import { defineSection } from "../narrative/definition.ts";
import { REVENUE_MEMBERS } from "./funds.ts";

/** 部门收支总体情况: revenue by source and expenditure by function, each against the prior year. */
export default defineSection({
  id: "revenue-and-expenditure",
  heading: "{body}收支总体情况",
  figures: {
    revenue: { measure: { side: "revenue" } },
    carryOver: { measure: { side: "revenue", flow: "carry-over" } },
    institutionalFund: { measure: { side: "revenue", flow: "current", fund: "institutional-fund" } },
    expenditure: { measure: { side: "expenditure", flow: "current" } },
    carriedOut: { measure: { side: "expenditure", flow: "carry-over" } },
    basic: { measure: { side: "expenditure", flow: "current", kind: "basic" } },
    project: { measure: { side: "expenditure", flow: "current", kind: "project" } },
  },
  paragraphs: [
    { subheading: "收入预算" },
    {
      sentences: [
        "{year}年年初预算数{revenue}，其中：",
        { each: { members: REVENUE_MEMBERS }, as: "{label}{it}", join: "，" },
        { when: { positive: "carryOver" }, print: ["，上年结转{carryOver}"] },
        { when: { positive: "institutionalFund" }, print: ["，用事业基金弥补收支差额{institutionalFund}"] },
        { when: { comparable: "revenue" }, print: ["。收入预算{since:revenue}"] },
        {
          when: { changed: "revenue" },
          print: [
            "，主要是",
            {
              each: { members: REVENUE_MEMBERS },
              as: "{label}{since:it}",
              join: "，",
              where: { changed: "it" },
            },
          ],
        },
        "。",
      ],
    },
    { subheading: "支出预算" },
    {
      sentences: [
        "{year}年年初预算数{expenditure}，其中：",
        {
          each: { functional: { side: "expenditure", flow: "current" }, level: 1 },
          as: "{label}{it}",
          join: "，",
        },
        { when: { comparable: "expenditure" }, print: ["。支出预算{since:expenditure}"] },
        {
          when: { any: [{ changed: "basic" }, { changed: "project" }] },
          print: ["，主要是基本支出预算{move:basic}，项目支出{move:project}"],
        },
        "。",
        { when: { positive: "carriedOut" }, print: ["结转下年{carriedOut}。"] },
      ],
    },
  ],
});
