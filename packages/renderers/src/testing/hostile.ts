import { readdirSync, readFileSync } from "node:fs";
import { BUDGET_SHEETS, type Disclosure, disclose, findProfile, readBudget } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { type EntryRecord, type EntryRecords, recordsOf, writeCsvRecords } from "../entry/index.ts";

const FIXTURE = new URL("../../../../fixtures/wansheng-2023/", import.meta.url);

/** Columns of texts that mean something to the program: a number, a choice, a code. */
const MEANING: ReadonlySet<string> = new Set(["target", "subject", "profile"]);

/** The example's entry with a text before every text that people type, keys and what refers to them alike. */
export async function hostileRecords(before: string): Promise<EntryRecords> {
  const files = readdirSync(FIXTURE)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, bytes: readFileSync(new URL(name, FIXTURE)) }));
  const records = recordsOf((await readLedger(files)).sheets);
  return new Map(
    BUDGET_SHEETS.map(({ id, columns }) => {
      const typed = columns.filter(
        ({ id, type }) => !MEANING.has(id) && (type.kind === "text" || type.kind === "reference"),
      );
      const rows = (records.get(id) ?? []).map((record): EntryRecord => {
        const changed = typed.flatMap(({ id }) =>
          (record[id] ?? "") === "" ? [] : [[id, `${before}${record[id]}`] as const],
        );
        return { ...record, ...Object.fromEntries(changed) };
      });
      return [id, rows];
    }),
  );
}

/** What such an entry publishes. */
export async function hostileDisclosure(before: string): Promise<Disclosure> {
  const { sheets } = await readLedger(writeCsvRecords(await hostileRecords(before)));
  const { budget, findings } = readBudget(sheets);
  const profile = findProfile("chongqing-district");
  if (budget === undefined || profile === undefined)
    throw new Error(findings.map(({ message }) => message.en).join("\n"));
  return disclose(budget, profile);
}
