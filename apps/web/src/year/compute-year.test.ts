import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readLedger } from "@mingzhang/readers";
import { recordsOf } from "@mingzhang/renderers";
import type { Row } from "@mingzhang/server/api";
import { expect, it } from "vitest";
import { YearCompute } from "./compute-year.ts";

const fixture = fileURLToPath(new URL("../../../../fixtures/wansheng-2023/", import.meta.url));
const entries = ["", "year/"].flatMap((folder) =>
  readdirSync(fixture + folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(fixture + folder + name)) })),
);
const records = recordsOf((await readLedger(entries)).sheets);
const example = new Map<string, readonly Row[]>(
  [...records].map(([sheet, rows]) => [
    sheet,
    rows.map((cells, index) => ({
      id: `${sheet}/${index}`,
      position: index,
      version: 1,
      cells: Object.fromEntries(Object.entries(cells).map(([field, text]) => [field, text ?? ""])),
    })),
  ]),
);

const at = "2023-12-31";
const actualOf = (
  sheets: ReadonlyMap<string, readonly Row[]>,
  { project, name }: { readonly project: string | null; readonly name: string },
  known: Parameters<YearCompute["check"]>[2]["known"] = [],
) =>
  new YearCompute()
    .check(sheets, undefined, { at, known })
    .year?.monitoring.scopes.find((scope) => scope.project === project)
    ?.indicators.find((indicator) => indicator.name === name)?.actual;

it("a record moves the indicators that it is counted for, and the trail leads to it", () => {
  const visits = { project: "离退休干部慰问及补助", name: "走访慰问老干部人次" };
  const before = Number(actualOf(example, visits)?.value);
  const visit = { date: "2023-12-29", kind: "走访慰问", project: visits.project, matter: "慰问", count: "7" };
  const recorded = { id: "new", position: 1e6, version: 1, cells: visit };
  const sheets = new Map([...example, ["records", [...(example.get("records") ?? []), recorded]]]);
  expect(Number(actualOf(sheets, visits)?.value)).toBe(before + 7);
  const compute = new YearCompute();
  compute.check(sheets, undefined, { at, known: [] });
  expect(compute.trail(visits.project, visits.name, at)).toContain("new");
  expect(compute.trail(visits.project, visits.name, "2023-12-28")).not.toContain("new");
});

it("what the workspace knows of publications counts where nobody typed it", () => {
  const compliance = { project: null, name: "预决算信息公开合规率" };
  const late = {
    document: "budget",
    approvalDate: "2023-03-01",
    publicationDate: "2023-04-30",
    address: "",
  } as const;
  const untyped = new Map([...example].filter(([sheet]) => sheet !== "disclosures"));
  expect(actualOf(untyped, compliance)?.source).toBe("none");
  expect(actualOf(untyped, compliance, [late])).toMatchObject({ source: "duty", value: "0" });
  // As typed: in time.
  expect(actualOf(example, compliance, [late])).toMatchObject({ source: "duty", value: "100" });
});

it("execution by month ends at the date, and what cannot be read has no view", () => {
  const { year } = new YearCompute().check(example, undefined, { at: "2023-07-31", known: [] });
  const centre = year?.pace.find(({ project }) => project === "老干部活动中心运维");
  // 96,000 of 320,000 yuan by July, as the example's payments add up.
  expect(centre?.rates).toHaveLength(7);
  expect(centre?.rates.at(-1)).toBe(30);
  const broken = new Map([
    ...example,
    ["payments", [{ id: "p", position: 0, version: 1, cells: { date: "?" } }]],
  ]);
  const checked = new YearCompute().check(broken, undefined, { at, known: [] });
  expect(checked.year).toBeUndefined();
  expect(checked.findings.some(({ sheet, row }) => sheet === "payments" && row === "p")).toBe(true);
});
