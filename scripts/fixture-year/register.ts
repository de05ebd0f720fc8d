import type { EntryRecord } from "@mingzhang/renderers";
import { byDate, type DatedRecord } from "./dated-record.ts";
import { CENTRE, SERVICE, VISITS } from "./names.ts";

/** The evidence register, by date, numbered. Counts only: nobody is named. */
export function register(): readonly EntryRecord[] {
  const all = [
    ...activities(),
    ...learning(),
    ...visits(),
    ...subsidies(),
    ...checks(),
    ...surveys(),
    ...openDays(),
  ];
  const recordedBy = { [SERVICE]: "老干部综合科", [VISITS]: "老干部综合科", [CENTRE]: "服务管理中心" };
  return all.sort(byDate).map((record, index) => ({
    number: `T${String(index + 1).padStart(4, "0")}`,
    ...record,
    recorded_by: recordedBy[record.project as keyof typeof recordedBy] ?? "",
  }));
}

/** Twelve sessions of eleven kinds; 2380 people in all, of 2500 that were promised. */
function activities(): readonly DatedRecord[] {
  const sessions: readonly (readonly [date: string, matter: string, count: number, place: string])[] = [
    ["2023-01-12", "迎春茶话会", 210, "老干部活动中心"],
    ["2023-03-08", "“三八”妇女节座谈", 96, "老干部活动中心"],
    ["2023-03-21", "“四大助力行动”助力乡村振兴", 88, "青年镇"],
    ["2023-04-13", "春季健步走", 260, "板辽湖"],
    ["2023-05-18", "门球赛", 142, "门球场"],
    ["2023-06-28", "“七一”文艺演出", 340, "老干部活动中心"],
    ["2023-08-30", "“四大助力行动”助力乡村振兴", 92, "黑山镇"],
    ["2023-09-12", "书画摄影展", 318, "老干部活动中心"],
    ["2023-10-20", "重阳节游园", 396, "老干部活动中心"],
    ["2023-11-09", "棋牌赛", 168, "老干部活动中心"],
    ["2023-11-23", "健步走（冬季）", 150, "万盛体育场"],
    ["2023-12-14", "智能手机使用讲习", 120, "老干部活动中心"],
  ];
  return sessions.map(([date, matter, count, place]) => ({
    date,
    kind: "activity",
    project: SERVICE,
    matter,
    place,
    count: String(count),
    measure_unit: "人次",
    attachment: `签到表${date}.pdf`,
  }));
}

/** Seven sessions of the party school, one course, one red education, two issues, one model branch. */
function learning(): readonly DatedRecord[] {
  const session = (date: string, matter: string, count: number): DatedRecord => ({
    date,
    kind: "training",
    project: SERVICE,
    matter,
    place: "老干部党校",
    count: String(count),
    measure_unit: "人",
  });
  const issue = (date: string, number: number): DatedRecord => ({
    date,
    kind: "publication",
    project: SERVICE,
    matter: `老同志园地（第${number}期）`,
    count: "1",
    measure_unit: "期",
  });
  const school = ["02-23", "03-30", "04-27", "05-25", "06-15", "09-27", "11-16"];
  return [
    ...school.map((day, index) => session(`2023-${day}`, "老干部党校集中学习", 46 + index)),
    session("2023-06-08", "红色党性教育", 38),
    session("2023-09-20", "离退休干部党务工作者暨离退休干部党员培训班", 52),
    issue("2023-06-30", 1),
    issue("2023-12-20", 2),
    {
      date: "2023-11-30",
      kind: "construction",
      project: SERVICE,
      matter: "六好党支部创建验收",
      count: "1",
      measure_unit: "个",
      attachment: "验收报告.pdf",
    },
  ];
}

/** 634 people visited of 660 sought; of them 64 branch secretaries and party members in hardship. */
function visits(): readonly DatedRecord[] {
  const visit = (date: string, matter: string, reached: number, due: number, yuan = 500): DatedRecord => ({
    date,
    kind: "visit",
    project: VISITS,
    matter,
    count: String(reached),
    measure_unit: "人次",
    reached: String(reached),
    due: String(due),
    amount_yuan: `${reached * yuan}.00`,
  });
  const monthly = [18, 14, 16, 17, 15, 16, 19, 20, 18, 17, 16, 14];
  return [
    visit("2023-01-10", "春节慰问老干部", 132, 136),
    visit("2023-01-16", "慰问离退休支部书记、困难党员（春节）", 30, 30, 600),
    visit("2023-06-26", "慰问离退休支部书记、困难党员（“七一”）", 34, 34, 600),
    visit("2023-07-20", "送清凉", 76, 80, 200),
    visit("2023-10-18", "重阳节慰问老干部", 118, 122),
    visit("2023-12-18", "送温暖", 44, 46, 200),
    ...monthly.map((count, month) =>
      visit(
        `2023-${String(month + 1).padStart(2, "0")}-25`,
        "生病住院、逝世吊唁慰问",
        count,
        month % 2 === 0 ? count + 2 : count,
        300,
      ),
    ),
  ];
}

