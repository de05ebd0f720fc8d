import { readdirSync, readFileSync } from "node:fs";
import {
  evaluate,
  findProfile,
  formatYuan,
  monitor,
  type PerformanceYear,
  readYear,
  sumFen,
} from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { describe, expect, it } from "vitest";

const FIXTURE = new URL("../fixtures/wansheng-2023/", import.meta.url);
const profile = findProfile("chongqing-district");
if (profile === undefined) throw new Error("no profile");

const filesIn = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));
const { sheets } = await readLedger([...filesIn(FIXTURE), ...filesIn(new URL("year/", FIXTURE))]);
const { budget, year, findings } = readYear(sheets, { weights: profile.weights });
if (budget === undefined || year === undefined)
  throw new Error(findings.map(({ message }) => message.zh).join("\n"));

const PROJECTS = ["老干部服务专项", "离退休干部慰问及补助", "老干部活动中心运维"] as const;
const [SERVICE, VISITS, CENTRE] = PROJECTS;

function paid(until: string, of: (payment: PerformanceYear["payments"][number]) => boolean): string {
  const payments = (year?.payments ?? []).filter((payment) => payment.date <= until && of(payment));
  return formatYuan(sumFen(payments.map(({ amount }) => amount)));
}
const paidFor = (project: string, until: string) => paid(until, (payment) => payment.project === project);

function sumOf(kind: string, matter = ""): number {
  const records = (year?.records ?? []).filter((each) => each.kind === kind && each.matter.includes(matter));
  return records.reduce((sum, { count }) => sum + Number(count ?? 0), 0);
}

function shareOf(project: string, matter: string): readonly [reached: number, due: number] {
  const records = (year?.records ?? []).filter(
    (each) => each.project === project && each.matter.includes(matter),
  );
  const total = (key: "reached" | "due") => records.reduce((sum, each) => sum + Number(each[key] ?? 0), 0);
  return [total("reached"), total("due")];
}

