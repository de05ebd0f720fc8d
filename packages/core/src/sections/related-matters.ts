import { defineSection } from "../narrative/definition.ts";
import { ASSETS_IN_DEPARTMENT } from "./assets.ts";
import { NOTES_AND_CONTACT } from "./contact.ts";
import { OPERATING_FIGURES, PROCUREMENT_FIGURES, THREE_PUBLIC_FIGURES, VEHICLE_FIGURES } from "./figures.ts";

/** 其他相关情况说明: 三公 and organ operating funds, procurement, performance targets and state assets. */
export default defineSection({
  id: "related-matters",
  heading: "其他相关情况说明",
  figures: {
    ...THREE_PUBLIC_FIGURES,
    ...OPERATING_FIGURES,
    ...PROCUREMENT_FIGURES,
    ...VEHICLE_FIGURES,
    vehicleExpenses: { measure: { side: "expenditure", item: "three-public/vehicles" } },
    administrative: { measure: {}, count: "units/administrative" },
    civilService: { measure: {}, count: "units/civil-service" },
    projects: { measure: {}, count: "projects" },
    projectAmount: { measure: { side: "expenditure", flow: "current", kind: "project" } },
  },
  paragraphs: [
    { subheading: "{year}年“三公”经费预算情况说明" },
    { sentences: ["{year}年“三公”经费预算数为{total}，{change:total}。其中："] },
    { sentences: ["（一）因公出国（境）费{abroad}，{change:abroad}{reason:abroad}{use:abroad}。"] },
    {
      sentences: [
        "（二）公务用车购置及运行费{vehicleExpenses}，{change:vehicleExpenses}。",
        "其中：公务用车购置费{purchase}，{change:purchase}{reason:purchase}{use:purchase}；",
        "公务用车运行费{operation}，{change:operation}{reason:operation}{use:operation}。",
      ],
    },
    { sentences: ["（三）公务接待费{reception}，{change:reception}{reason:reception}{use:reception}。"] },
    { subheading: "机关运行经费预算" },
    {
      sentences: [
        {
          when: { any: [{ positive: "operating" }, { changed: "operating" }] },
          print: [
            "{year}年{name}",
            {
              when: { body: "department" },
              print: [
                { when: { positive: "administrative" }, print: ["{administrative}家行政单位"] },
                {
                  when: { positive: "civilService" },
                  print: [
                    { when: { positive: "administrative" }, print: ["和"] },
                    "{civilService}家参照公务员法管理的事业单位",
                  ],
                },
              ],
            },
            "财政拨款的机关运行经费预算为{operating}，{change:operating}{reason:operating}。",
          ],
          otherwise: ["{year}年{name}无财政拨款的机关运行经费预算。"],
        },
      ],
    },
    { subheading: "政府采购预算情况" },
    {
      sentences: [
        "{year}年本{body}政府采购预算{procurement}，其中：政府采购货物预算{goods}、政府采购工程预算{works}、政府采购服务预算{services}。",
        {
          when: { positive: "smallBusiness" },
          print: ["{year}年本{body}面向中小企业预留政府采购项目预算金额{smallBusiness}。"],
        },
      ],
    },
    { subheading: "绩效目标设置情况" },
    {
      sentences: [
        {
          when: { positive: "projects" },
          print: [
            "按照预算绩效管理工作的总体要求，本{body}开展了{year}年项目预算绩效目标编报工作，编报绩效目标的项目{projects}个，涉及项目预算资金{projectAmount}。",
          ],
          otherwise: ["{year}年本{body}无编报绩效目标的项目。"],
        },
      ],
    },
    { subheading: "国有资产占有使用情况" },
    ASSETS_IN_DEPARTMENT,
    {
      when: { known: "assets" },
      sentences: [
        { when: { text: "assetsAsOf" }, print: ["截至{text:assetsAsOf}，"] },
        "{name}共有车辆{vehicles}辆",
        { each: { assets: "held", prefix: "vehicle" }, as: "{label}{it}辆", join: "、", lead: "，其中：" },
        { each: { assets: "held", prefix: "equipment" }, as: "{label}{it}台（套）", join: "、", lead: "；" },
        "。",
      ],
    },
    {
      when: { known: "assets" },
      sentences: [
        "{year}年{body}预算安排购置车辆{plannedVehicles}辆",
        { each: { assets: "planned", prefix: "vehicle" }, as: "{label}{it}辆", join: "、", lead: "，其中：" },
        {
          each: { assets: "planned", prefix: "equipment" },
          as: "{label}{it}台（套）",
          join: "、",
          lead: "；{body}预算安排购置",
        },
        "。",
      ],
    },
    { subheading: "其他说明事项" },
    ...NOTES_AND_CONTACT,
  ],
});
