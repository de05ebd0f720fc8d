import { defineSection } from "../narrative/definition.ts";
import { ASSETS_IN_DEPARTMENT } from "./assets.ts";
import { OPERATING_FIGURES, PROCUREMENT_FIGURES, VEHICLE_FIGURES } from "./figures.ts";

const PROJECTS = { side: "expenditure", flow: "current", kind: "project" } as const;
const PROCUREMENT = { side: "revenue" } as const;

/** 其他重要事项: organ operating funds, procurement, performance targets and state assets. */
export default defineSection({
  id: "other-matters",
  heading: "其他重要事项的情况说明",
  figures: {
    ...OPERATING_FIGURES,
    ...PROCUREMENT_FIGURES,
    ...VEHICLE_FIGURES,
    generalProcurement: {
      measure: { ...PROCUREMENT, flow: "current", fund: "general-public", procurement: "any" },
    },
    generalGoods: {
      measure: { ...PROCUREMENT, flow: "current", fund: "general-public", procurement: "goods" },
    },
    generalWorks: {
      measure: { ...PROCUREMENT, flow: "current", fund: "general-public", procurement: "works" },
    },
    generalServices: {
      measure: { ...PROCUREMENT, flow: "current", fund: "general-public", procurement: "services" },
    },
    projects: { measure: {}, count: "projects" },
    keyProjects: { measure: {}, count: "projects/key" },
    generalProjects: { measure: {}, count: "projects/general" },
    generalAmount: { measure: { ...PROJECTS, fund: "general-public" } },
    fundAmount: { measure: { ...PROJECTS, fund: "government-fund" } },
    capitalAmount: { measure: { ...PROJECTS, fund: "state-capital" } },
  },
  paragraphs: [
    { subheading: "机关运行经费" },
    {
      sentences: [
        {
          when: { any: [{ positive: "operating" }, { changed: "operating" }] },
          print: [
            "{year}年一般公共预算财政拨款运行经费{operating}，{change:operating}{reason:operating}。",
            { when: { text: "operatingUses" }, print: ["主要用于{text:operatingUses}。"] },
          ],
          otherwise: ["{name}{year}年无机关运行经费。"],
        },
      ],
    },
    { subheading: "政府采购情况" },
    {
      sentences: [
        { when: { body: "department" }, print: ["所属各预算单位"], otherwise: ["本单位"] },
        "政府采购预算总额{procurement}，其中：政府采购货物预算{goods}，政府采购工程预算{works}，政府采购服务预算{services}。",
        "一般公共预算拨款政府采购{generalProcurement}，其中：政府采购货物预算{generalGoods}，政府采购工程预算{generalWorks}，政府采购服务预算{generalServices}。",
        { when: { positive: "smallBusiness" }, print: ["其中面向中小企业预留{smallBusiness}。"] },
      ],
    },
    { subheading: "绩效目标设置情况" },
    {
      sentences: [
        {
          when: { positive: "projects" },
          print: [
            {
              when: { body: "department" },
              print: ["{year}年{body}整体绩效、项目支出均编制绩效目标，纳入绩效全过程管理。"],
              otherwise: ["{year}年{body}项目支出均编制绩效目标，纳入绩效全过程管理。"],
            },
            "涉及一级项目{projects}个，其中，重点专项{keyProjects}个，一般性项目{generalProjects}个。",
            "涉及一般公共预算财政拨款{generalAmount}、政府性基金预算{fundAmount}",
            { when: { positive: "capitalAmount" }, print: ["、国有资本经营预算{capitalAmount}"] },
            "。",
          ],
          otherwise: [
            {
              when: { body: "department" },
              print: ["{year}年{body}整体绩效编制绩效目标，无项目支出绩效目标。"],
              otherwise: ["{year}年{body}无项目支出绩效目标。"],
            },
          ],
        },
      ],
    },
    { subheading: "国有资产占有使用情况" },
    ASSETS_IN_DEPARTMENT,
    {
      when: { known: "assets" },
      sentences: [
        { when: { text: "assetsAsOf" }, print: ["截至{text:assetsAsOf}，"] },
        "本{body}共有车辆{vehicles}辆",
        { each: { assets: "held", prefix: "vehicle" }, as: "{label}{it}辆", join: "、", lead: "，其中，" },
        "。",
        { each: { assets: "held", prefix: "equipment" }, as: "{label}{it}台（套）", join: "，", tail: "。" },
      ],
    },
    {
      when: { known: "assets" },
      sentences: [
        "{year}年一般公共预算安排购置车辆{plannedVehicles}辆",
        { each: { assets: "planned", prefix: "vehicle" }, as: "{label}{it}辆", join: "、", lead: "，其中，" },
        "。",
        {
          each: { assets: "planned", prefix: "equipment" },
          as: "{label}{it}台（套）",
          join: "，",
          tail: "。",
        },
      ],
    },
  ],
});
