// A district made up for measuring: bodies that each have an accountant and a budget, and reviewers of the bureau.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readLedger } from "@mingzhang/readers";
import { type EntryRecords, recordsOf } from "@mingzhang/renderers";
import { type BodyLine, migrate, openDatabase, openStore, setUpOrganisation } from "@mingzhang/server";
import { departmentFiles } from "../benchmark/department.mjs";
import type { LoadPerson } from "./generator.mts";

export const YEAR = 2023;
const FIXTURE = fileURLToPath(new URL("../../fixtures/wansheng-2023", import.meta.url));
/** Of the rows of a budget, those that its accountant types in. */
const TYPED_IN = 40;

export type Sql = Parameters<Parameters<ReturnType<typeof openDatabase>["system"]>[0]>[0];

export interface Organisation {
  readonly accountants: readonly LoadPerson[];
  readonly reviewers: readonly LoadPerson[];
  readonly rows: number;
}

/** Fills the database of a data folder; everybody is signed in. One budget is large. */
export async function makeOrganisation(
  data: string,
  size: { readonly bodies: number; readonly reviewers: number; readonly largest: number },
): Promise<Organisation> {
  const store = await openStore({ data });
  await migrate(store.url);
  const database = openDatabase(store.url);
  try {
    const usual = await recordsIn(fixtureFiles());
    const large = await recordsIn(departmentFiles({ units: 1, lines: size.largest, projects: 200 }));
    return await database.system((sql) => fill(sql, size, { usual, large }));
  } finally {
    await database.close();
    await store.close();
  }
}

async function fill(
  sql: Sql,
  { bodies, reviewers }: { readonly bodies: number; readonly reviewers: number },
  { usual, large }: { readonly usual: EntryRecords; readonly large: EntryRecords },
): Promise<Organisation> {
  const lines = Array.from({ length: bodies }, (_, index) => bodyLine(index));
  const password = randomBytes(12).toString("hex");
  const accountant = (index: number) => ({
    account: `accountant${index}`,
    name: `会计${index}`,
    password,
    roles: [{ body: codeOf(index), role: "editor" as const }],
  });
  const reviewer = (index: number) => ({
    account: `reviewer${index}`,
    name: `审核${index}`,
    password,
    roles: [{ body: "0", role: "bureau" as const }],
  });
  const people = [
    ...lines.map((_, index) => accountant(index)),
    ...Array.from({ length: reviewers }, (_, index) => reviewer(index)),
  ];
  await setUpOrganisation(sql, { bodies: [BUREAU, ...lines], people });
  const accountants: LoadPerson[] = [];
  let rows = 0;
  for (const [index] of lines.entries()) {
    const cells = index === 0 ? large : usual;
    const budget = await makeBudget(sql, codeOf(index), cells);
    rows += budget.rows;
    accountants.push({
      ...(await signedIn(sql, `accountant${index}`)),
      budget: budget.id,
      typed: budget.typed,
    });
  }
  const signed: LoadPerson[] = [];
  for (let index = 0; index < reviewers; index++) signed.push(await signedIn(sql, `reviewer${index}`));
  await sql.rows("analyze");
  return { accountants, reviewers: signed, rows };
}

export const BUREAU: BodyLine = {
  line: 2,
  code: "0",
  name: "示例区财政局",
  shortName: "财政局",
  kind: "bureau",
  parentCode: "",
  unitType: "",
};

export function bodyLine(index: number): BodyLine {
  const name = `示例区第${index + 1}局`;
  return {
    ...BUREAU,
    line: index + 3,
    code: codeOf(index),
    name,
    shortName: name,
    kind: "department",
    parentCode: "0",
  };
}

function codeOf(index: number): string {
  return String(101 + index);
}

/** A budget of the second submission, which its accountant edits and the bureau sees. */
async function makeBudget(sql: Sql, body: string, records: EntryRecords) {
  const made = await sql.row(
    `insert into budget (body_id, year, state) select id, $2, 'second-draft' from body where code = $1 returning id`,
    [body, YEAR],
  );
  const id = String(made?.id);
  const rows = [...records].flatMap(([sheet, list]) =>
    list.map((cells, index) => ({ id: randomUUID(), sheet, position: (index + 1) * 1024, cells })),
  );
  await sql.rows(
    `insert into entry_row (budget_id, id, sheet, position, cells)
     select $1, id, sheet, position, jsonb_strip_nulls(cells)
     from jsonb_to_recordset($2) as given (id uuid, sheet text, position double precision, cells jsonb)`,
    [id, JSON.stringify(rows)],
  );
  const typed = rows
    .filter(({ sheet }) => sheet === "ledger")
    .slice(0, TYPED_IN)
    .map((row) => ({ row: row.id, amount: row.cells.amount_yuan ?? "" }));
  return { id, rows: rows.length, typed };
}

/** Opens a session without a password. */
export async function signedIn(sql: Sql, account: string): Promise<Pick<LoadPerson, "cookie" | "csrf">> {
  const token = randomBytes(32).toString("hex");
  const csrf = randomBytes(32).toString("hex");
  await sql.rows(
    "insert into session (token_hash, person_id, csrf, one_time) select $2, id, $3, false from person where account = $1",
    [account, createHash("sha256").update(token).digest(), csrf],
  );
  return { cookie: `mingzhang=${token}`, csrf };
}

export async function recordsIn(files: ReadonlyMap<string, string>): Promise<EntryRecords> {
  const entries = [...files].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  return recordsOf((await readLedger(entries)).sheets);
}

function fixtureFiles(): ReadonlyMap<string, string> {
  const names = readdirSync(FIXTURE).filter((name) => name.endsWith(".csv"));
  return new Map(names.map((name) => [name, readFileSync(join(FIXTURE, name), "utf8")]));
}
