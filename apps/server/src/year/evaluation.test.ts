import { randomUUID } from "node:crypto";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Blocker, Change, StepInput } from "../api/index.ts";
import type { BuildPack } from "../jobs/publish.ts";
import { startWorker, type Worker } from "../jobs/worker.ts";
import { insertion, openWorkspace, type Person, until, type Workspace } from "../testing/workspace.ts";
import { approvedBudget, yearFiles } from "../testing/year.ts";

const ACCOUNTS = ["editor", "head", "department", "bureau", "publisher", "confidentiality"] as const;
type Account = (typeof ACCOUNTS)[number];

/** Instead of the command line, whose own test compares the files: what it is given. */
const build: BuildPack = async ({ document, input, output }) => {
  await mkdir(output);
  await cp(input, join(output, document), { recursive: true });
  return { built: true, said: "" };
};

describe("a self-evaluation", () => {
  let workspace: Workspace;
  let worker: Worker;
  let budget: string;
  const people = new Map<Account, Person>();
  const as = (account: Account) => people.get(account) as Person;
  const params = () => ({ budget });

  beforeAll(async () => {
    workspace = await openWorkspace();
    workspace.setToday("2024-01-20");
    worker = await startWorker({
      url: workspace.url,
      build,
      report: (error) => workspace.faults.push(error),
    });
    for (const account of ACCOUNTS) people.set(account, await workspace.signIn(account));
    budget = await approvedBudget(workspace);
    await as("editor").call("importWorkbook", {
      params: params(),
      files: yearFiles(["reviews"]),
    });
  });
  afterAll(async () => {
    await worker.stop();
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  const step = async (account: Account, asked: Omit<z.input<typeof StepInput>, "revision">) => {
    const { revision } = await as("editor").call("budget", { params: params() });
    return as(account).call("step", { params: params(), body: { revision, ...asked } });
  };
  const blocked = async (work: Promise<unknown>) => {
    const { status, details } = await as("editor").refusal(work);
    return status === 422 ? (details as Blocker[]).map(({ gate }) => gate) : [String(status)];
  };
  const edit = (account: Account, changes: readonly unknown[]) =>
    as(account).call("edit", { params: params(), body: { id: randomUUID(), changes: changes as Change[] } });
  /** Blanks a field of the first row that has it, and gives back what puts it there again. */
  const blank = async (sheet: string, field: string) => {
    const { rows } = await as("editor").call("sheet", { params: { budget, sheet } });
    const row = rows.find(({ cells }) => (cells[field] ?? "") !== "");
    const from = row?.cells[field] ?? "";
    const set = (was: string, to: string) =>
      edit("editor", [{ kind: "set", sheet, row: row?.id, field, from: was, to }]);
    await set(from, "");
    return () => set("", from);
  };

  it("is submitted once every light is answered and every miss explained", async () => {
    const answer = await blank("progress", "reason");
    expect(await blocked(step("editor", { action: "submit-evaluation" }))).toEqual(["lights-answered"]);
    const { blockers } = await as("editor").call("blockers", {
      params: { budget, action: "submit-evaluation" },
    });
    expect(blockers[0]?.findings[0]?.message.zh).toMatch(/^2023-07-31 .*缺偏差原因。$/);
    await answer();
    const explain = await blank("evaluations", "reason");
    expect(await blocked(step("editor", { action: "submit-evaluation" }))).toEqual(["misses-explained"]);
    await explain();
    const read = await blank("payments", "date");
    expect(await blocked(step("editor", { action: "submit-evaluation" }))).toEqual(["year-readable"]);
    await read();
    expect((await step("editor", { action: "submit-evaluation" })).yearState).toBe("evaluation-signing");
  });

  it("is signed by somebody else, and can be taken back before", async () => {
    await workspace.database.system((sql) =>
      sql.rows("insert into membership (person_id, body_id, role) values ($1, $2, 'head')", [
        as("editor").me.person.id,
        workspace.body("216"),
      ]),
    );
    expect(await blocked(step("editor", { action: "sign-evaluation" }))).toEqual([
      "another-person-evaluated",
    ]);
    expect((await step("editor", { action: "withdraw-evaluation" })).yearState).toBe("year-open");
    await step("editor", { action: "submit-evaluation" });
    expect((await step("head", { action: "sign-evaluation" })).yearState).toBe("evaluation-review");
  });

  it("is reviewed by the department and by the bureau with scores of their own", async () => {
    expect(await blocked(step("bureau", { action: "accept-evaluation" }))).toEqual(["403"]);
    expect(await blocked(step("department", { action: "return-evaluation" }))).toEqual(["reason-given"]);
    const score = { project: "老干部服务专项", indicator: "组织活动类型", comment: "两类相近" };
    await edit("department", [insertion("reviews", { ...score, level: "department", score: "5" })]);
    expect((await step("department", { action: "forward-evaluation" })).yearState).toBe("evaluation-bureau");
    await edit("bureau", [insertion("reviews", { ...score, level: "bureau", score: "4.5" })]);
    const { evaluation } = await as("bureau").call("evaluation", { params: params() });
    const form = evaluation?.forms.find(({ project }) => project === "老干部服务专项");
    const given = form?.indicators.find(({ name }) => name === "组织活动类型");
    const [own, department, bureau] = [form?.total, form?.reviewed.department, form?.reviewed.bureau].map(
      (total) => Number(total?.points),
    ) as [number, number, number];
    // Of the indicator's own points the department leaves 5, the bureau 4.5.
    expect(own - department).toBeCloseTo(Number(given?.points) - 5, 2);
    expect(own - bureau).toBeCloseTo(Number(given?.points) - 4.5, 2);
    expect((await step("bureau", { action: "accept-evaluation" })).yearState).toBe("evaluation-accepted");
  });

  it("is published after a scan, frozen without names, beside the budget's publications", async () => {
    await edit("head", [insertion("participants", { number: "T0001", name: "李四光" })]);
    const { findings } = await as("publisher").call("scanYear", { params: params() });
    const acknowledged = findings.map(({ key }) => key);
    const { yearState, version } = await step("publisher", { action: "publish-evaluation", acknowledged });
    expect([yearState, version]).toEqual(["evaluation-published", 0]);
    const { publications } = await until(
      () => as("bureau").call("publications", { query: { year: 2023 } }),
      (answer) => (answer.publications[0]?.files.length ?? 0) > 0,
    );
    expect(publications).toMatchObject([{ document: "self-evaluation", version: 1, superseded: false }]);
    const [publication] = publications;
    const paths = publication?.files.map(({ path }) => path) ?? [];
    expect(paths).toContain("self-evaluation/ledger.csv");
    expect(paths).not.toContain("self-evaluation/year/participants.csv");
    const fetched = async (path: string) =>
      (
        await as("bureau").fetch(`/api/publications/${publication?.id}/file?path=${encodeURIComponent(path)}`)
      ).text();
    const records = await fetched("self-evaluation/year/records.csv");
    const lines = records.trim().split("\n");
    const { rows } = await as("editor").call("sheet", { params: { budget, sheet: "records" } });
    expect(lines.length).toBe(rows.length + 1);
    const [recordedBy] = new Set(rows.flatMap(({ cells }) => cells.recorded_by ?? []));
    expect(recordedBy).not.toBeUndefined();
    expect(records).not.toContain(recordedBy);
    const { versions } = await as("editor").call("versions", { params: params() });
    expect(versions).toEqual([]);
    const { obligations } = await as("bureau").call("obligations", { query: { year: 2023 } });
    expect(obligations.find(({ bodyId }) => bodyId === workspace.body("216"))?.clocks[0]?.met).toBeNull();
  });

  it("is noted at each project of the next year's budget", async () => {
    const bodyId = workspace.body("216");
    const next = await as("editor").call("openBudget", { body: { bodyId, year: 2024, copyFrom: budget } });
    const { comments } = await as("editor").call("comments", { params: { budget: next.id } });
    const { evaluation } = await as("editor").call("evaluation", { params: params() });
    const noted = evaluation?.forms.slice(1).map(({ total, reviewed }) => reviewed.bureau ?? total) ?? [];
    expect(comments.map(({ text }) => text).sort()).toEqual(
      noted.map(({ points, grade }) => `2023年绩效自评 ${points} 分，${grade}。`).sort(),
    );
    const { rows } = await as("editor").call("sheet", { params: { budget: next.id, sheet: "projects" } });
    expect(comments.map(({ anchor }) => anchor)).toContainEqual({
      kind: "row",
      sheet: "projects",
      row: rows[0]?.id,
    });
    const year = await as("editor").call("sheets", { params: { budget: next.id }, query: { part: "year" } });
    expect(year.sheets).toEqual([]);
  });

  it("can be taken up again by the bureau", async () => {
    expect((await step("bureau", { action: "return-evaluation", reason: "漏计一笔" })).yearState).toBe(
      "year-open",
    );
    const { steps } = await as("editor").call("steps", { params: params() });
    expect(steps.at(-1)).toMatchObject({
      action: "return-evaluation",
      from: "evaluation-published",
      to: "year-open",
    });
  });

  it("counts what the workspace itself knows of publications, unless it is typed", async () => {
    const duty = async () => {
      const { evaluation } = await as("editor").call("evaluation", { params: params() });
      const indicators = evaluation?.forms.flatMap(({ indicators }) => indicators) ?? [];
      return indicators.find(({ name }) => name.includes("信息公开"))?.actual.duty;
    };
    const { rows } = await as("editor").call("sheet", { params: { budget, sheet: "disclosures" } });
    const gone = rows.map(({ id, version }) => ({ kind: "delete", sheet: "disclosures", row: id, version }));
    await edit("editor", gone);
    // Approved on 1 March, and published nowhere by the end of the year.
    expect(await duty()).toMatchObject({ done: 0, due: 1 });
    await workspace.database.system(async (sql) => {
      await sql.rows(
        `insert into version (budget_id, number, revision, person_id, reason, content, digest)
         values ($1, 1, 1, $2, '', '', encode(sha256(''), 'hex'))`,
        [budget, as("editor").me.person.id],
      );
      await sql.rows(
        `insert into publication (budget_id, body_id, year, version, reason, person_id, publication_day, digest, explanations)
         select id, body_id, year, 1, '', $2, '2023-03-21', '', '[]' from budget where id = $1`,
        [budget, as("editor").me.person.id],
      );
    });
    expect(await duty()).toMatchObject({ done: 1, due: 1 });
    const typed = { document: "部门预算", approval_date: "2023-03-01", publication_date: "2023-03-22" };
    await edit("editor", [insertion("disclosures", typed)]);
    expect(await duty()).toMatchObject({ done: 0, due: 1 });
  });

  it("is on the bureau's page, which says what is not up to date until a job has computed it", async () => {
    const page = async (account: Account) =>
      (await as(account).call("performance", { query: { year: 2023, at: "2023-07-31" } })).bodies;
    const fresh = (
      await until(
        () => page("bureau"),
        ([body]) => body?.stale === false,
      )
    )[0];
    const { monitoring } = await as("bureau").call("monitoring", {
      params: params(),
      query: { at: "2023-07-31" },
    });
    const lit = (monitoring?.scopes ?? []).flatMap((scope) => [scope, ...scope.indicators]);
    expect(fresh?.summary?.lights.red).toBe(lit.filter(({ light }) => light === "red").length);
    expect(fresh?.summary?.execution).toEqual(monitoring?.scopes[0]?.execution);
    // The publication typed above was late by a day, and nobody has answered for it.
    expect(fresh).toMatchObject({
      yearState: "year-open",
      summary: { errors: 0, projects: 3, unanswered: 1 },
    });
    const payment = { date: "2023-07-01", unit: "organ", department_economic: "30201", amount_yuan: "1.00" };
    await edit("editor", [insertion("payments", payment)]);
    expect((await page("bureau"))[0]).toMatchObject({ stale: true, summary: fresh?.summary });
    const after = (
      await until(
        () => page("bureau"),
        ([body]) => body?.stale === false,
      )
    )[0];
    const cents = (text = "") => BigInt(text.replace(".", ""));
    const [was, is] = [fresh, after].map((body) => cents(body?.summary?.execution.executed));
    expect((is ?? 0n) - (was ?? 0n)).toBe(100n);
    expect(await page("confidentiality")).toHaveLength(1);
  });
});
