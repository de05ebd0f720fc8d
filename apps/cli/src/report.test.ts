import type { Finding } from "@mingzhang/core";
import { describe, expect, it } from "vitest";
import { findingText, reportFindings } from "./report.ts";

const finding = (level: Finding["level"], more: Partial<Finding> = {}): Finding => ({
  rule: "some/rule",
  level,
  message: { zh: "错了", en: "wrong" },
  ...more,
});

function said(findings: readonly Finding[]): string[] {
  const lines: string[] = [];
  reportFindings(findings, { out: () => undefined, error: (text) => lines.push(text), interactive: false });
  return lines;
}

describe("findings", () => {
  it("come the gravest first", () => {
    const levels = said([finding("notice"), finding("error"), finding("warning")]).map((text) =>
      text.slice(0, 2),
    );
    expect(levels).toEqual(["错误", "疑点", "提示"]);
  });

  it("say where, what, in both languages, and what to do", () => {
    const text = findingText(
      finding("error", {
        place: { kind: "sheet", sheet: "预算明细", cell: "F3" },
        remedy: { zh: "改正", en: "Correct it" },
      }),
    );
    expect(text).toBe("错误　预算明细 F3　错了\n　　　→ 改正\n　　　error: wrong → Correct it");
  });

  it.each([
    [{ kind: "sheet", sheet: "预算明细", cell: "F3" }, "预算明细 F3：错了"],
    [{ kind: "line", file: "ledger.csv", line: 2, column: 5 }, "ledger.csv 第2行：错了"],
  ] as const)("do not name their place twice", (place, zh) => {
    expect(findingText(finding("error", { place, message: { zh, en: "wrong" } }))).toMatch(`错误　${zh}\n`);
  });

  it("are all printed when they are errors; of many alike warnings some are, and the number of the rest", () => {
    expect(said(Array.from({ length: 50 }, () => finding("error")))).toHaveLength(50);
    const warnings = said(Array.from({ length: 50 }, () => finding("warning")));
    expect(warnings).toHaveLength(21);
    expect(warnings.at(-1)).toContain("同类的还有 30 个");
  });
});
