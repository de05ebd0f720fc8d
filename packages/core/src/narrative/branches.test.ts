import { describe, expect, it } from "vitest";
import type { Budget, PriorLine } from "../budget/budget.ts";
import { SAMPLE_BUDGET } from "../budget/testing/sample-budget.ts";
import { disclose } from "../disclosure/disclose.ts";
import { FULL_BUDGET } from "../disclosure/testing/full-budget.ts";
import { fen } from "../money/fen.ts";
import type { Profile } from "../profile/profile.ts";
import { findProfile } from "../profile/profiles.ts";
import { textOf } from "./derive.ts";

const profile = findProfile("shanghai-district") as Profile;

function textFor(section: string, change: Partial<Budget> = {}, body?: string): string {
  const { sections } = disclose({ ...SAMPLE_BUDGET, ...change }, profile, body);
  const found = sections.find(({ id }) => id === section);
  return found === undefined ? "" : textOf(found);
}

const prior = (
  yuan: number,
  kind: PriorLine["kind"],
  fund: PriorLine["fund"] = "general-public",
): PriorLine => ({
  year: 2022,
  fund,
  functional: kind === "project" ? "2013602" : "2013601",
  kind,
  amount: fen(yuan * 100),
});

/** The sample spends 10.7万元 on basic and 3万元 on project expenditure, 13.7万元 in all. */
describe("the explanation of how the budget was compiled", () => {
  it("says by how much the appropriation grows, and why", () => {
    const reasons = [...SAMPLE_BUDGET.reasons, { subject: "expenditure", reason: "人员增加" }];
    const text = textFor("preparation-notes", { priorLines: [prior(100_000, "basic")], reasons });
    expect(text).toContain(
      "示例区档案局收入预算13.7万元，其中：财政拨款收入13.7万元，比2022年预算增加3.7万元；",
    );
    expect(text).toContain("财政拨款支出预算13.7万元，比2022年预算增加3.7万元，主要原因是人员增加。");
    expect(text).toContain("基本支出10.7万元，比2022年预算增加0.7万元，主要原因是在职人员增加2名；");
  });

  it("says by how much it falls", () => {
    const text = textFor("preparation-notes", { priorLines: [prior(200_000, "basic")] });
    expect(text).toContain("财政拨款支出预算13.7万元，比2022年预算减少6.3万元。");
    expect(text).toContain("基本支出10.7万元，比2022年预算减少9.3万元，主要原因是在职人员增加2名；");
  });

  it("says that it is unchanged, without a reason", () => {
    const text = textFor("preparation-notes", {
      priorLines: [prior(107_000, "basic"), prior(30_000, "project")],
    });
    expect(text).toContain("基本支出10.7万元，与2022年预算持平；项目支出3万元，与2022年预算持平。");
    expect(text).not.toContain("主要原因");
  });

  it("says what comes from nothing and what goes to nothing", () => {
    const text = textFor("preparation-notes", { priorLines: [prior(50_000, "project", "government-fund")] });
    expect(text).toContain("一般公共预算拨款支出预算13.7万元，比2022年预算增加13.7万元；");
    expect(text).toContain("政府性基金拨款支出预算0万元，比2022年预算减少5万元；");
    expect(text).toContain("国有资本经营预算拨款支出预算0万元，与2022年预算持平。");
  });

  it("numbers what the appropriation pays for, with the use and the reason that are filed under the code", () => {
    const reasons = [{ subject: "2013602", reason: "新增档案数字化。", use: "档案数字化；" }];
    const text = textFor("preparation-notes", { priorLines: [prior(107_000, "basic")], reasons });
    expect(text).toMatch(
      /\n1\.“一般公共服务支出（类）.+（款）行政运行（项）”10\.7万元，与2022年预算持平。\n/u,
    );
    expect(text).toMatch(
      /\n2\.“.+一般行政管理事务（项）”3万元，比2022年预算增加3万元，主要原因是新增档案数字化，主要用于档案数字化。$/u,
    );
  });

  it("does not ask for a reason for each code, but for what the form explains one by one", () => {
    const { findings } = disclose({ ...SAMPLE_BUDGET, reasons: [] }, profile);
    const subjects = findings.map(({ message }) => /“(.+?)”/u.exec(message.zh)?.[1]);
    expect(subjects).toEqual(["基本支出", "项目支出", "机关运行经费"]);
  });

  it("keeps other kinds and what is left for the next year", () => {
    const text = textFor("preparation-notes", FULL_BUDGET);
    expect(text).toMatch(/；其他支出[\d,.]+万元。/u);
    expect(text).toMatch(/另有结转下年[\d,.]+万元。/u);
  });
});

