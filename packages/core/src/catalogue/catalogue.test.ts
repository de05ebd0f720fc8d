import { describe, expect, it } from "vitest";
import { childrenOf, codePath, isConfirmed, lookUp } from "./catalogue.ts";
import { nameOf, namesOf } from "./name.ts";

describe("looking up a code", () => {
  it("gives name, level and parent, the latter two from the code's digits", () => {
    expect(lookUp("functional", "2013601", 2023)).toEqual({
      code: "2013601",
      name: "行政运行",
      level: 3,
      parent: "20136",
      status: "corroborated",
    });
  });

  it("does not know a code before its first year", () => {
    expect(lookUp("functional", "2014004", 2023)).toBeUndefined();
    expect(lookUp("functional", "2014004", 2024)).toMatchObject({ name: "信访业务", since: 2024 });
  });

  it("knows a code of any year when no year is asked for", () => {
    expect(lookUp("functional", "2014004")?.name).toBe("信访业务");
  });

  it("keeps the classifications apart", () => {
    expect(lookUp("department-economic", "50201", 2023)).toBeUndefined();
    expect(lookUp("government-economic", "50201", 2023)?.name).toBe("办公经费");
  });

  it("does not let a doubtful row raise an error", () => {
    const confirmed = lookUp("functional", "2013601");
    const doubtful = lookUp("functional", "21105");
    expect([confirmed, doubtful].map((entry) => entry && isConfirmed(entry))).toEqual([true, false]);
  });
});

describe("walking a classification", () => {
  it("lists the children valid in the year, in the order of their codes", () => {
    const codes = childrenOf("functional", "20140", 2024).map((entry) => entry.code);
    expect(codes).toEqual(["2014001", "2014002", "2014003", "2014004", "2014050", "2014099"]);
    expect(childrenOf("functional", "20140", 2023)).toEqual([]);
  });

  it("starts at the top level", () => {
    const names = childrenOf("department-economic", undefined, 2023).map((entry) => entry.name);
    expect(names.slice(0, 3)).toEqual(["工资福利支出", "商品和服务支出", "对个人和家庭的补助"]);
  });

  it("gives a code's path from the outside in", () => {
    expect(codePath("2013601")).toEqual(["201", "20136", "2013601"]);
  });
});

describe("the name of a code", () => {
  it("follows the year where a change of name is evidenced", () => {
    expect(nameOf("department-economic", "303", 2017)).toBe("对个人和家庭的补助支出");
    expect(nameOf("department-economic", "303", 2018)).toBe("对个人和家庭的补助");
  });

  it("is the nearest later former name when it changed more than once", () => {
    expect(nameOf("functional", "210", 2009)).toBe("医疗卫生");
    expect(nameOf("functional", "210", 2018)).toBe("医疗卫生与计划生育支出");
    expect(nameOf("functional", "210", 2023)).toBe("卫生健康支出");
  });

  it("is not changed by a change that is only remembered", () => {
    expect(nameOf("functional", "2080501", 2019)).toBe("行政单位离退休");
  });

  it("is printable for a code outside its years, and undefined for an unknown one", () => {
    expect(nameOf("functional", "2014004", 2020)).toBe("信访业务");
    expect(nameOf("functional", "2999999", 2023)).toBeUndefined();
  });

  it("has every form that may stand in print, remembered ones included", () => {
    expect(namesOf("functional", "2080501")).toEqual(["行政单位离退休", "归口管理的行政单位离退休"]);
    expect(namesOf("functional", "2999999")).toEqual([]);
  });
});
