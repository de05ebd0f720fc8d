import { type LedgerEntry, readLedger } from "@mingzhang/readers";
import { recordsOf } from "@mingzhang/renderers";
import { ROLE_TEXTS, type Role } from "../api/index.ts";
import type { BodyLine } from "../bodies/csv.ts";
import type { Transaction } from "../database/database.ts";
import { ServerFailure } from "../database/failure.ts";
import { oneTimePassword, textOf } from "../session/password.ts";
import { playYear, renamed, YEAR_BODY, yearAccount } from "./demonstration-year.ts";
import { enterExample } from "./enter.ts";
import { type MadeAccount, type NewPerson, setUpOrganisation } from "./organisation.ts";

const BUREAU = "0";
const OF_BUREAU: readonly Role[] = ["bureau", "auditor", "administrator"];
const OF_DEPARTMENT: readonly Role[] = ["editor", "head", "department", "confidentiality", "publisher"];
const OF_UNIT: readonly Role[] = ["editor", "head", "confidentiality", "publisher"];

/** The files of a budget and of its year. */
export interface Example {
  readonly budget: readonly LedgerEntry[];
  readonly year: readonly LedgerEntry[];
}

/**
 * An organisation to try things out: a bureau, the example's department with its units, one account for each role
 * with one common password, and the example entered as the department's budget; beside it another department whose
 * budget is published and whose year is under way. A worker makes the published files when one runs.
 */
export async function setUpDemonstration(
  sql: Transaction,
  example: Example,
  password: string = textOf(oneTimePassword()),
): Promise<readonly MadeAccount[]> {
  const { sheets } = await readLedger(example.budget);
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
    line({ ...YEAR_BODY, kind: "department", parentCode: BUREAU }),
  ];
  const people = [
    ...OF_BUREAU.map((role) => person(role, role, BUREAU, password)),
    ...OF_DEPARTMENT.map((role) => person(role, role, code, password)),
    ...bodies
      .filter(({ kind }) => kind === "unit")
      .flatMap(({ code: unit }, index) =>
        OF_UNIT.map((role) => person(`${role}-${index + 1}`, role, unit, password)),
      ),
    ...OF_DEPARTMENT.map((role) => person(yearAccount(role), role, YEAR_BODY.code, password)),
  ];
  const made = await setUpOrganisation(sql, { bodies, people });
  const year = Number(department.year);
  await enterExample(sql, { code, year, editor: "editor", records });
  const published = { ...YEAR_BODY, year, records: renamed(records, department.name, YEAR_BODY.name) };
  await playYear(sql, published, recordsOf((await readLedger(example.year)).sheets));
  return made;
}

function line(body: Pick<BodyLine, "code" | "name" | "kind" | "parentCode">): BodyLine {
  return { line: 0, shortName: body.name, unitType: "", ...body };
}

function person(account: string, role: Role, body: string, password: string): NewPerson {
  return { account, name: `${ROLE_TEXTS[role].zh}（${account}）`, roles: [{ body, role }], password };
}
