// A district whose budgets' years are full: for measuring the bureau's page.
import { randomUUID } from "node:crypto";
import type { EntryRecords } from "@mingzhang/renderers";
import { migrate, openDatabase, openStore, setUpOrganisation } from "@mingzhang/server";
import { departmentFiles } from "../benchmark/department.mjs";
import type { LoadPerson } from "./generator.mts";
import { BUREAU, bodyLine, recordsIn, type Sql, signedIn, YEAR } from "./organisation.mts";

export interface YearSize {
  readonly bodies: number;
  readonly projects: number;
  readonly indicators: number;
  readonly records: number;
}

export interface FullYears {
  readonly reviewer: Pick<LoadPerson, "cookie" | "csrf">;
  readonly accountant: Pick<LoadPerson, "cookie" | "csrf">;
  /** The accountant's. */
  readonly budget: string;
  readonly rows: number;
}

/** Fills the database of a data folder: every body has the same budget and the same year, and rows of its own. */
export async function makeYears(data: string, size: YearSize): Promise<FullYears> {
  const store = await openStore({ data });
  await migrate(store.url);
  const database = openDatabase(store.url);
  try {
    const files = departmentFiles({ units: 1, lines: 60, projects: size.projects });
    const budget = await recordsIn(files);
    return await database.system((sql) => fill(sql, size, budget));
  } finally {
    await database.close();
    await store.close();
  }
}

async function fill(sql: Sql, size: YearSize, budget: EntryRecords): Promise<FullYears> {
  const bodies = Array.from({ length: size.bodies }, (_, index) => bodyLine(index));
  const password = randomUUID();
  const of = (account: string, body: string, role: "editor" | "bureau") => ({
    account,
    name: account,
    password,
    roles: [{ body, role }],
  });
  const people = [of("reviewer", "0", "bureau"), of("accountant", bodies[0]?.code ?? "", "editor")];
  await setUpOrganisation(sql, { bodies: [BUREAU, ...bodies], people });
  // Rows of a benchmark need no log.
  await sql.rows("set local session_replication_role = replica");
  await sql.rows(
    `insert into budget (body_id, year, state, year_state, approval_date)
     select id, $1, 'published', 'year-open', make_date($1, 2, 10) from body where kind <> 'bureau'`,
    [YEAR],
  );
  const sheets = new Map([...budget, ...yearOf(size, budget)]);
  const rows = [...sheets].flatMap(([sheet, list]) =>
    list.map((cells, index) => ({ sheet, position: (index + 1) * 1024, cells })),
  );
  await sql.rows(
    `insert into entry_row (budget_id, id, sheet, position, cells)
     select budget.id, gen_random_uuid(), sheet, position, jsonb_strip_nulls(cells)
     from budget, jsonb_to_recordset($1) as given (sheet text, position double precision, cells jsonb)`,
    [JSON.stringify(rows)],
  );
  await sql.rows("analyze");
  const [own] = await sql.rows(
    "select budget.id from budget join body on body.id = body_id order by body.code limit 1",
  );
  return {
    reviewer: await signedIn(sql, "reviewer"),
    accountant: await signedIn(sql, "accountant"),
    budget: String(own?.id),
    rows: rows.length * size.bodies,
  };
}

/** Indicators that are all counted, payments by month, and records spread over the year. */
function yearOf({ indicators, records }: YearSize, budget: EntryRecords): EntryRecords {
  const projects = (budget.get("projects") ?? []).map(({ project }) => project ?? "");
  const unit = budget.get("units")?.[0]?.unit ?? "";
  const weightOf = (index: number) => (index < 90 % indicators ? 1 : 0) + Math.floor(90 / indicators);
  const each = <Row,>(make: (project: string, index: number) => Row) =>
    projects.flatMap((project) => Array.from({ length: indicators }, (_, index) => make(project, index)));
  const isShare = (index: number) => index % 3 === 2;
  const matterOf = (index: number) => `第${index + 1}类服务事项`;
  return new Map([
    [
      "indicators",
      [
        ...(budget.get("indicators") ?? []).filter(({ project = "" }) => project === ""),
        ...each((project, index) => ({
          project,
          indicator: matterOf(index),
          weight: String(weightOf(index)),
          measure_unit: isShare(index) ? "%" : "人次",
          operator: "≥",
          target: isShare(index) ? "95" : "600",
          core: "no",
        })),
      ],
    ],
    [
      "countings",
      each((project, index) => ({
        project,
        indicator: matterOf(index),
        method: isShare(index) ? "share" : "sum",
        matter: matterOf(index),
      })),
    ],
    [
      "records",
      Array.from({ length: records }, (_, index) => ({
        number: `R${index + 1}`,
        date: dayOf(index, records),
        kind: "service",
        project: projects[index % projects.length] ?? "",
        matter: matterOf(Math.floor(index / projects.length) % indicators),
        place: "服务大厅",
        count: String(10 + (index % 23)),
        measure_unit: "人次",
        reached: String(40 - (index % 4)),
        due: "40",
      })),
    ],
    [
      "payments",
      projects.flatMap((project) =>
        Array.from({ length: 48 }, (_, index) => ({
          date: dayOf(index, 48),
          unit,
          project,
          department_economic: "30201",
          amount_yuan: String(1000 + index),
        })),
      ),
    ],
  ]);
}

function dayOf(index: number, of: number): string {
  return new Date(Date.UTC(YEAR, 0, 1 + Math.floor((index * 365) / of))).toISOString().slice(0, 10);
}
