import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { verifyLog } from "../log/verify.ts";
import { BACKENDS, type Backend, temporaryCluster } from "../testing/postgres.ts";
import { setUpDemonstration } from "./demonstration.ts";

const FIXTURE = fileURLToPath(new URL("../../../../fixtures/wansheng-2023/", import.meta.url));

function filesIn(folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  return names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(folder + name)) }));
}

describe("the demonstration", () => {
  let at: Awaited<ReturnType<typeof temporaryCluster>>;
  let database: Database;
  beforeAll(async () => {
    at = await temporaryCluster(BACKENDS[0] as Backend);
    await migrate(at.cluster.url);
    database = openDatabase(at.cluster.url);
    const example = { budget: filesIn(FIXTURE), year: filesIn(`${FIXTURE}year/`) };
    await database.system((sql) => setUpDemonstration(sql, example, "to try things out"));
  });
  afterAll(async () => {
    await database.close();
    await at.remove();
  });
  const rows = (query: string) => database.system((sql) => sql.rows(query));

  it("has a budget to be compiled and one whose year is under way, each at a body of its own", async () => {
    expect(
      await rows(
        `select state, year_state, budget.version, approval_date::text, body.code, count(entry_row.id)::int > 0 as entered
         from budget join body on body.id = body_id join entry_row on budget_id = budget.id
         group by budget.id, body.code order by body.code`,
      ),
    ).toEqual([
      { state: "first-draft", year_state: null, version: 0, approval_date: null, code: "1", entered: true },
      {
        state: "published",
        year_state: "year-open",
        version: 1,
        approval_date: "2023-02-10",
        code: "900",
        entered: true,
      },
    ]);
  });

  it("tells the steps one after the other, each by somebody who may take it, and another signs than wrote", async () => {
    const steps = await rows(
      "select action, account from step join person on person.id = person_id order by at",
    );
    expect(steps.map(({ action, account }) => `${account} ${action}`)).toEqual([
      "editor-year submit",
      "head-year sign",
      "bureau accept",
      "bureau issue",
      "editor-year submit",
      "head-year sign",
      "bureau approve",
      "confidentiality-year clear",
      "publisher-year publish",
    ]);
  });

  it("names the department whose year is seen by its own name only, within the twenty days, with files to be made", async () => {
    const [{ name } = {}] = await rows(
      "select cells ->> 'name' as name from entry_row join budget on budget.id = budget_id where sheet = 'department' and state = 'published'",
    );
    expect(name).toBe("演示部门（预算已公开）");
    const frozen = await rows("select content from version");
    expect(frozen).toHaveLength(1);
    expect(frozen[0]?.content).not.toContain("老干部局");
    expect(await rows("select publication_day::text as day from publication")).toEqual([
      { day: "2023-02-24" },
    ]);
    expect(await rows("select kind, state from job")).toEqual([{ kind: "publish", state: "queued" }]);
  });

  it("has its year from payments to evaluation, without reviews, which are for whoever tries it", async () => {
    const sheets = await rows(
      "select distinct sheet from entry_row join budget on budget.id = budget_id where year_state is not null",
    );
    const named = sheets.map(({ sheet }) => sheet);
    expect(named).toEqual(expect.arrayContaining(["payments", "records", "progress", "evaluations"]));
    expect(named).not.toContain("reviews");
  });

  it("leaves a whole log", async () => {
    const { faults } = await database.system((sql) => verifyLog(sql));
    expect(faults).toEqual([]);
  });
});
