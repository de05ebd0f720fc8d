import type { EntryRecord } from "@mingzhang/renderers";
import { CENTRE, SERVICE, VISITS } from "./names.ts";

/** What was done about a red or yellow light: why, what is to be expected, the measure, due and done. */
interface Answer {
  readonly reason: string;
  readonly forecast: string;
  readonly measure: string;
  readonly due: string;
  readonly done: string;
}

const JULY = "2023-07-31";
const SEPTEMBER = "2023-09-30";

/** Two rounds: every project is monitored; reds and yellows are answered, blues have their reason. */
export const PROGRESS: readonly EntryRecord[] = [...july(), ...september()];

function july(): readonly EntryRecord[] {
  const { answered, explained, monitored } = round(JULY);
  const fewer: Answer = {
    reason: "第一季度天气原因推迟两场活动，报名人数少于预期。",
    forecast: "2400",
    measure: "下半年增加重阳节、棋牌等小型活动，送活动进社区。",
    due: "2023-10-31",
    done: "2023-10-20",
  };
  return [
    explained(undefined, "开展老干部党校集中学习", "上半年学习较集中，已开展5次。"),
    explained(undefined, "帮扶困难老干部人数", "春节和“七一”前集中帮扶，已完成年度任务的七成。"),
    explained(undefined, "慰问离退休支部书记、困难党员", "春节、“七一”两次慰问后年度任务已完成。"),
    explained(undefined, "服务老干部数量", "活动中心周六开放后到访人次增加。"),
    answered(undefined, "参与活动老干部人数", fewer),
    answered(SERVICE, undefined, {
      reason: "培训班和大型活动集中在下半年，上半年支付较少。",
      forecast: "93%",
      measure: "9月举办培训班，10月举办重阳节活动，活动结束后一周内结算。",
      due: "2023-10-31",
      done: "2023-10-27",
    }),
    explained(SERVICE, "组织活动场次", "按季度安排，小型活动场次多于计划。"),
    explained(SERVICE, "开展红色党性教育", "年度任务已于6月完成。"),
    explained(SERVICE, "开展老干部党校集中学习", "上半年学习较集中，已开展5次。"),
    answered(SERVICE, "开展离退休干部党务工作者暨离退休干部党员培训班", {
      reason: "培训班按计划在9月举办。",
      forecast: "1",
      measure: "确定师资和场地，9月下旬开班。",
      due: "2023-09-30",
      done: "2023-09-20",
    }),
    answered(SERVICE, "参与活动老干部人数", fewer),
    answered(SERVICE, "创建离退休干部六好党支部", {
      reason: "创建工作年底验收。",
      forecast: "1",
      measure: "8月完成中期检查，11月底前验收。",
      due: "2023-11-30",
      done: "2023-11-30",
    }),
    monitored(VISITS),
    explained(VISITS, "帮扶困难老干部人数", "春节和“七一”前集中帮扶，已完成年度任务的七成。"),
    explained(VISITS, "慰问离退休支部书记、困难党员", "春节、“七一”两次慰问后年度任务已完成。"),
    answered(CENTRE, undefined, {
      reason: "空调和线路维修招标推迟，维修费尚未支付。",
      forecast: "85%",
      measure: "8月上旬完成维修，月底前验收并支付。",
      due: "2023-08-31",
      done: "2023-08-25",
    }),
    answered(CENTRE, "临聘人员出勤率", {
      reason: "第一季度有两人次请假未及时补班。",
      forecast: "99.7%",
      measure: "完善请假补班办法并公布。",
      due: "2023-09-15",
      done: "2023-10-10",
    }),
    explained(CENTRE, "服务老干部数量", "活动中心周六开放后到访人次增加。"),
  ];
}

function september(): readonly EntryRecord[] {
  const { answered, explained, monitored } = round(SEPTEMBER);
  return [
    explained(undefined, "开展老干部党校集中学习", "年度任务已完成。"),
    explained(undefined, "帮扶困难老干部人数", "第三季度新增5人，年底前再帮扶一批。"),
    explained(undefined, "慰问离退休支部书记、困难党员", "年度任务已完成。"),
    explained(undefined, "服务老干部数量", "活动中心周六开放后到访人次增加。"),
    monitored(SERVICE),
    explained(SERVICE, "组织活动场次", "小型活动场次多于计划。"),
    explained(SERVICE, "开展红色党性教育", "年度任务已于6月完成。"),
    explained(SERVICE, "开展“四大助力行动”等正能量活动", "年度任务已于8月完成。"),
    explained(SERVICE, "开展老干部党校集中学习", "年度任务已完成。"),
    answered(SERVICE, "编印老同志园地", {
      reason: "第二期按计划在12月出版。",
      forecast: "2",
      measure: "10月完成组稿，12月付印。",
      due: "2023-12-25",
      done: "2023-12-20",
    }),
    explained(SERVICE, "开展离退休干部党务工作者暨离退休干部党员培训班", "年度任务已于9月完成。"),
    answered(SERVICE, "创建离退休干部六好党支部", {
      reason: "中期检查已完成，年底验收。",
      forecast: "1",
      measure: "11月底前验收。",
      due: "2023-11-30",
      done: "2023-11-30",
    }),
    monitored(VISITS),
    explained(VISITS, "帮扶困难老干部人数", "第三季度新增5人，年底前再帮扶一批。"),
    explained(VISITS, "慰问离退休支部书记、困难党员", "年度任务已完成。"),
    answered(VISITS, "发放离退休干部党务工作者补贴", {
      reason: "补贴每半年发放一次，下半年的12月发放。",
      forecast: "38",
      measure: "11月核定名单，12月发放。",
      due: "2023-12-25",
      done: "2023-12-21",
    }),
    answered(CENTRE, undefined, {
      reason: "维修费已支付，部分劳务费按季度结算尚未支付。",
      forecast: "85%",
      measure: "第四季度劳务费在12月20日前结算。",
      due: "2023-12-20",
      done: "2023-12-20",
    }),
    answered(CENTRE, "临聘人员出勤率", {
      reason: "第三季度四人次请假，补班办法尚未公布。",
      forecast: "99.7%",
      measure: "10月上旬公布请假补班办法。",
      due: "2023-10-15",
      done: "2023-10-10",
    }),
    explained(CENTRE, "服务老干部数量", "活动中心周六开放后到访人次增加。"),
  ];
}

function round(date: string) {
  const of = (project: string | undefined, indicator?: string) => ({
    date,
    ...(project === undefined ? {} : { project }),
    ...(indicator === undefined ? {} : { indicator }),
  });
  return {
    monitored: (project: string): EntryRecord => of(project),
    explained: (project: string | undefined, indicator: string, reason: string): EntryRecord => ({
      ...of(project, indicator),
      reason,
    }),
    answered: (project: string | undefined, indicator: string | undefined, answer: Answer): EntryRecord => ({
      ...of(project, indicator),
      reason: answer.reason,
      forecast: answer.forecast,
      measure: answer.measure,
      measure_due: answer.due,
      measure_done: answer.done,
    }),
  };
}
