import type { Place } from "../../document/document.ts";
import type { PerformanceForm, PrintedText } from "../../pack/performance-form.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { at, formName, nothingToCheck } from "./forms.ts";

export default defineRule({
  id: "performance/no-empty-field",
  level: "warning",
  title: {
    zh: "绩效目标表的目标、概况、依据和指标值应填写",
    en: "A form fills in its goal, outline, basis and targets",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第三十二条" }],
  doc: {
    zh: "已填报项目的表，年度目标、项目概况、立项依据和每条指标的指标值不应空着。整张空表（本部门无该类项目）不查。",
    en: "A form that is filled in leaves no goal, outline, basis or target blank. Forms that are blank as a whole are not judged.",
  },
  examples: [
    {
      name: "no goal, and an indicator without a target",
      text: `2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部慰问\t业务主管部门\t示例区老干部局\t\t\t\n当年预算\t45.00\t区级支出\t45.00\t\t\t\n当年绩效目标\t\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t组织活动场次\t45\t场\t≥\t\t是\n\t老干部满意度\t45\t%\t≥\t95\t是\n`,
      messages: ["项目“老干部慰问”没有填写绩效目标。", "项目“老干部慰问”的指标“组织活动场次”没有指标值。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter((form) => !form.blank);
    if (forms.length === 0) yield nothingToCheck(pack);
    for (const form of forms) yield* judge(form);
  },
});

const FIELDS = [
  ["goal", "绩效目标", "goal"],
  ["overview", "项目概况", "outline"],
  ["basis", "立项依据", "basis"],
] as const;

function* judge(form: PerformanceForm): Generator<RuleResult> {
  const empty = FIELDS.filter(([field]) => isEmpty(form[field]));
  const targets = form.indicators.filter(({ target }) => target === "");
  if (empty.length === 0 && targets.length === 0) yield { outcome: "holds", ...at(form.place) };
  for (const [field, zh, en] of empty)
    yield emptyField(`${formName(form)}没有填写${zh}。`, `The form has no ${en}.`, form[field]?.place);
  // A row cut by the page's end may have its target on the next page.
  if (form.incomplete && targets.length > 0) yield UNREAD;
  else
    for (const { name, targetPlace } of targets) {
      yield emptyField(
        `${formName(form)}的指标“${name}”没有指标值。`,
        `The indicator "${name}" has no target.`,
        targetPlace,
      );
    }
}

const UNREAD: RuleResult = {
  outcome: "could-not-check",
  reason: { zh: "有的指标行没有读全", en: "some rows of indicators were not read in full" },
};

function isEmpty(field: PrintedText | undefined): boolean {
  return field !== undefined && field.text === "";
}

function emptyField(zh: string, en: string, place: Place | undefined): RuleResult {
  return {
    outcome: "conflict",
    message: { zh, en },
    remedy: { zh: "补填。", en: "Fill it in." },
    ...at(place),
  };
}
