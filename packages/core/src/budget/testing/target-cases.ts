import { row } from "./edit.ts";
import type { FaultCase } from "./fault-case.ts";

/** Goals and targets that somebody should look at while writing them. */
export const TARGET_CASES: readonly FaultCase[] = [
  {
    fault: "goal-placeholder",
    name: "a placeholder that names no indicator",
    edits: { "项目 G2": "做好服务，{数字化档案总量}，{查阅满意度:值}。" },
    says: [
      "error 项目 G2：项目“档案服务专项”的目标文字引用了“数字化档案总量”，没有这个指标。改为已有的指标名称：数字化档案数量、查阅满意度。",
    ],
  },
  {
    fault: "goal-missing",
    name: "a project without goal and indicators",
    edits: { "项目 G2": "", "绩效指标 A3": "", "绩效指标 A4": "", "绩效指标 C2": 10 },
    says: [
      "warning 项目 G2：项目“档案服务专项”没有绩效目标，也没有指标。填写指标；目标文字可以不填，由指标生成。",
    ],
  },
  {
    fault: "goal-promise",
    name: "a percentage that no indicator measures",
    edits: { "部门信息 B9": "档案工作覆盖率达到100%；涉密档案清点到位100%。" },
    says: [
      "notice 部门信息 B9：部门整体的目标文字写“涉密档案清点到位100%”，没有对应的指标。增设指标，或改写目标文字。",
    ],
  },
  {
    fault: "indicator-of-two-forms",
    name: "an indicator of a project and of a unit as a whole",
    edits: { "绩效指标 J3": "档案馆" },
    says: [
      "error 绩效指标 J3：指标既属项目“档案服务专项”，又属单位“档案馆”整体。项目的指标不填预算单位；单位的整体绩效指标不填项目。",
    ],
  },
  {
    fault: "target-without-unit",
    name: "a number without a unit",
    edits: { "绩效指标 D3": "", "项目 G2": "{数字化档案数量}。" },
    says: ["warning 绩效指标 D3：指标“数字化档案数量”是 ≥2000，没有计量单位。填写计量单位，如：人次、%。"],
  },
  {
    fault: "target-exceeds",
    name: "a satisfaction of 950 percent",
    edits: { "绩效指标 F4": 950, "项目 G2": "{查阅满意度}。" },
    says: ["warning 绩效指标 F4：指标“查阅满意度”是 ≥950%，超过了 100。核对指标值和计量单位。"],
  },
  {
    fault: "target-reversed",
    name: "a limit on something wanted",
    edits: { "绩效指标 E4": "≤", "项目 G2": "{查阅满意度}。" },
    says: [
      "warning 绩效指标 E4：指标“查阅满意度”是 ≤95%：通常越高越好，却用了“≤”。应当越高越好的改为“≥”；确实越低越好的，“方向”填“反向”。",
    ],
  },
  {
    fault: "satisfaction-low",
    name: "a satisfaction that hardly anybody sets",
    edits: { "绩效指标 F4": 60, "项目 G2": "{查阅满意度}。" },
    says: [
      "notice 绩效指标 F4：满意度指标“查阅满意度”是 ≥60%，低于 80。核对；满意度目标一般在 80 至 100 之间。",
    ],
  },
  {
    fault: "qualitative-number",
    name: "a number where a state is to be described",
    edits: { "绩效指标 E4": "定性", "项目 G2": "{数字化档案数量}。" },
    says: [
      "warning 绩效指标 F4：指标“查阅满意度”的性质是定性，指标值“95”却是数字。改为定量性质（≥、=等），或用文字说明应达到的状况。",
    ],
  },
  {
    fault: "overall-target-differs",
    name: "another target in the project than for the whole",
    edits: { "绩效指标 B4": "档案工作覆盖率", "项目 G2": "" },
    says: [
      "warning 绩效指标 F4：指标“档案工作覆盖率”在部门整体是 =100%，在项目“档案服务专项”是 ≥95%。改为一致，或用不同的名称区分口径。",
    ],
  },
  {
    fault: "results-not-covered",
    name: "kinds that were entered and leave out outcome",
    edits: { "绩效指标 H3": "数量指标", "绩效指标 H4": "满意度指标" },
    says: ["notice 绩效指标 H3：项目“档案服务专项”没有效益指标。补充，或确认不需要。"],
  },
  {
    fault: "no-core-indicator",
    name: "a unit's form without a core indicator",
    edits: row("绩效指标", 5, ["", "查阅人次", 100, "人次", "≥", 900, "否", "", "", "档案馆"]),
    says: ["notice 绩效指标 G5：单位“档案馆”整体没有核心指标。至少一条指标的“是否核心指标”填“是”。"],
  },
  {
    fault: "no-core-indicator",
    name: "a project without a core indicator",
    edits: { "绩效指标 G3": "否" },
    says: ["notice 绩效指标 G3：项目“档案服务专项”没有核心指标。至少一条指标的“是否核心指标”填“是”。"],
  },
  {
    fault: "basis-without-number",
    name: "a basis without the number of its document",
    edits: { "项目 F2": "《示例区档案工作办法》。" },
    says: [
      "notice 项目 F2：项目“档案服务专项”的立项依据没有文号。写出文件名称和文号，如（示府发〔2020〕1号）。",
    ],
  },
];
