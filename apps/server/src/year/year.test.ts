import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BUDGET_ACTIONS, type Change, SHEET_RIGHTS } from "../api/index.ts";
import { insertion, openWorkspace, type Person, type Workspace } from "../testing/workspace.ts";
import { approvedBudget, yearFiles } from "../testing/year.ts";

const NAME = "李四光";
const ACCOUNTS = ["editor", "head", "department", "bureau", "auditor", "publisher"] as const;
/** Of another body. */
const OUTSIDER = "editor@300";
type Account = (typeof ACCOUNTS)[number] | typeof OUTSIDER;

describe("the year of an approved budget", () => {
  let workspace: Workspace;
  let budget: string;
  const people = new Map<Account, Person>();
  const as = (account: Account) => people.get(account) as Person;
  const params = () => ({ budget });

  beforeAll(async () => {
    workspace = await openWorkspace();
    for (const account of [...ACCOUNTS, OUTSIDER] as const)
      people.set(account, await workspace.signIn(account));
    budget = await approvedBudget(workspace);
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  const edit = (account: Account, changes: readonly unknown[]) =>
    as(account).call("edit", { params: params(), body: { id: randomUUID(), changes: changes as Change[] } });
  const status = async (work: Promise<unknown>) => (await as("editor").refusal(work)).status;
  const begin = (state: string) =>
    workspace.database.system((sql) => sql.rows("update budget set year_state = $1", [state]));
  /** What the database gives a person, whatever a handler asks for. */
  const asked = (account: Account, query: string) =>
    workspace.database.anonymous(async (sql) => {
      await sql.rows("select set_config('mingzhang.person', $1, true)", [as(account).me.person.id]);
      return sql.rows(query);
    });

  it("is entered by who records it, from files and by hand, and not beyond", async () => {
    const whole = as("editor").call("importWorkbook", { params: params(), files: yearFiles() });
    expect(await status(whole)).toBe(403);
    const done = await as("editor").call("importWorkbook", {
      params: params(),
      files: yearFiles(["reviews"]),
    });
    expect(done.findings).toEqual([]);
    const record = { date: "2023-05-04", kind: "visit", matter: "走访" };
    await edit("editor", [insertion("records", record)]);
    expect(await status(edit("editor", [insertion("notes", { note: "改" })]))).toBe(403);
    expect(await status(edit("editor", [insertion("reviews", { level: "bureau" })]))).toBe(403);
    expect(await status(edit("head", [insertion("records", record)]))).toBe(403);
    expect(await status(edit("bureau", [insertion("records", record)]))).toBe(403);
    const { sheets } = await as("bureau").call("sheets", { params: params(), query: { part: "year" } });
    expect(sheets.map(({ sheet }) => sheet)).toContain("records");
    const budgets = await as("editor").call("sheets", { params: params() });
    expect(budgets.sheets.map(({ sheet }) => sheet)).not.toContain("records");
  });

  it("is closed while its evaluation is signed and reviewed", async () => {
    await begin("evaluation-signing");
    const { rows } = await as("editor").call("sheet", { params: { budget, sheet: "records" } });
    const set = {
      kind: "set",
      sheet: "records",
      row: rows[0]?.id,
      field: "place",
      from: rows[0]?.cells.place ?? "",
    };
    expect(await status(edit("editor", [{ ...set, to: "别处" }]))).toBe(403);
    const written = await workspace.database.anonymous(async (sql) => {
      await sql.rows("select set_config('mingzhang.person', $1, true)", [as("editor").me.person.id]);
      return sql.rows("update entry_row set cells = '{}' where sheet = 'records' returning id");
    });
    expect(written).toEqual([]);
    await begin("year-open");
  });

  it("shows reviewers everything but names of persons: not in sheets, edits, events' rows, the log or the database", async () => {
    await edit("editor", [
      insertion("participants", { number: "T0001", name: NAME }),
      insertion("records", { date: "2023-06-01", kind: "visit", matter: "看望" }),
    ]);
    const [row] = (await as("head").call("sheet", { params: { budget, sheet: "participants" } })).rows;
    expect(row?.cells.name).toBe(NAME);
    await edit("head", [
      { kind: "set", sheet: "participants", row: row?.id, field: "note", from: "", to: `${NAME}之子` },
    ]);
    const everywhere = `select cells::text as text from entry_row union all select rows::text from edit
      union all select content from log`;
    for (const account of ACCOUNTS) {
      const found = (await asked(account, everywhere)).filter(({ text }) => text?.includes(NAME));
      const isOwn = account === "editor" || account === "head";
      expect([account, found.length > 0]).toEqual([account, isOwn]);
      if (isOwn) continue;
      const { rows } = await as(account).call("sheet", { params: { budget, sheet: "participants" } });
      expect([account, rows]).toEqual([account, []]);
    }
    const workbook = await as("editor").fetch(`/api/budgets/${budget}/workbook.xlsx?part=year`);
    const files = new FormData();
    files.append("files", new File([new Uint8Array(await workbook.arrayBuffer())], "年度.xlsx"));
    const imported = await as("editor").call("importWorkbook", { params: params(), files });
    expect(imported.rows).toBeGreaterThan(500);
    expect((await asked("head", "select id from entry_row where sheet = 'participants'")).length).toBe(1);
    const { entries } = await as("department").call("history", { params: params() });
    expect(JSON.stringify(entries)).not.toContain(NAME);
    expect((await as("auditor").call("verifyLog", {})).faults).toEqual([]);
  });

  it("refuses at the database an edit whose rows would tell names", async () => {
    const rows = JSON.stringify([{ sheet: "participants", id: randomUUID(), row: null }]);
    const telling = asked(
      "editor",
      `insert into edit (budget_id, id, person_id, revision, digest, rows)
       values ('${budget}', gen_random_uuid(), '${as("editor").me.person.id}', 9999, '', '${rows}')`,
    );
    await expect(telling).rejects.toThrow(/row-level security/);
  });

  it("lets edits past no right of a row, whatever a handler asks the database to write", async () => {
    const write = (account: Account, written: readonly object[], removed: readonly string[] = []) =>
      asked(
        account,
        `select keep_edit('${budget}', gen_random_uuid(), '', null, '${JSON.stringify(written)}',
           '{${removed.join(",")}}', '[]', '')`,
      );
    const begun = (account: Account, rows: readonly string[]) =>
      asked(account, `select * from begin_edit('${budget}', gen_random_uuid(), '{${rows.join(",")}}')`);
    const row = (sheet: string) => ({ id: randomUUID(), sheet, position: 1, cells: {}, version: 1 });
    const one = async (sheet: string) =>
      (
        await workspace.database.system((sql) =>
          sql.row("select id from entry_row where budget_id = $1 and sheet = $2", [budget, sheet]),
        )
      )?.id as string;
    const [record, name, line] = [await one("records"), await one("participants"), await one("ledger")];
    for (const [account, sheet] of [
      ["editor", "ledger"],
      ["editor", "reviews"],
      ["head", "records"],
      ["bureau", "records"],
      ["auditor", "notes"],
    ] as const)
      await expect(write(account, [row(sheet)]), `${account} ${sheet}`).rejects.toThrow(/not permitted/);
    await expect(write("editor", [], [line])).rejects.toThrow(/not permitted/);
    await expect(write("bureau", [], [record])).rejects.toThrow(/not permitted/);
    // A row of a sheet that the person writes takes none along that they do not.
    const disguised = { ...row("records"), id: line, version: 2 };
    await expect(write("editor", [disguised])).rejects.toThrow(/not permitted/);
    expect((await begun("head", [record, name]))[0]?.stored.length).toBe(2);
    expect((await begun("bureau", [record, name]))[0]?.stored.length).toBe(1);
    expect((await begun("auditor", [record]))[0]).toMatchObject({ counted: null });
    expect(await begun(OUTSIDER, [record])).toEqual([]);
  });

  it("gives each reviewer the rows of their own level only", async () => {
    await begin("evaluation-review");
    const score = { project: "老干部服务专项", indicator: "组织活动类型", score: "5", comment: "佐证不足" };
    await edit("department", [insertion("reviews", { ...score, level: "主管部门" })]);
    expect(await status(edit("department", [insertion("reviews", { ...score, level: "财政部门" })]))).toBe(
      403,
    );
    expect(await status(edit("department", [insertion("reviews", { ...score })]))).toBe(403);
    await begin("evaluation-bureau");
    const [row] = (await as("bureau").call("sheet", { params: { budget, sheet: "reviews" } })).rows;
    const set = { kind: "set", sheet: "reviews", row: row?.id };
    const level = { ...set, field: "level", from: "主管部门", to: "财政部门" };
    expect(await status(edit("bureau", [level]))).toBe(403);
    expect(await status(edit("bureau", [{ ...set, field: "score", from: "5", to: "1" }]))).toBe(403);
    const { evaluation } = await as("bureau").call("evaluation", { params: params() });
    const [, form] = evaluation?.forms ?? [];
    const indicator = form?.indicators.find(({ name }) => name === "组织活动类型");
    expect(indicator?.reviews).toMatchObject({ department: { score: "5" }, bureau: null });
    expect(form?.reviewed.bureau).toBeNull();
    expect(form?.reviewed.department?.points).not.toBe(form?.total.points);
    await begin("year-open");
  });

  it("lights what is behind, and leads from a counted value to its records", async () => {
    const { monitoring } = await as("bureau").call("monitoring", {
      params: params(),
      query: { at: "2023-07-31" },
    });
    expect(monitoring?.rounds).toContain("2023-07-31");
    const execution = monitoring?.scopes.map(({ project, light, execution }) => [
      project,
      light,
      execution.executed,
    ]);
    // Of the project's 320000.00, 30 % in seven of twelve months: 51 % of what was due.
    expect(execution).toContainEqual(["老干部活动中心运维", "red", "96000.00"]);
    const scope = monitoring?.scopes.find(({ project }) => project === "老干部服务专项");
    const counted = scope?.indicators.find(({ actual }) => actual.source === "counted" && actual.records > 0);
    const query = { project: "老干部服务专项", indicator: counted?.name ?? "", at: "2023-07-31" };
    const { records } = await as("bureau").call("trail", { params: params(), query });
    expect(records.length).toBe(counted?.actual.records);
    const { rows } = await as("bureau").call("sheet", { params: { budget, sheet: "records" } });
    const dates = rows.filter(({ id }) => records.includes(id)).map(({ cells }) => cells.date ?? "");
    expect(dates.length).toBe(records.length);
    expect(dates.every((date) => date <= "2023-07-31")).toBe(true);
  });

  it("says what is wrong in its sheets, at the row and field", async () => {
    const wrong = insertion("payments", { date: "2023-05-04", unit: "organ", amount_yuan: "十元" });
    await edit("editor", [wrong]);
    const { findings } = await as("editor").call("checkYear", { params: params() });
    expect(findings).toContainEqual(
      expect.objectContaining({ sheet: "payments", row: wrong.row, field: "amount_yuan", level: "error" }),
    );
    expect((await as("bureau").call("monitoring", { params: params() })).monitoring).toBeNull();
    await edit("editor", [{ kind: "delete", sheet: "payments", row: wrong.row, version: 1 }]);
    expect((await as("bureau").call("monitoring", { params: params() })).monitoring).not.toBeNull();
  });

  it("opens attachments to who reads the register, those that name persons to their body only", async () => {
    const upload = (name: string, confined?: "no") => {
      const files = new FormData();
      files.append("files", new File([name], name));
      return as("editor").call("attach", {
        params: params(),
        files,
        ...(confined && { query: { confined } }),
      });
    };
    const [signatures] = (await upload("../签到表.txt")).attachments;
    const [photograph] = (await upload("照片.txt", "no")).attachments;
    expect(signatures).toMatchObject({ name: "签到表.txt", confined: true });
    const opens = async (account: Account, sha256 = "") =>
      (await as(account).fetch(`/api/budgets/${budget}/attachments/${sha256}`)).status;
    for (const account of ACCOUNTS) {
      const own = account === "editor" || account === "head" ? 200 : 404;
      expect([account, await opens(account, signatures?.sha256)]).toEqual([account, own]);
      expect([account, await opens(account, photograph?.sha256)]).toEqual([account, 200]);
    }
    expect(await status(as("bureau").call("attach", { params: params(), files: yearFiles() }))).toBe(403);
  });

  it("lets who may upload say later who opens an attachment, and keeps each change in the history", async () => {
    const { attachments } = await as("editor").call("attachments", { params: params() });
    const signatures = attachments.find(({ name }) => name === "签到表.txt");
    const sha256 = signatures?.sha256 ?? "";
    const confine = (account: Account, confined: boolean) =>
      as(account).call("confineAttachment", { params: { budget, sha256 }, body: { confined } });
    const opens = async (account: Account) =>
      (await as(account).fetch(`/api/budgets/${budget}/attachments/${sha256}`)).status;
    for (const account of ["head", "bureau", "publisher"] as const)
      expect(await status(confine(account, false))).toBe(403);
    expect(await opens("bureau")).toBe(404);
    expect(await confine("editor", false)).toMatchObject({ name: "签到表.txt", confined: false });
    expect(await opens("bureau")).toBe(200);
    expect(await confine("editor", true)).toMatchObject({ confined: true });
    expect(await opens("bureau")).toBe(404);
    const { entries } = await as("department").call("history", { params: params(), query: { limit: 2 } });
    expect(
      entries.map(({ table, operation, reason, before, after }) => [
        [table, operation, reason],
        [before?.confined, after?.confined],
      ]),
    ).toEqual([
      [
        ["attachment", "update", "签到表.txt"],
        [false, true],
      ],
      [
        ["attachment", "update", "签到表.txt"],
        [true, false],
      ],
    ]);
    const elsewhere = { budget, sha256: "0".repeat(64) };
    const unknown = as("editor").call("confineAttachment", { params: elsewhere, body: { confined: true } });
    expect(await status(unknown)).toBe(404);
  });
});

it("keeps one sheet from its readers, under the name that the log's chains know", () => {
  expect(SHEET_RIGHTS.filter(({ read }) => read !== "read").map(({ sheet }) => sheet)).toEqual([
    "participants",
  ]);
  const actions: readonly string[] = BUDGET_ACTIONS;
  expect(SHEET_RIGHTS.flatMap(({ write }) => write).every(({ action }) => actions.includes(action))).toBe(
    true,
  );
});