describe("the related matters", () => {
  it("name no kinds of assets where none are reported", () => {
    const text = textFor("related-matters", { assets: [] });
    expect(text).toContain("示例区档案局共有车辆0辆。");
    expect(text).toContain("2023年部门预算安排购置车辆0辆。");
  });

  it("name the kinds of assets that are reported", () => {
    const assets = [
      { item: "vehicle/emergency", held: 1, planned: 0 },
      { item: "equipment/special-1m", held: 2, planned: 1 },
    ] as const;
    const text = textFor("related-matters", { assets });
    expect(text).toContain("共有车辆1辆，其中：应急保障用车1辆；单位价值100万元以上专用设备2台（套）。");
    expect(text).toContain(
      "车辆0辆，其中：应急保障用车0辆；部门预算安排购置单位价值100万元以上专用设备1台（套）。",
    );
  });

  it("say which units have organ operating funds", () => {
    const [organ, archive] = SAMPLE_BUDGET.units;
    if (organ === undefined || archive === undefined) throw new Error("the sample has two units");
    const both = [organ, { ...archive, type: "civil-service" as const }];
    expect(textFor("related-matters")).toContain(
      "示例区档案局1家行政单位财政拨款的机关运行经费预算为0.7万元，比",
    );
    expect(textFor("related-matters", { units: both })).toContain(
      "1家行政单位和1家参照公务员法管理的事业单位财政拨款",
    );
    expect(textFor("related-matters", {}, "档案馆")).toContain(
      "2023年示例区档案馆无财政拨款的机关运行经费预算。",
    );
  });

  it("say that there are no projects", () => {
    expect(textFor("related-matters", { projects: [] })).toContain("2023年本部门无编报绩效目标的项目。");
    expect(textFor("project-details", { projects: [] })).toBe("项目经费情况说明\n本部门2023年无项目经费。");
  });
});

describe("the details of projects", () => {
  it("give each project what is known of it, on one line and with one full stop", () => {
    const project = {
      ...SAMPLE_BUDGET.projects[0],
      compiledBy: "216-示例区档案馆",
      basis: "一、甲。\n二、乙。",
    };
    const text = textFor("project-details", { projects: [project as Budget["projects"][number]] });
    expect(text.split("\n")).toEqual([
      "项目经费情况说明",
      "一、档案服务专项",
      "项目概述：档案整理。",
      "立项依据：一、甲。二、乙。",
      "实施主体：示例区档案馆。",
      "年度预算安排：2023年安排预算3万元。",
      "绩效目标：数字化档案数量≥2000卷，查阅满意度达到95%以上。",
    ]);
  });
});

describe("the structure", () => {
  it("counts the units by type and names them", () => {
    expect(textFor("structure")).toBe(
      [
        "部门机构设置",
        "内设1个科室。",
        "示例区档案局部门预算包括2家预算单位的综合收支计划。本部门中，行政单位1家，事业单位1家，具体包括：",
        "1.示例区档案局（本级）",
        "2.示例区档案馆",
      ].join("\n"),
    );
  });
});

describe("a unit that wrote nothing about itself", () => {
  const rulesFor = (body: string | undefined) =>
    disclose(SAMPLE_BUDGET, profile, body).findings.filter(({ rule }) => rule === "narrative/text-required");

  it("is told which of its sections would be empty", () => {
    expect(rulesFor("机关").map(({ message }) => message.zh)).toEqual([
      "单位“机关”未填职责，单位预算公开中这一部分没有文字。",
      "单位“机关”未填机构设置，单位预算公开中这一部分没有文字。",
    ]);
    expect(rulesFor(undefined)).toEqual([]);
  });
});

describe("every sentence", () => {
  const variants: Record<string, Partial<Budget>> = {
    "as it is": {},
    "of all sources and kinds": FULL_BUDGET,
    "without lines": { lines: [], projects: [] },
    "without last year": { priorLines: [], priorItems: [] },
    "without assets, notes and reasons": { assets: [], notes: [], reasons: [] },
  };
  const broken = /[，；：、]。|，[，；]|。。|；；|undefined|\{|\}|（）|[比与较](?:增加|减少|持平)/u;

  it.each(Object.keys(variants))(
    "is well formed for the budget %s, of the department and of a unit",
    (name) => {
      for (const body of [undefined, "机关"]) {
        const { sections } = disclose({ ...SAMPLE_BUDGET, ...variants[name] }, profile, body);
        const texts = sections.map(textOf).join("\n").split("\n");
        expect(texts.filter((text) => broken.test(text))).toEqual([]);
      }
    },
  );
});
