// Writes fixtures/wansheng-2023/year: the year of the fixture's budget, invented and always the same. What it plays
// through is stated in the fixture's README; tests/fixture-year.test.ts holds it to figures worked out by hand.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readBudget } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { type EntryRecord, writeYearCsvRecords } from "@mingzhang/renderers";
import { ADJUSTMENTS, TARGET_CHANGES } from "./fixture-year/adjustments.ts";
import { COUNTINGS } from "./fixture-year/countings.ts";
import { DISCLOSURES, EVALUATIONS, REVIEWS } from "./fixture-year/evaluations.ts";
import { paymentsOf } from "./fixture-year/payments.ts";
import { PROGRESS } from "./fixture-year/progress.ts";
import { register } from "./fixture-year/register.ts";

const FIXTURE = fileURLToPath(new URL("../fixtures/wansheng-2023/", import.meta.url));

const files = readdirSync(FIXTURE).filter((name) => name.endsWith(".csv"));
const { sheets } = await readLedger(
  files.map((name) => ({ name, bytes: readFileSync(`${FIXTURE}${name}`) })),
);
const { budget } = readBudget(sheets);
if (budget === undefined) throw new Error("the fixture's budget has errors");

const records = new Map<string, readonly EntryRecord[]>([
  ["adjustments", ADJUSTMENTS],
  ["payments", paymentsOf(budget)],
  ["records", register()],
  ["countings", COUNTINGS],
  ["progress", PROGRESS],
  ["target-changes", TARGET_CHANGES],
  ["evaluations", EVALUATIONS],
  ["reviews", REVIEWS],
  ["disclosures", DISCLOSURES],
]);
mkdirSync(`${FIXTURE}year`, { recursive: true });
for (const { name, bytes } of writeYearCsvRecords(records)) writeFileSync(`${FIXTURE}year/${name}`, bytes);
