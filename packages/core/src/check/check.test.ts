import { describe, expect, it } from "vitest";
import { verifyCertificate } from "../contradiction/certificate.ts";
import { contradictionToJson } from "../contradiction/to-json.ts";
import { RULES } from "../rules/index.ts";
import { packOfText } from "../rules/testing/pack-of-text.ts";
import { check } from "./check.ts";

const table = (title: string, rows: readonly string[]) =>
  `${title}\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n${rows.join("\n")}\n\n`;

const ROWS = [
  "合计\t\t40.00\t28.00\t12.00",
  "201\t一般公共服务支出\t10.00\t8.00\t2.00",
  "208\t社会保障和就业支出\t11.00\t7.00\t4.00",
  "210\t卫生健康支出\t12.00\t6.00\t6.00",
  "221\t住房保障支出\t7.00\t7.00\t0.00",
];
/** 17.00 for 7.00: the row gives 7 + 4, the column 28, the other table 7.00. */
const WRONG = ROWS.with(2, "208\t社会保障和就业支出\t11.00\t17.00\t4.00");
const expenditure = (rows: readonly string[]) => table("部门公开表3\n2023年部门支出预算总表", rows);

describe("the audit of a pack with one wrong cell", () => {
  const report = check({ pack: packOfText(expenditure(WRONG)) }, RULES);
  const errors = report.findings.filter(({ level }) => level === "error");

  it("puts every sum that the cell breaks into one group, whose first says what to write there", () => {
    expect(new Set(errors.map(({ group }) => group)).size).toBe(1);
    expect(errors.filter(({ consequence }) => !consequence)).toHaveLength(1);
    expect(errors[0]?.remedy?.zh).toBe(
      "最可能有误的是部门公开表3 《2023年部门支出预算总表》 208 社会保障和就业支出 基本支出：17.00 改为 7.00（疑为一位数字写错；6.99～7.01 都可成立），即可使 2 处核对都成立。",
    );
  });

  it("carries the proof, which arithmetic alone confirms", () => {
    expect(report.contradictions).toHaveLength(1);
    for (const { set, certificate, proof } of report.contradictions) {
      expect(verifyCertificate(set, certificate)).toBe(true);
      expect(proof.zh).toMatch(/至少仍差 \d+元/u);
    }
  });

  it("gives machines everything that is needed to check the proof elsewhere", () => {
    const [contradiction] = report.contradictions;
    if (contradiction === undefined) throw new Error("nothing was found");
    const json = JSON.parse(JSON.stringify(contradictionToJson(contradiction)));
    // 17.00 less what the row leaves, 11.00 − 4.00: 10.00, of which three roundings explain 0.015.
    expect(json.gapYuan).toBe("99850");
    expect(json.identities).toHaveLength(1);
    expect(json.identities[0].terms).toHaveLength(3);
    expect(json.corrections[0]).toMatchObject({ printed: "17.00", text: "7.00", slip: "digit", settles: 2 });
  });

  it("counts the search among its checks", () => {
    const search = report.rules.find(({ rule }) => rule === "contradiction/figures-can-all-be-true");
    expect(search?.outcomes).toMatchObject({ holds: 0, couldNotCheck: 0 });
    const sound = check({ pack: packOfText(expenditure(ROWS)) }, RULES);
    expect(sound.contradictions).toEqual([]);
    expect(sound.rules.find(({ rule }) => rule === search?.rule)?.outcomes.holds).toBe(1);
  });
});

describe("rounding that adds up to too much", () => {
  // 10.02 for 5.00 + 5.01, twice, and 27.06 for 10.02 + 10.02 + 7.00: each as rounding may be (0.015 and 0.02).
  // With one category by its items the total is 0.03 above 5.00 + 5.01 + 10.02 + 7.00; five figures explain 0.025.
  const text = table("部门公开表3\n2023年部门支出预算总表", [
    "合计\t\t27.06\t27.06\t0.00",
    "201\t一般公共服务支出\t10.02\t10.02\t0.00",
    "20101\t人大事务\t5.00\t5.00\t0.00",
    "20102\t政协事务\t5.01\t5.01\t0.00",
    "208\t社会保障和就业支出\t10.02\t10.02\t0.00",
    "20801\t人力资源管理\t5.00\t5.00\t0.00",
    "20805\t养老支出\t5.01\t5.01\t0.00",
    "210\t卫生健康支出\t7.00\t7.00\t0.00",
    "21001\t卫生健康管理事务\t3.00\t3.00\t0.00",
    "21011\t行政事业单位医疗\t4.00\t4.00\t0.00",
  ]);

  it("is a finding that no single sum makes; a warning, since figures that were cut off may add up so", () => {
    const { findings } = check({ pack: packOfText(text) }, RULES);
    const proved = findings.filter(({ rule }) => rule === "contradiction/figures-can-all-be-true");
    expect(proved.map(({ level }) => level)).toEqual(["warning", "warning"]);
    for (const { message } of proved) {
      expect(message.zh).toContain("若有的数是截去尾数而不是四舍五入印出的，则可能成立");
      expect(message.zh).toContain("相差 300元；按印出位数四舍五入，至少仍差 50元");
    }
  });
});

describe("last year's pack in the system", () => {
  const now = (second: string) =>
    `示例区民政局2024年部门预算\n部门公开表5\n2024年部门一般公共预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t2023年预算数\t2024年预算数\n201\t一般公共服务支出\t10.00\t11.00\n208\t社会保障和就业支出\t${second}\t12.00\n210\t卫生健康支出\t12.00\t13.00\n221\t住房保障支出\t7.00\t13.00\n`;
  const prior = packOfText(
    `示例区民政局2023年部门预算\n${table("部门公开表5\n2023年部门一般公共预算财政拨款支出预算表", ROWS)}`,
  );

  it("shows what was copied wrongly, and leaves what was published as it is", () => {
    const { contradictions } = check({ pack: packOfText(now("11.10")), prior }, RULES);
    expect(contradictions).toHaveLength(1);
    const [first] = contradictions[0]?.corrections ?? [];
    expect(first?.figure.pack).toBeUndefined();
    expect([first?.figure.text, first?.text]).toEqual(["11.10", "11.00"]);
  });

  it("agrees where the figures do", () => {
    expect(check({ pack: packOfText(now("11.00")), prior }, RULES).contradictions).toEqual([]);
  });
});
