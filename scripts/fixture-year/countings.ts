import type { EntryRecord } from "@mingzhang/renderers";
import { CENTRE, SERVICE, VISITS } from "./names.ts";

type Rule = readonly [indicator: string, method: string, rule?: Readonly<Record<string, string>>];

/** How every indicator is counted: of the whole first. */
export const COUNTINGS: readonly EntryRecord[] = [
  ...rules(undefined, [
    ["开展老干部党校集中学习", "records", { kind: "training", matter: "党校集中学习" }],
    ["老有所乐、老有所为实现率", "share", { kind: "survey", matter: "老有所乐" }],
    ["老干部、离退休干部党员满意度", "share", { kind: "survey", matter: "党员满意度" }],
    ["项目绩效自评覆盖率", "evaluation-coverage"],
    ["预决算信息公开合规率", "disclosure-compliance"],
    ["绩效运行监控率", "monitoring-rate"],
    ["帮扶困难老干部人数", "sum", { kind: "subsidy", matter: "帮扶困难老干部", source_project: VISITS }],
    [
      "慰问离退休支部书记、困难党员",
      "sum",
      { kind: "visit", matter: "支部书记、困难党员", source_project: VISITS },
    ],
    ["参与活动老干部人数", "sum", { kind: "activity", source_project: SERVICE }],
    ["服务老干部数量", "sum", { kind: "operation", source_project: CENTRE }],
    ["走访慰问老干部人次", "sum", { kind: "visit", source_project: VISITS }],
    ["“三公”经费调剂备案及时率", "filing-timeliness"],
  ]),
  ...rules(SERVICE, [
    ["组织活动场次", "records", { kind: "activity" }],
    ["组织活动类型", "kinds", { kind: "activity" }],
    ["开展红色党性教育", "records", { kind: "training", matter: "红色党性教育" }],
    ["开展“四大助力行动”等正能量活动", "records", { kind: "activity", matter: "四大助力行动" }],
    ["开展老干部党校集中学习", "records", { kind: "training", matter: "党校集中学习" }],
    ["编印老同志园地", "sum", { kind: "publication", matter: "老同志园地" }],
    ["开展离退休干部党务工作者暨离退休干部党员培训班", "records", { kind: "training", matter: "培训班" }],
    ["活动经费发放准确率", "share", { kind: "inspection", matter: "活动经费发放" }],
    ["老有所乐、老有所为实现率", "share", { kind: "survey", matter: "老有所乐" }],
    ["老干部、离退休干部党员满意度", "share", { kind: "survey", matter: "党员满意度" }],
    ["参与活动老干部人数", "sum", { kind: "activity" }],
    ["创建离退休干部六好党支部", "sum", { kind: "construction", matter: "六好党支部" }],
  ]),
  ...rules(VISITS, [
    ["老干部满意度", "share", { kind: "survey" }],
    ["落实企业离休干部政策完成率", "share", { kind: "inspection", matter: "企业离休干部" }],
    ["慰问到访率", "share", { kind: "visit" }],
    ["老干部慰问费发放准确率", "share", { kind: "inspection", matter: "慰问费发放" }],
    ["帮扶困难老干部人数", "sum", { kind: "subsidy", matter: "帮扶困难老干部" }],
    ["发放离退休干部党务工作者补贴", "sum", { kind: "subsidy", matter: "党务工作者补贴" }],
    ["慰问离退休支部书记、困难党员", "sum", { kind: "visit", matter: "支部书记、困难党员" }],
    ["走访慰问老干部人次", "sum", { kind: "visit" }],
  ]),
  ...rules(CENTRE, [
    ["老干部活动中心运行天数", "days", { kind: "operation" }],
    ["临聘人员出勤率", "share", { kind: "inspection", matter: "考勤" }],
    ["设备完好率", "share", { kind: "inspection", matter: "设备完好" }],
    ["老干部满意度", "share", { kind: "survey" }],
    ["服务质量合格率", "share", { kind: "inspection", matter: "服务质量" }],
    ["设备运行率", "share", { kind: "inspection", matter: "设备运行" }],
    ["服务老干部数量", "sum", { kind: "operation" }],
  ]),
];

function rules(project: string | undefined, of: readonly Rule[]): readonly EntryRecord[] {
  return of.map(([indicator, method, rule]) => ({
    ...(project === undefined ? {} : { project }),
    indicator,
    method,
    ...rule,
  }));
}