/** Aid for 23 people in hardship, subsidies for 38 party workers. */
function subsidies(): readonly DatedRecord[] {
  const paid = (date: string, matter: string, count: number, yuan: number): DatedRecord => ({
    date,
    kind: "subsidy",
    project: VISITS,
    matter,
    count: String(count),
    measure_unit: "人",
    amount_yuan: `${count * yuan}.00`,
  });
  return [
    paid("2023-01-18", "帮扶困难老干部", 8, 2000),
    paid("2023-06-20", "帮扶困难老干部", 6, 2000),
    paid("2023-09-26", "帮扶困难老干部", 5, 2000),
    paid("2023-12-22", "帮扶困难老干部", 4, 2000),
    paid("2023-06-27", "离退休干部党务工作者补贴", 22, 600),
    paid("2023-12-21", "离退休干部党务工作者补贴", 16, 600),
  ];
}

/** What was looked at and found in order, by quarter or by month. */
function checks(): readonly DatedRecord[] {
  const check = (
    project: string,
    date: string,
    matter: string,
    [reached, due]: readonly [number, number],
  ): DatedRecord => ({
    date,
    kind: "inspection",
    project,
    matter,
    reached: String(reached),
    due: String(due),
  });
  const quarters = ["2023-03-31", "2023-06-30", "2023-09-28", "2023-12-28"];
  const byQuarter = (project: string, matter: string, results: readonly (readonly [number, number])[]) =>
    results.map((result, index) => check(project, quarters[index] ?? "", matter, result));
  return [
    ...byQuarter(SERVICE, "活动经费发放复核", [
      [28, 28],
      [44, 44],
      [61, 61],
      [79, 79],
    ]),
    ...byQuarter(VISITS, "企业离休干部政策落实检查", [
      [9, 9],
      [9, 9],
      [9, 9],
      [9, 9],
    ]),
    // Two payments of the fourth quarter went to a closed account: 618 of 620.
    ...byQuarter(VISITS, "慰问费发放复核", [
      [192, 192],
      [129, 129],
      [131, 131],
      [166, 168],
    ]),
    // Twelve people, each day of the quarter; nine days of absence: 2991 of 3000.
    ...byQuarter(CENTRE, "临聘人员考勤", [
      [748, 750],
      [750, 750],
      [746, 750],
      [747, 750],
    ]),
    ...byQuarter(CENTRE, "设备完好检查", [
      [117, 120],
      [116, 120],
      [114, 120],
      [118, 120],
    ]),
    ...byQuarter(CENTRE, "服务质量检查", [
      [98, 100],
      [99, 100],
      [98, 100],
      [100, 100],
    ]),
    ...byQuarter(CENTRE, "设备运行检查", [
      [113, 120],
      [110, 120],
      [108, 120],
      [112, 120],
    ]),
  ];
}

/** Questionnaires, by half-year. */
function surveys(): readonly DatedRecord[] {
  const survey = (
    project: string,
    date: string,
    matter: string,
    reached: number,
    due: number,
  ): DatedRecord => ({
    date,
    kind: "survey",
    project,
    matter,
    reached: String(reached),
    due: String(due),
    attachment: `${matter}${date}.xlsx`,
  });
  return [
    survey(SERVICE, "2023-06-29", "老有所乐、老有所为问卷", 184, 200),
    survey(SERVICE, "2023-12-15", "老有所乐、老有所为问卷", 232, 250),
    survey(SERVICE, "2023-06-29", "老干部、离退休干部党员满意度问卷", 191, 200),
    survey(SERVICE, "2023-12-15", "老干部、离退休干部党员满意度问卷", 242, 250),
    survey(VISITS, "2023-06-29", "老干部满意度问卷", 143, 150),
    survey(VISITS, "2023-12-19", "老干部满意度问卷", 194, 200),
    // 471 of 500: the air conditioning was out of order in the summer.
    survey(CENTRE, "2023-06-29", "老干部满意度问卷", 242, 250),
    survey(CENTRE, "2023-12-19", "老干部满意度问卷", 229, 250),
  ];
}

const HOLIDAYS = [
  ["2023-01-21", "2023-01-27"],
  ["2023-04-29", "2023-05-03"],
  ["2023-06-22", "2023-06-24"],
  ["2023-09-29", "2023-10-06"],
] as const;
/** Closed while the air conditioning was repaired. */
const REPAIR = ["2023-07-25", "2023-08-05"] as const;

/** The centre is open from Tuesday to Saturday; a day has 72 to 144 visitors. */
function openDays(): readonly DatedRecord[] {
  const days: DatedRecord[] = [];
  for (let day = Date.UTC(2023, 0, 1); day <= Date.UTC(2023, 11, 31); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    const weekday = new Date(day).getUTCDay();
    const isClosed = [...HOLIDAYS, REPAIR].some(([from, to]) => from <= date && date <= to);
    if (isClosed || weekday < 2) continue;
    days.push({
      date,
      kind: "operation",
      project: CENTRE,
      matter: "活动中心开放",
      place: "老干部活动中心",
      count: String(72 + ((days.length * 29) % 73)),
      measure_unit: "人次",
    });
  }
  return days;
}
