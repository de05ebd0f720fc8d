import { BUDGET_SHEETS } from "@mingzhang/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  BUDGET_ACTIONS,
  checkEntry,
  entryOf,
  FieldId,
  nextState,
  PERMISSIONS,
  ROUTES,
  type Route,
  SECRET_FORMAT,
  SheetId,
  secretFields,
  TRANSITIONS,
  toRawSheets,
} from "./index.ts";

const routes: readonly [string, Route][] = Object.entries(ROUTES);

describe("the interface", () => {
  it("has one call for a method and path", () => {
    const keys = routes.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ":")}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("describes the parameters that its paths name", () => {
    for (const [id, { path, params }] of routes) {
      const named = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]).sort();
      const shape = params === undefined ? {} : (params as unknown as { shape: object }).shape;
      expect([id, Object.keys(shape).sort()]).toEqual([id, named]);
    }
  });

  it("can name every sheet and column of a budget", () => {
    for (const { id, columns } of BUDGET_SHEETS) {
      expect(SheetId.safeParse(id).success).toBe(true);
      for (const column of columns)
        expect([column.id, FieldId.safeParse(column.id).success]).toEqual([column.id, true]);
    }
  });
});

describe("secrets of the interface", () => {
  const marked = (schema: z.ZodType | undefined): readonly string[] => {
    const written = JSON.stringify(z.toJSONSchema(schema ?? z.undefined(), { unrepresentable: "any" }));
    return written.match(new RegExp(`"format":"${SECRET_FORMAT}"`, "g")) ?? [];
  };

  it("are marked at the top of a body or an answer, where they are taken out and put in", () => {
    for (const [id, { body, response }] of routes)
      for (const schema of [body, response])
        expect([id, secretFields(schema).length]).toEqual([id, marked(schema).length]);
  });

  it("are all passwords, and the codes of authenticators", () => {
    const taken = routes.flatMap(([id, { body }]) => secretFields(body).map((field) => `${id}.${field}`));
    expect(taken.sort()).toEqual([
      "changePassword.current",
      "changePassword.next",
      "confirmTotp.code",
      "endSessions.password",
      "prepareTotp.password",
      "removeTotp.password",
      "signIn.code",
      "signIn.password",
    ]);
    const named = (schema: z.ZodType | undefined) => {
      const { properties = {} } = z.toJSONSchema(schema ?? z.object(), { unrepresentable: "any" });
      const texts = Object.entries(properties).filter(([, field]) => Object(field).type === "string");
      return texts.map(([name]) => name).filter((name) => /password/i.test(name));
    };
    for (const [id, { body, response }] of routes)
      for (const schema of [body, response])
        expect([id, named(schema).filter((name) => !secretFields(schema).includes(name))]).toEqual([id, []]);
  });
});

describe("the authorisation table", () => {
  it("gives administrators nothing of a budget", () => {
    const budget: readonly string[] = BUDGET_ACTIONS;
    expect(
      PERMISSIONS.filter(({ role, action }) => role === "administrator" && budget.includes(action)),
    ).toEqual([]);
  });

  it("lets somebody take every step of the state machine, where it starts and nowhere else", () => {
    for (const { action, steps } of TRANSITIONS) {
      const from = new Set(steps.map(([state]) => state as string));
      const granted = new Set(
        PERMISSIONS.filter((permission) => permission.action === action).map(({ state }) => state as string),
      );
      expect([action, granted]).toEqual([action, from]);
    }
    expect(nextState("publish", "first-draft")).toBeUndefined();
  });
});

describe("sheets for core", () => {
  it("lead from a place back to the entry", () => {
    const sheets = toRawSheets([
      { sheet: "department", rows: [{ cells: { year: "2023", name: "档案局" } }] },
      { sheet: "ledger", rows: [{ cells: { unit: "机关" } }, { cells: { unit: "中心" } }] },
    ]);
    const [department, ledger] = sheets;
    expect(ledger?.rows[2]?.[1]?.text).toBe("中心");
    expect(entryOf(ledger?.rows[2]?.[1]?.place)).toEqual({ sheet: "ledger", row: 1, field: "unit" });
    expect(entryOf(department?.rows[1]?.[1]?.place)).toEqual({ sheet: "department", row: 0, field: "year" });
    expect(entryOf(department?.rows[0]?.[0]?.place)).toEqual({ sheet: "department" });
  });
});

describe("what a check says", () => {
  const above = [
    { sheet: "department", rows: [{ id: "d", cells: { year: "千年" } }] },
    { sheet: "units", rows: [{ id: "u", cells: { unit: "机关" } }] },
  ];
  const first = { id: "a", cells: { indicator: "满意度", weight: "九成" } };
  const second = { id: "b", cells: { indicator: "满意度", target: "95" } };
  const findingsOf = (...rows: readonly { id: string; cells: Readonly<Record<string, string>> }[]) =>
    checkEntry([...above, { sheet: "indicators", rows }]).findings;

  it("names the sheet and the row as the page shows them, in both languages, and no file", () => {
    const findings = findingsOf(first, second);
    const at = (wanted: string) => findings.find(({ row, field }) => `${row}/${field}` === wanted)?.message;
    expect(at("a/weight")?.zh).toMatch(/^绩效指标 第1行：/u);
    expect(at("a/weight")?.en).toMatch(/^Indicators, row 1: /u);
    expect(at("d/year")?.zh).toMatch(/^部门信息：/u);
    const duplicate = findings.find(({ rule }) => rule === "ledger/duplicate-indicator")?.message;
    expect(duplicate?.zh).toMatch(/^绩效指标 第2行：.*绩效指标 第1行/u);
    expect(duplicate?.en).toMatch(/^Indicators, row 2: .*Indicators, row 1/u);
    const { zh, en } = {
      zh: findings.map(({ message }) => message.zh).join("\n"),
      en: findings.map(({ message }) => message.en).join("\n"),
    };
    expect(`${zh}\n${en}`).not.toMatch(/\.csv|line \d/u);
    expect(en).not.toMatch(/第\d+行/u);
  });

  it("keeps a finding's key when rows are put above its row", () => {
    const keysOf = (findings: ReturnType<typeof findingsOf>) =>
      findings.flatMap(({ key, row }) => (row === "a" ? [key] : []));
    const other = { id: "n", cells: { indicator: "另一项", target: "1" } };
    expect(keysOf(findingsOf(first)).length).toBeGreaterThan(0);
    expect(keysOf(findingsOf(other, first))).toEqual(keysOf(findingsOf(first)));
  });
});
