import { describe, expect, it } from "vitest";
import { readFigure, scaledValue } from "./figure.ts";
import { comparable, findMentions, signedClauses } from "./mention.ts";
import { likeness, mostSimilar } from "./similar.ts";

const MILLION = 1_000_000n;

describe("a figure in a goal text", () => {
  it.each([
    ["≥20人", "≥", 20n],
    [">=20人", "≥", 20n],
    ["不低于20人", "≥", 20n],
    ["达到20人以上", "≥", 20n],
    ["20人及以上", "≥", 20n],
    ["不超过20天", "≤", 20n],
    ["控制在20天以内", "≤", 20n],
    ["=1次", "=", 1n],
    ["达到100%", undefined, 100n],
    ["为2,500人次", undefined, 2500n],
    ["≥2万人次", "≥", 20_000n],
  ])("%s has the relation %s", (text, operator, value) => {
    expect(readFigure(comparable(text))).toMatchObject({ value: value * MILLION });
    expect(readFigure(comparable(text))?.operator).toBe(operator);
  });

  it("must follow the name at once", () => {
    expect(readFigure("明显提高，达到95%")).toBeUndefined();
  });

  it("ends where its unit ends, or it is another number", () => {
    expect(readFigure("2016年版办法执行率100%")).toBeUndefined();
  });

  it("is not the beginning of a range", () => {
    expect(readFigure("1-1.5%")).toBeUndefined();
    expect(readFigure("1~2个百分点")).toBeUndefined();
  });

  it("compares with a target in 万 or with a percent sign", () => {
    expect(scaledValue("2", "万人次")).toBe(20_000n * MILLION);
    expect(scaledValue("95%", "")).toBe(95n * MILLION);
    expect(scaledValue("及时", "")).toBeUndefined();
  });
});

describe("mentions of indicators", () => {
  const find = (text: string, ...names: readonly string[]) =>
    findMentions(comparable(text), names).mentions.map(({ name, figure }) => name + figure.text);

  it("are found between blanks, line breaks and full-width signs", () => {
    expect(find("设备运行率 ＞ ９０％；\n出勤率达到 100%。", "设备运行率", "出勤率")).toEqual([
      "设备运行率>90%",
      "出勤率达到100%",
    ]);
  });

  it("do not count inside a longer word", () => {
    expect(find("离退休老干部满意度≥90%", "老干部满意度")).toEqual([]);
    expect(find("确保老干部满意度≥90%", "老干部满意度")).toEqual(["老干部满意度≥90%"]);
  });

  it("are given to the longest name", () => {
    expect(find("群众满意度≥90%，满意度≥95%", "满意度", "群众满意度")).toEqual([
      "群众满意度≥90%",
      "满意度≥95%",
    ]);
  });

  it("may have a name with 、 and digits", () => {
    const names = ["老有所乐、老有所为实现率", "60岁以上老人数"];
    expect(find("老有所乐、老有所为实现率≥90%，60岁以上老人数≥20人。", ...names)).toHaveLength(2);
  });
});

describe("clauses with a sign that name no indicator", () => {
  it("are read from what the mentions leave", () => {
    const { rest } = findMentions(comparable("满意度≥95%，创建五好支部=1个。"), ["满意度"]);
    expect(signedClauses(rest).map(({ name }) => name)).toEqual(["创建五好支部"]);
  });

  it("are taken for a slip of the most similar name", () => {
    const names = ["创建离退休干部六好党支部", "离退休干部党员满意度"];
    expect(mostSimilar("创建离退休干部五好支部", names, (name) => name)).toBe(names[0]);
  });

  it("are left alone when no name is alike", () => {
    expect(mostSimilar("组织工作覆盖率", ["离退休干部党员满意度"], (name) => name)).toBeUndefined();
  });
});

it("likeness is 1 for the same name, 0 for strangers, and symmetric", () => {
  expect(likeness("查阅满意度", "查阅满意度")).toBe(1);
  expect(likeness("甲乙", "丙丁")).toBe(0);
  expect(likeness("查阅满意度", "群众满意度")).toBe(likeness("群众满意度", "查阅满意度"));
});
