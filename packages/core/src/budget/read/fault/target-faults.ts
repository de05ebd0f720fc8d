import type { FaultDefinition } from "./fault.ts";

/** What to ask of performance targets while they are written. */
export const TARGET_FAULTS = {
  "goal-placeholder": {
    level: "error",
    zh: "{owner}的目标文字引用了“{name}”，没有这个指标",
    en: "The goal text of {ownerEn} refers to “{name}”, which is no indicator",
    remedyZh: "改为已有的指标名称：{known}。",
    remedyEn: "Use the name of an indicator: {known}.",
  },
  "goal-missing": {
    level: "warning",
    zh: "项目“{project}”没有绩效目标，也没有指标",
    en: "The project “{project}” has neither a goal nor indicators",
    remedyZh: "填写指标；目标文字可以不填，由指标生成。",
    remedyEn: "Fill in indicators; the goal may stay blank and is generated from them.",
  },
  "goal-promise": {
    level: "notice",
    zh: "{owner}的目标文字写{quotes}，没有对应的指标",
    en: "The goal text of {ownerEn} promises {quotes}; no indicator measures it",
    remedyZh: "增设指标，或改写目标文字。",
    remedyEn: "Add an indicator or reword the goal.",
  },
  "indicator-of-two-forms": {
    level: "error",
    zh: "指标既属项目“{project}”，又属单位“{unit}”整体",
    en: "The indicator belongs both to the project “{project}” and to the unit “{unit}” as a whole",
    remedyZh: "项目的指标不填预算单位；单位的整体绩效指标不填项目。",
    remedyEn:
      "Leave the budget unit blank for a project's indicator, and the project for one of a unit as a whole.",
  },
  "target-without-unit": {
    level: "warning",
    zh: "指标“{name}”是 {stated}，没有计量单位",
    en: "The indicator “{name}” is {stated} without a unit",
    remedyZh: "填写计量单位，如：人次、%。",
    remedyEn: "Give its unit, such as 人次 or %.",
  },
  "target-exceeds": {
    level: "warning",
    zh: "指标“{name}”是 {stated}，超过了 100",
    en: "The indicator “{name}” is {stated}, above 100",
    remedyZh: "核对指标值和计量单位。",
    remedyEn: "Check the target and the unit.",
  },
  "target-reversed": {
    level: "warning",
    zh: "指标“{name}”是 {stated}：通常越高越好，却用了“{operator}”",
    en: "The indicator “{name}” is {stated}: more is usually wanted, yet it is limited",
    remedyZh: "应当越高越好的改为“≥”；确实越低越好的，“方向”填“反向”。",
    remedyEn: "Use ≥, or state the direction 反向 if less is really better.",
  },
  "satisfaction-low": {
    level: "notice",
    zh: "满意度指标“{name}”是 {stated}，低于 80",
    en: "The satisfaction “{name}” is {stated}, below 80",
    remedyZh: "核对；满意度目标一般在 80 至 100 之间。",
    remedyEn: "Check it: satisfaction is usually set between 80 and 100.",
  },
  "qualitative-number": {
    level: "warning",
    zh: "指标“{name}”的性质是定性，指标值“{target}”却是数字",
    en: "The indicator “{name}” is qualitative, yet its target “{target}” is a number",
    remedyZh: "改为定量性质（≥、=等），或用文字说明应达到的状况。",
    remedyEn: "Use a relation such as ≥, or describe the state to be reached.",
  },
  "overall-target-differs": {
    level: "warning",
    zh: "指标“{name}”在部门整体是 {overall}，在项目“{project}”是 {stated}",
    en: "The indicator “{name}” is {overall} for the whole, {stated} in “{project}”",
    remedyZh: "改为一致，或用不同的名称区分口径。",
    remedyEn: "Make them agree, or name them apart.",
  },
  "results-not-covered": {
    level: "notice",
    zh: "{owner}没有{classes}",
    en: "{ownerEn}: no indicator of {classesEn}",
    remedyZh: "补充，或确认不需要。",
    remedyEn: "Add one, or make sure that none is needed.",
  },
  "no-core-indicator": {
    level: "notice",
    zh: "{owner}没有核心指标",
    en: "{ownerEn}: no core indicator",
    remedyZh: "至少一条指标的“是否核心指标”填“是”。",
    remedyEn: "Mark at least one indicator as core.",
  },
  "basis-without-number": {
    level: "notice",
    zh: "项目“{project}”的立项依据没有文号",
    en: "The basis of “{project}” names no document number",
    remedyZh: "写出文件名称和文号，如（示府发〔2020〕1号）。",
    remedyEn: "Name the document with its number.",
  },
} as const satisfies Readonly<Record<string, FaultDefinition>>;
