import type { EntryRecords } from "@mingzhang/renderers";
import type { BudgetAction, Role } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import { found } from "../http/refusal.ts";
import { enterExample, enterRecords } from "./enter.ts";

/** The department of the demonstration whose year can be seen. */
export const YEAR_BODY = { code: "900", name: "演示部门（预算已公开）" } as const;

/** Its people's accounts. */
export function yearAccount(role: Role): string {
  return `${role}-year`;
}

/** The statutory twenty days after the approval are kept. */
const APPROVED = (year: number) => `${year}-02-10`;
const PUBLISHED = (year: number) => `${year}-02-24`;

/** Who takes which step on the way of a budget to the public. */
const STEPS: readonly (readonly [account: string, action: BudgetAction])[] = [
  [yearAccount("editor"), "submit"],
  [yearAccount("head"), "sign"],
  ["bureau", "accept"],
  ["bureau", "issue"],
  [yearAccount("editor"), "submit"],
  [yearAccount("head"), "sign"],
  ["bureau", "approve"],
  [yearAccount("confidentiality"), "clear"],
  [yearAccount("publisher"), "publish"],
];

/** The records of another body, by its own name. */
export function renamed(records: EntryRecords, from: string, to: string): EntryRecords {
  const rename = (text: string) => text.replaceAll(from, to);
  return new Map(
    [...records].map(([sheet, rows]) => [
      sheet,
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([field, text]) => [field, rename(text)])),
      ),
    ]),
  );
}

/** Takes a budget through all its steps, as its people do, and enters what happened in its year. */
export async function playYear(
  sql: Transaction,
  budget: { readonly code: string; readonly year: number; readonly records: EntryRecords },
  ofYear: EntryRecords,
): Promise<void> {
  const editor = yearAccount("editor");
  const person = await actAs(sql, editor);
  const id = await enterExample(sql, { ...budget, editor });
  for (const [index, [account, action]] of STEPS.entries()) {
    await actAs(sql, account);
    const approval = action === "approve" ? APPROVED(budget.year) : null;
    await sql.rows("select take_step($1, $2, 1, '', $3, null)", [id, action, approval]);
    // In one transaction all is done at once; it is told one after the other, and the last step last.
    await sql.rows(
      "update step set at = now() - make_interval(mins => $2) where budget_id = $1 and at = now()",
      [id, STEPS.length - 1 - index],
    );
  }
  const { publication } = found(await sql.row("select publish_version($1, '') as publication", [id]));
  const address = `https://www.example.gov.cn/${budget.year}/`;
  await sql.rows("select record_address($1, $2, $3)", [publication, address, PUBLISHED(budget.year)]);
  await actAs(sql, editor);
  const own = new Map([...ofYear].filter(([sheet]) => sheet !== "reviews"));
  await enterRecords(sql, { budget: id, person, records: own });
  await sql.rows("select set_config('mingzhang.person', '', true)");
}

/** What the database is told to do next is done by this account; gives its person. */
async function actAs(sql: Transaction, account: string): Promise<string> {
  const { id } = found(await sql.row("select id from person where account = $1", [account]));
  await sql.rows("select set_config('mingzhang.person', $1, true)", [id]);
  return id;
}
