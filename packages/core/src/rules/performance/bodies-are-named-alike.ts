import type { PrintedText } from "../../pack/performance-form.ts";
import { plain } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { formName, notPrinted } from "./forms.ts";

export default defineRule({
  id: "performance/bodies-are-named-alike",
  level: "warning",
  title: { zh: "绩效目标表的业务主管部门应前后一致", en: "The forms name one supervising department" },
  basis: [],
  doc: {
    zh: "同一部门的项目，业务主管部门应是同一个；把编制单位自己填作主管部门，多半是填错。",
    en: "Projects of one department have one supervising department; a form that names its own compiler there is mostly a slip.",
  },
  examples: [
    {
      name: "one form names its compiler as the supervising department",
      text: ["示例区老干部局", "216-示例区服务中心"]
        .map(
          (supervisor, index) =>
            `2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t项目${index + 1}\t业务主管部门\t${supervisor}\t\t\t\n编制单位\t216-示例区服务中心\t区级支出\t45.00\t\t\t\n当年绩效目标\t组织活动6场。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t组织活动场次\t90\t场\t≥\t6\t是\n`,
        )
        .join("\n"),
      messages: ["各项目绩效目标表的业务主管部门不一：示例区老干部局、216-示例区服务中心。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const named = pack.performance.filter(
      (form) => form.kind === "project" && nameOf(form.supervisor) !== "",
    );
    if (named.length === 0) {
      yield notPrinted("绩效目标表没有印主管部门", "no form names a supervising department");
      return;
    }
    const names = new Map(named.map((form) => [nameOf(form.supervisor), form]));
    const compilers = new Set(named.map((form) => nameOf(form.unit)));
    const odd = [...names].filter(([name]) => compilers.has(name));
    if (names.size === 1) {
      yield { outcome: "holds" };
      return;
    }
    if (odd.length === 0) {
      yield SEVERAL;
      return;
    }
    const shown = [...new Set(named.map((form) => plain(form.supervisor?.text ?? "")))].join("、");
    const [, form] = odd[0] ?? [];
    yield {
      outcome: "conflict",
      message: {
        zh: `各项目绩效目标表的业务主管部门不一：${shown}。`,
        en: `The forms name different supervising departments: ${shown}.`,
      },
      remedy: {
        zh: `核对${form === undefined ? "各表" : formName(form)}的业务主管部门。`,
        en: "Check the supervising department of each form.",
      },
      ...(form?.supervisor?.place === undefined ? {} : { place: form.supervisor.place }),
      quote: form?.supervisor?.text ?? "",
    };
  },
});

const SEVERAL: RuleResult = {
  outcome: "could-not-check",
  reason: {
    zh: "各表的主管部门不同，可能分属几个部门",
    en: "the forms name several departments, which may each have their own projects",
  },
};

/** A body's name without its code: "216-某中心". */
function nameOf(printed: PrintedText | undefined): string {
  return plain(printed?.text ?? "").replace(/^[\d_-]+/u, "");
}
