import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type AuditFinding,
  type AuditReport,
  check,
  compose,
  disclose,
  findProfile,
  RULES,
  readBudget,
} from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { RENDERERS } from "@mingzhang/renderers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entriesOf } from "../apps/cli/src/load.ts";
import { readPublished } from "../apps/cli/src/published.ts";

const folder = fileURLToPath(new URL("../fixtures/wansheng-2023/", import.meta.url));

async function audit(path: string): Promise<AuditReport> {
  const { pack } = await readPublished([path]);
  return check({ pack }, RULES);
}

const isPerformance = ({ rule }: AuditFinding) => rule.startsWith("performance/");
/** Rule and the line of the published text. */
const placed = ({ rule, place }: AuditFinding) => [rule, place?.kind === "line" ? place.line : undefined];

/** Real errors of a real pack, found by hand: a checker finds these and cries over nothing else. */
describe("the audit of the pack that Wansheng published", () => {
  let findings: readonly AuditFinding[];
  let report: AuditReport;
  const of = (level: AuditFinding["level"]) => findings.filter((finding) => finding.level === level);

  beforeAll(async () => {
    report = await audit(join(folder, "expected", "published.txt"));
    findings = report.findings.filter((finding) => !isPerformance(finding));
  });

  it("finds the vehicles that are none and two at once, and the two #DIV/0!, and no other error", () => {
    expect(of("error").map(placed)).toEqual([
      ["narrative/operating-cost-needs-vehicles", 64],
      ["narrative/parts-add-up", 64],
      ["wording/no-spreadsheet-error", 244],
      ["wording/no-spreadsheet-error", 247],
    ]);
  });

  it("tells of the vehicles as one cause", () => {
    const [cost, parts] = of("error");
    expect(parts?.group).toBe(cost?.group);
    expect([cost?.consequence, parts?.consequence]).toEqual([false, true]);
  });

  it("doubts the title that is not the one of the contents, and the number of another table, and nothing else", () => {
    expect(of("warning").map(placed).toSorted()).toEqual([
      ["format/table-numbers-agree", 508],
      ["format/titles-agree-with-contents", 437],
    ]);
  });

  it("takes the nine sums that are a cent off as rounding", () => {
    const roundings = of("notice").filter(({ rule }) => rule.startsWith("tables/"));
    expect(roundings.map(({ difference }) => difference?.replace("-", ""))).toEqual(
      new Array<string>(9).fill("0.01"),
    );
    expect(report.outcomes.rounding).toBe(9);
  });

  it("asks about the equipment that no procurement covers, and for the two explanations that are missing", () => {
    const others = of("notice").filter(
      ({ rule }) => rule.startsWith("cross/") || rule.startsWith("wording/"),
    );
    expect(others.map(({ rule, printed }) => [rule, printed])).toEqual([
      ["cross/equipment-is-procured", "0.20"],
      ["wording/terms-are-explained", "机关运行经费"],
      ["wording/terms-are-explained", "财政专户管理资金"],
    ]);
  });

  it("mentions the tables whose titles are cut short or that have no number", () => {
    const others = of("notice").filter(({ rule }) => !rule.startsWith("tables/"));
    const count = (id: string) => others.filter(({ rule }) => rule === id).length;
    expect(count("format/titles-agree-with-contents")).toBe(4);
    expect(count("format/all-tables-are-numbered")).toBe(1);
  });

  it.skipIf(!RULES.some(({ id }) => id.startsWith("performance/")))(
    "finds the performance target that turns 20 into 60, and doubts the renamed branch and the three names of one body",
    () => {
      const performance = report.findings.filter((finding) => isPerformance(finding) && !finding.consequence);
      const messages = (level: AuditFinding["level"]) =>
        performance.filter((finding) => finding.level === level).map(({ message }) => message.zh);
      expect(messages("error")).toEqual([expect.stringContaining("60")]);
      expect(messages("warning")).toHaveLength(2);
    },
  );
});

describe("the audit of the pack that is built from the repaired fixture", () => {
  let temporary: string;
  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), "mingzhang-published-"));
  });
  afterAll(() => rm(temporary, { recursive: true, force: true }));

  it.each(RENDERERS.map((renderer) => [renderer.id, renderer] as const))(
    "has no error and no warning in %s",
    async (_id, renderer) => {
      const profile = findProfile("chongqing-district");
      const { sheets } = await readLedger(await entriesOf(folder));
      const { budget } = readBudget(sheets, profile === undefined ? {} : { weights: profile.weights });
      if (budget === undefined || profile === undefined) throw new Error("the fixture has faults");
      const { bytes } = await renderer.render({ document: compose(disclose(budget, profile)) });
      const path = join(temporary, `pack.${renderer.extension}`);
      await writeFile(path, bytes);
      const { findings, outcomes } = await audit(path);
      expect(findings.filter(({ level }) => level !== "notice")).toEqual([]);
      expect(outcomes.holds).toBeGreaterThan(400);
    },
  );
});
