import { createHash, randomUUID } from "node:crypto";
import { type LedgerEntry, readLedger } from "@mingzhang/readers";
import { recordsOf } from "@mingzhang/renderers";
import { ROLE_TEXTS, type Role } from "../api/index.ts";
import type { BodyLine } from "../bodies/csv.ts";
import type { Transaction } from "../database/database.ts";
import { ServerFailure } from "../database/failure.ts";
import { insertRows, record } from "../entry/edit.ts";
import { found } from "../http/refusal.ts";
import { oneTimePassword, textOf } from "../session/password.ts";
import { type MadeAccount, type NewPerson, setUpOrganisation } from "./organisation.ts";

const BUREAU = "0";
const OF_BUREAU: readonly Role[] = ["bureau", "auditor", "administrator"];
const OF_DEPARTMENT: readonly Role[] = ["editor", "head", "department", "confidentiality", "publisher"];
const OF_UNIT: readonly Role[] = ["editor", "head", "confidentiality", "publisher"];

/**
 * An organisation to try things out: a bureau, the example's department with its units, one account for each role
 * with one common password, and the example entered as the department's budget.
 */
export async function setUpDemonstration(
  sql: Transaction,
  example: readonly LedgerEntry[],
  password: string = textOf(oneTimePassword()),
): Promise<readonly MadeAccount[]> {
  const { sheets } = await readLedger(example);
  const records = recordsOf(sheets);
  const department = records.get("department")?.[0];
  const units = records.get("units") ?? [];
  if (department?.name === undefined || department.year === undefined) {
    throw new ServerFailure({ zh: "示例数据读不了。", en: "The example cannot be read." });
  }
  const code = department.code || "1";
  const bodies: BodyLine[] = [
    line({ code: BUREAU, name: `${department.region ?? ""}财政局`, kind: "bureau", parentCode: "" }),
    line({ code, name: department.name, kind: "department", parentCode: BUREAU }),
    ...units.map((unit, index) => ({
      ...line({
        code: unit.code || `${code}-${index + 1}`,
        name: unit.name ?? "",
        kind: "unit",
        parentCode: code,
      }),
      shortName: unit.unit ?? "",
      unitType: unit.type ?? "",
    })),
  ];
  const people = [
    ...OF_BUREAU.map((role) => person(role, role, BUREAU, password)),
    ...OF_DEPARTMENT.map((role) => person(role, role, code, password)),
    ...bodies
      .filter(({ kind }) => kind === "unit")
      .flatMap(({ code: unit }, index) =>
        OF_UNIT.map((role) => person(`${role}-${index + 1}`, role, unit, password)),
      ),
  ];
  const made = await setUpOrganisation(sql, { bodies, people });
  await enterExample(sql, { code, year: Number(department.year), records });
  return made;
}

function line(body: Pick<BodyLine, "code" | "name" | "kind" | "parentCode">): BodyLine {
  return { line: 0, shortName: body.name, unitType: "", ...body };
}

function person(account: string, role: Role, body: string, password: string): NewPerson {
  return { account, name: `${ROLE_TEXTS[role].zh}（${account}）`, roles: [{ body, role }], password };
}

async function enterExample(
  sql: Transaction,
  {
    code,
    year,
    records,
  }: { readonly code: string; readonly year: number; readonly records: ReturnType<typeof recordsOf> },
): Promise<void> {
  const { id: budget } = found(
    await sql.row("insert into budget (body_id, year) select id, $2 from body where code = $1 returning id", [
      code,
      year,
    ]),
  );
  const { id: editor } = found(await sql.row("select id from person where account = 'editor'"));
  for (const [sheet, list] of records) {
    const rows = list.map((cells, index) => ({
      id: randomUUID(),
      sheet,
      position: (index + 1) * 1024,
      cells: Object.fromEntries(
        Object.entries(cells).filter(([, text]) => text !== undefined && text !== ""),
      ) as Record<string, string>,
    }));
    await insertRows(sql, budget, editor, rows);
  }
  const digest = createHash("sha256").update(budget).digest();
  await record(sql, { budget, person: editor, revision: 1, id: randomUUID(), digest, rows: null });
}
