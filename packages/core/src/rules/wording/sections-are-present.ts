import { plain } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";

/** What the narrative of a disclosure holds; `newer` sections were asked for later, or stand in other files. */
const SECTIONS: readonly { readonly name: string; readonly found: RegExp; readonly newer?: true }[] = [
  { name: "部门（单位）职能", found: /职能|职责/u },
  { name: "机构设置", found: /机构|部门构成|单位构成|内设/u },
  { name: "收支预算说明", found: /收入预算|支出预算|预算收入|收支|编制说明/u },
  { name: "“三公”经费说明", found: /三公经费/u },
  { name: "机关运行经费说明", found: /机关运行经费|运行经费|行政经费/u },
  { name: "政府采购说明", found: /政府采购/u },
  { name: "国有资产占有使用说明", found: /国有资产|资产占[有用]|车辆/u, newer: true },
  { name: "绩效目标说明", found: /绩效/u, newer: true },
  { name: "名词解释", found: /名词解释|名词释义|术语/u },
];

export default defineRule({
  id: "wording/sections-are-present",
  level: "warning",
  title: { zh: "说明部分的内容应齐全", en: "The narrative has all its sections" },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "公开材料应说明职能、机构、收支、三公经费、机关运行经费、政府采购、国有资产、绩效，并解释名词。只公开表格的文件不作判断。",
    en: "A disclosure explains duties, bodies, revenue and expenditure, the three public expenses, operating funds, procurement, assets, performance and terms. A file of tables only is not judged.",
  },
  examples: [
    {
      name: "procurement is not explained",
      text: "一、主要职能\n负责某项工作，统筹协调，监督检查，组织实施，完成交办的任务。\n二、机构设置\n内设办公室。\n三、收入预算10万元，支出预算10万元。\n四、“三公”经费0万元，与上年持平。\n五、机关运行经费0万元，国有资产和车辆没有，绩效目标已编制。\n六、名词解释\n基本支出：指保障运转的支出。项目支出：指完成特定任务的支出。\n人员经费：指工资等支出。\n公用经费：指办公等支出。",
      messages: ["说明部分没有“政府采购说明”。"],
    },
    {
      name: "a page on the three public expenses alone",
      text: "某区2024年“三公”经费预算情况说明\n2024年一般公共预算“三公”经费支出预算为328.7万元，比2023年预算减少17.3万元，下降5%。其中：因公出国（境）费支出预算为10万元，公务接待费支出预算为240万元，公务用车购置及运行费支出预算为78.7万元。\n（一）因公出国（境）费支出预算10万元，与2023年预算持平，主要用于组织境外招商引资活动，根据批准的因公临时出国（境）计划安排，按照规定标准执行，严格执行相关规定。\n（二）公务接待费支出预算240万元，比2023年预算减少10万元，下降原因主要是厉行节约，从严控制公务接待支出。",
      messages: [],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const texts = pack.paragraphs.map(({ text }) => plain(text));
    if (
      texts.join("").length < 150 ||
      !texts.some((text) => /职能|职责|名词解释|情况说明|编制说明/u.test(text))
    ) {
      yield {
        outcome: "not-applicable",
        reason: {
          zh: "这份材料没有说明部分（可能另有文件）",
          en: "this file has no narrative; it may be in another file",
        },
      };
      return;
    }
    const held = SECTIONS.filter(({ found }) => texts.some((text) => found.test(text)));
    if (held.length <= 2 && held.some(({ name }) => name.startsWith("“三公”"))) {
      yield {
        outcome: "not-applicable",
        reason: {
          zh: "这份材料只说明“三公”经费，其他内容应在另外的文件中",
          en: "this file explains the three public expenses only; the rest is in other files",
        },
      };
      return;
    }
    for (const { name, found, newer } of SECTIONS) {
      if (texts.some((text) => found.test(text))) yield { outcome: "holds" };
      else
        yield {
          outcome: "conflict",
          message: { zh: `说明部分没有“${name}”。`, en: `The narrative lacks ${name}.` },
          remedy: {
            zh: "补充这一部分；没有该项内容的，也应写明。",
            en: "Add it, or say that there is nothing to report.",
          },
          expected: name,
          ...(newer ? { level: "notice" as const } : {}),
        };
    }
  },
});
