import type { EntryRecord } from "@mingzhang/renderers";
import { CENTRE, SERVICE, VISITS } from "./names.ts";

const FEWER = {
  reason: "第一季度天气原因推迟两场活动，全年参与2380人次，比目标少120人次。",
  improvement: "大型活动错开雨季，增加送活动进社区的场次。",
};

/** The whole, then each project: its attainment, and a reason wherever a target was missed. */
export const EVALUATIONS: readonly EntryRecord[] = [
  {
    summary: "离退休干部党建、学习活动、走访慰问和活动中心服务按计划完成，参与活动人次略低于目标。",
  },
  { indicator: "参与活动老干部人数", ...FEWER },
  {
    indicator: "服务老干部数量",
    reason: "活动中心周六开放后到访人次超出目标两成以上。",
    improvement: "下一年目标按周六开放后的人次核定。",
  },
  {
    project: SERVICE,
    summary: "12场活动、7次集中学习、1期培训班和2期刊物按计划完成，创建六好党支部1个。",
    reason: "部分活动与社区合办，场租和餐费有结余。",
  },
  {
    project: SERVICE,
    indicator: "组织活动场次",
    reason: "小型活动增多，场次是目标的两倍。",
    improvement: "下一年目标按12场核定。",
  },
  { project: SERVICE, indicator: "参与活动老干部人数", ...FEWER },
  {
    project: VISITS,
    summary: "慰问、帮扶、补贴全部完成；预算追加2万元后走访慰问目标由600人次调为620人次，实际634人次。",
    reason: "年末两笔慰问费退回，来不及重新支付。",
  },
  {
    project: VISITS,
    indicator: "老干部慰问费发放准确率",
    reason: "第四季度两笔因收款账户已注销被退回。",
    improvement: "发放前一个月核对收款账户。",
  },
  {
    project: CENTRE,
    summary: "活动中心全年正常开放，空调和线路完成维修；满意度和出勤率略低于目标。",
    reason: "维修招标价低于预算，两名临聘人员离职后未补员，劳务费有结余。",
    improvement: "维修项目提前至第一季度招标，及时补员。",
  },
  {
    project: CENTRE,
    indicator: "临聘人员出勤率",
    reason: "全年九人次请假未补班。",
    improvement: "已公布请假补班办法。",
  },
  {
    project: CENTRE,
    indicator: "老干部满意度",
    reason: "夏季空调故障和维修停馆，满意度94.2%，比目标低0.8个百分点。",
    improvement: "空调每年5月前检修。",
  },
  {
    project: CENTRE,
    indicator: "服务老干部数量",
    reason: "活动中心周六开放后到访人次超出目标两成以上。",
    improvement: "下一年目标按周六开放后的人次核定。",
  },
];

/** The department follows the evaluation but for one indicator; the bureau takes points off two scores. */
export const REVIEWS: readonly EntryRecord[] = [
  {
    level: "department",
    project: SERVICE,
    indicator: "组织活动类型",
    score: "5",
    comment: "两场健步走是同一类活动，按10类计，且与社区合办的一场佐证不足。",
  },
  {
    level: "bureau",
    project: CENTRE,
    indicator: "服务老干部数量",
    score: "11",
    comment: "目标偏低，超出较多，说明编制目标不够准确。",
  },
  { level: "bureau", project: CENTRE, score: "8", comment: "维修招标推迟，执行偏慢。" },
];

const ADDRESS = "管委会网站“预决算公开”专栏";

/** All published within twenty days of their approval. */
export const DISCLOSURES: readonly EntryRecord[] = [
  { document: "budget", approval_date: "2023-03-01", publication_date: "2023-03-16", address: ADDRESS },
  {
    document: "final-accounts",
    approval_date: "2023-09-08",
    publication_date: "2023-09-26",
    address: ADDRESS,
  },
  {
    document: "self-evaluation",
    approval_date: "2023-09-08",
    publication_date: "2023-09-26",
    address: ADDRESS,
  },
];