describe("the fixture's year", () => {
  it("is read with its budget, without an error or a warning", () => {
    expect(findings.filter(({ level }) => level !== "notice")).toEqual([]);
  });

  it("counts every indicator that the budget has, once", () => {
    const names = (of: readonly { readonly project?: string; readonly indicator: string }[]) =>
      of.map(({ project = "", indicator }) => `${project} ${indicator}`).sort();
    const indicators = budget.indicators.map(({ name, ...each }) => ({ ...each, indicator: name }));
    expect(names(year.countings)).toEqual(names(indicators));
  });

  it("pays 93, 98 and 85 percent of the projects' adjusted budgets", () => {
    // 450000 x 93 %; (901300 + 20000 supplement) x 98 %; 320000 x 85 %
    expect(PROJECTS.map((project) => paidFor(project, "2023-12-31"))).toEqual([
      "418500.00",
      "902874.00",
      "272000.00",
    ]);
    // By 31 July: 40 % and 30 % of the budgets above, and 52 % of 901300: the supplement came in August.
    expect(PROJECTS.map((project) => paidFor(project, "2023-07-31"))).toEqual([
      "180000.00",
      "468676.00",
      "96000.00",
    ]);
    // Wages 1093502.00 in full; operating expenditure 118849 + 119549 = 238398, of which 96 %: 228862.08.
    expect(paid("2023-12-31", ({ project }) => project === undefined)).toBe("1322364.08");
    // 1322364.08 + 418500 + 902874 + 272000
    expect(paid("2023-12-31", () => true)).toBe("2915738.08");
  });

  it("holds in its register what the countings add up to", () => {
    // 210+96+88+260+142+340+92+318+396+168+150+120: 120 short of 2500
    expect(sumOf("activity")).toBe(2380);
    // 132+30+34+76+118+44 and by month 18+14+16+17+15+16+19+20+18+17+16+14 = 434 + 200
    expect(sumOf("visit")).toBe(634);
    expect(sumOf("visit", "支部书记、困难党员")).toBe(30 + 34);
    expect(sumOf("subsidy", "帮扶困难老干部")).toBe(8 + 6 + 5 + 4);
    expect(sumOf("subsidy", "党务工作者补贴")).toBe(22 + 16);
    // 192+129+131+166 of 192+129+131+168; 748+750+746+747 of 4 x 750; 242+229 of 2 x 250
    expect(shareOf(VISITS, "慰问费发放")).toEqual([618, 620]);
    expect(shareOf(CENTRE, "考勤")).toEqual([2991, 3000]);
    expect(shareOf(CENTRE, "满意度")).toEqual([471, 500]);
    // Tuesdays to Saturdays less holidays and repair; 72 + (29 x day mod 73) visitors a day
    const open = year.records.filter(({ kind }) => kind === "operation");
    expect(open.length).toBeGreaterThanOrEqual(200);
    expect(sumOf("operation")).toBeGreaterThan(1.2 * 20000);
    expect(new Set(open.map(({ date }) => date)).size).toBe(open.length);
  });

  it("answers every light in both rounds, the one measure overdue being the staff's attendance", () => {
    for (const date of ["2023-07-31", "2023-09-30"]) {
      const { scopes } = monitor(budget, year, profile, date);
      expect(scopes.flatMap(({ missing }) => missing)).toEqual([]);
      expect(scopes.flatMap(({ indicators }) => indicators.flatMap(({ missing }) => missing))).toEqual([]);
    }
    const lights = (date: string) =>
      monitor(budget, year, profile, date).scopes.map(({ reading }) => reading.light);
    // July: 40 % / (7/12) = 69 %, 52 % -> 89 %, 30 % -> 51 %. September: 69 % / (9/12) = 92 %, 96 %, 55 % -> 73 %.
    expect(lights("2023-07-31")).toEqual(["green", "yellow", "green", "red"]);
    expect(lights("2023-09-30")).toEqual(["green", "green", "green", "yellow"]);
    const { overdue } = monitor(budget, year, profile, "2023-09-30");
    expect(overdue.map(({ said, due }) => [said.indicator, due])).toEqual([["临聘人员出勤率", "2023-09-15"]]);
  });

  it("is evaluated with a reason wherever a target was missed, to totals worked out by hand", () => {
    const { forms } = evaluate(budget, year, profile);
    expect(forms.flatMap(({ indicators }) => indicators.filter(({ lacksReason }) => lacksReason))).toEqual(
      [],
    );
    const totals = forms.map(
      ({ total: { points } }) => Number(points.numerator) / Number(points.denominator),
    );
    // The whole: 100 - 8 + 8 x 2380/2500
    expect(totals[0]).toBeCloseTo(99.616, 2);
    // 老干部服务专项: 90 - 9 + 9 x 2380/2500 = 89.568, and 93 % of 10
    expect(totals[1]).toBeCloseTo(98.868, 2);
    // 离退休干部慰问及补助: 90 - 10 + 10 x 618/620 = 89.967742, and 98 % of 10
    expect(totals[2]).toBeCloseTo(99.767742, 2);
    // 老干部活动中心运维: 90 - 12 + 12 x 2991/3000 - 10 + 10 x 94.2/95 = 89.879789, and 85 % of 10
    expect(totals[3]).toBeCloseTo(98.379789, 2);
    // The department gives 5 of 6 for one indicator; the bureau 11 of 12 and 8 instead of 8.5.
    const reviewed = forms.map(({ reviewed: { department, bureau } }) =>
      [department, bureau].map((total) =>
        total === undefined ? undefined : Number(total.points.numerator) / Number(total.points.denominator),
      ),
    );
    expect(reviewed[1]?.[0]).toBeCloseTo(97.868, 2);
    expect(reviewed[3]?.[1]).toBeCloseTo(96.879789, 2);
  });

  it("files the three-public reallocation seven days after its approval, and adjusts the targets of the other", () => {
    const [from, to, more] = year.adjustments;
    expect([from?.departmentEconomic, from?.change, to?.departmentEconomic, to?.change]).toEqual([
      "30217",
      -50000n,
      "30231",
      50000n,
    ]);
    expect([from?.date, from?.filingDate]).toEqual(["2023-05-15", "2023-05-22"]);
    expect(year.targetChanges.map(({ document, project, target }) => [document, project, target])).toEqual([
      [more?.document, VISITS, "620"],
      [more?.document, undefined, "620"],
    ]);
    // 78 % of 450000 by the end of October, and 200 yuan that come back on 15 November; then 86 %.
    expect(paidFor(SERVICE, "2023-11-14")).toBe("351200.00");
    expect(paidFor(SERVICE, "2023-11-30")).toBe("387000.00");
  });
});
