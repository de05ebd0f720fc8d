import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Route } from "../../api/index.ts";
import { setUpOrganisation } from "../../setup/organisation.ts";
import { bodiesOf, CALLS, parametersOf, pathOf } from "../../testing/requests.ts";
import { insertion, openWorkspace, type Person, type Workspace } from "../../testing/workspace.ts";

const PASSWORD = "one for the other side";
const SECRET = "只有档案局知道";
const ROLES = ["editor", "head", "department", "confidentiality", "publisher", "auditor", "bureau"] as const;
/** What is published is public: any signed-in person reads it, and its manifest is no secret. */
const PUBLIC: ReadonlySet<string> = new Set(["publication", "publicationFile", "publicationArchive"]);
/** The tree of bodies is shown to everybody who is signed in, so that a body's being there is no secret either. */
const KNOWN_TO_ALL = "body";

/** Shows administrators what their people were refused, with the ids that these people sent. */
const OWN_REFUSALS = "securityEvents";

type Samples = Record<string, string>;

/** People of the department 300 with every role there meet what belongs to the department 216. */
describe("what belongs to another body", () => {
  let workspace: Workspace;
  let theirs: Samples;
  let row: string;
  let absent: Samples;
  let strangers: readonly (readonly [string, Person])[];

  beforeAll(async () => {
    workspace = await openWorkspace();
    const roles = ROLES.map((role) => ({ role, body: "300" }));
    const people = [
      { account: "stranger", name: "外人", password: PASSWORD, roles },
      {
        account: "admin",
        name: "别处的管理员",
        password: PASSWORD,
        roles: [{ role: "administrator" as const, body: "300" }],
      },
    ];
    await workspace.database.system((sql) => setUpOrganisation(sql, { bodies: [], people }));
    strangers = await Promise.all(
      ["stranger", "admin"].map(
        async (account) => [account, await workspace.signIn(account, PASSWORD)] as const,
      ),
    );
    ({ row, samples: theirs } = await contentOf216(workspace));
    absent = Object.fromEntries(
      Object.entries(theirs).map(([name, sample]) => [
        name,
        /^[0-9a-f-]{36}$/.test(sample) ? randomUUID() : sample,
      ]),
    );
    absent.sha256 = "0".repeat(64);
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  it("has a sample of every parameter that a path names", () => {
    const named = new Set(CALLS.flatMap(([, route]) => parametersOf(route)));
    expect([...named].sort()).toEqual(Object.keys(theirs).sort());
  });

  it("is refused by every call, says nothing of itself and stays as it is", async () => {
    const before = await stateOf(workspace);
    for (const [id, route] of CALLS) {
      if (parametersOf(route).length === 0 || PUBLIC.has(id)) continue;
      for (const [account, person] of strangers) {
        const answer = await ask(person, route, pathOf(route, theirs));
        expect([account, id, [403, 404].includes(answer.status)], answer.text).toEqual([account, id, true]);
        expect(answer.text).not.toContain("details");
        if (parametersOf(route).includes(KNOWN_TO_ALL)) continue;
        expect([account, id, answer]).toEqual([account, id, await ask(person, route, pathOf(route, absent))]);
      }
    }
    expect(await stateOf(workspace)).toEqual(before);
  });

  it("is in no list", async () => {
    const hidden = Object.entries(theirs).filter(([name]) => !["body", "publication"].includes(name));
    const lists = CALLS.filter(
      ([id, route]) => route.method === "GET" && parametersOf(route).length === 0 && id !== OWN_REFUSALS,
    );
    for (const [id, route] of lists) {
      for (const [account, person] of strangers) {
        for (const query of [
          "",
          `?year=2023`,
          `?year=2023&body=${theirs.body}`,
          `?subject=${theirs.upload}`,
        ]) {
          const { text } = await ask(person, route, route.path + query);
          const seen = hidden.filter(([, sample]) => sample.length > 8 && text.includes(sample));
          // The bodies and the published packs of all are there to be seen, and with them whose budget it was.
          const told = id === "publications" ? seen.filter(([name]) => !["budget"].includes(name)) : seen;
          expect([account, id, told.map(([name]) => name), text.includes(SECRET)]).toEqual([
            account,
            id,
            [],
            false,
          ]);
        }
      }
    }
  });

  it("cannot be reached by an id in the body of a request", async () => {
    const [[, stranger], [, admin]] = strangers as [readonly [string, Person], readonly [string, Person]];
    const own = workspace.body("300");
    const body = theirs.body ?? "";
    const { id: budget } = await stranger.call("openBudget", { body: { bodyId: own, year: 2023 } });
    const role = "editor" as const;
    const anchor = { kind: "budget" } as const;
    const input = { kind: "unit", name: "x", shortName: "x", code: "x", unitType: "" } as const;
    const before = await stateOf(workspace);
    const reached = {
      "openBudget.bodyId": () => stranger.call("openBudget", { body: { bodyId: body, year: 2024 } }),
      "openBudget.copyFrom": () =>
        stranger.call("openBudget", {
          body: { bodyId: own, year: 2024, copyFrom: theirs.budget ?? "" },
        }),
      "comment.replyTo": () =>
        stranger.call("comment", {
          params: { budget },
          body: { anchor, text: "x", replyTo: theirs.comment ?? "" },
        }),
      "consolidate.units": () =>
        stranger.call("consolidate", { params: { budget }, body: { units: [body] } }),
      "edit.row": () =>
        stranger.call("edit", {
          params: { budget },
          body: {
            id: randomUUID(),
            changes: [{ kind: "delete", sheet: "notes", row, version: 1 }],
          },
        }),
      "addPerson.bodyId": () =>
        admin.call("addPerson", {
          body: { account: "neu", name: "x", memberships: [{ bodyId: body, role }] },
        }),
      "addMembership.bodyId": () =>
        admin.call("addMembership", {
          params: { person: admin.me.person.id },
          body: { bodyId: body, role },
        }),
      "addMembership.person": () =>
        admin.call("addMembership", {
          params: { person: theirs.person ?? "" },
          body: { bodyId: own, role },
        }),
      "addBody.parentId": () => admin.call("addBody", { body: { ...input, parentId: body } }),
    };
    for (const [what, work] of Object.entries(reached)) {
      const { status } = await stranger.refusal(work());
      expect([what, status >= 400 && status < 500]).toEqual([what, true]);
    }
    expect(await stateOf(workspace)).toEqual(before);
  });

  const ask = async (person: Person, route: Route, path: string) => {
    const headers: Record<string, string> = {};
    if (route.method !== "GET") headers["x-csrf-token"] = person.csrf();
    const init: RequestInit = { method: route.method, headers };
    if (route.upload !== undefined) {
      const files = new FormData();
      for (const field of route.upload) files.append(field, new File(["x"], "x.csv"));
      init.body = files;
    } else if (route.body !== undefined) {
      headers["content-type"] = "application/json";
      init.body = JSON.stringify(bodiesOf(route)[0]);
    }
    const response = await person.fetch(path, init);
    return { status: response.status, text: await response.text() };
  };
});

/** A department with one of everything, and the samples of parameters that name it. */
async function contentOf216(workspace: Workspace): Promise<{ row: string; samples: Samples }> {
  const editor = await workspace.signIn("editor");
  const body = workspace.body("216");
  const { id: budget } = await editor.call("openBudget", { body: { bodyId: body, year: 2023 } });
  const row = insertion("notes", { note: SECRET });
  await editor.call("edit", { params: { budget }, body: { id: randomUUID(), changes: [row] } });
  const anchor = { kind: "budget" } as const;
  const comment = await editor.call("comment", { params: { budget }, body: { anchor, text: SECRET } });
  const bureau = await workspace.signIn("bureau");
  const files = new FormData();
  files.append("files", new File([SECRET], `${SECRET}.txt`));
  const pack = { body, year: 2023, document: "budget" } as const;
  const upload = await bureau.call("uploadPack", { params: pack, files });
  const person = editor.me.person.id;
  const made = await workspace.database.system(async (sql) => {
    const content = "[]";
    const digest = createHash("sha256").update(content).digest("hex");
    await sql.rows("update budget set state = 'published', version = 1 where id = $1", [budget]);
    await sql.rows(
      "insert into version (budget_id, number, revision, person_id, reason, content, digest) values ($1, 1, 1, $2, '', $3, $4)",
      [budget, person, content, digest],
    );
    const publication = await sql.row(
      `insert into publication (budget_id, body_id, year, version, reason, person_id, digest, explanations)
       values ($1, $2, 2023, 1, '', $3, $4, '[]') returning id`,
      [budget, body, person, digest],
    );
    const finding = await sql.row(
      `insert into tracked_finding (body_id, year, document, key, finding, first_upload, last_upload)
       values ($1, 2023, 'budget', 'x', $2, $3, $3) returning id`,
      [body, { rule: "x", level: "error", message: { zh: SECRET, en: SECRET } }, upload.id],
    );
    await sql.rows(
      "insert into control_figure (body_id, year, kind, ceiling) values ($1, 2023, 'total', 1234567.89)",
      [body],
    );
    const checkSheets = await sql.row(
      `insert into check_sheets (year, document, bodies, person_id)
       values (2023, 'budget', array[$1::uuid], $2) returning id`,
      [body, person],
    );
    return { publication: publication?.id, finding: finding?.id, checkSheets: checkSheets?.id };
  });
  const samples = {
    ...made,
    body,
    budget,
    comment: comment.id,
    upload: upload.id,
    sha256: upload.files[0]?.sha256 ?? "",
    job: upload.job ?? "",
    person,
    membership: editor.me.memberships[0]?.id ?? "",
    year: "2023",
    document: "budget",
    sheet: "notes",
    action: "submit",
  } as Samples;
  return { row: row.row, samples };
}

/** Every table but what a refusal itself leaves: sessions in use, counts, the security log. */
async function stateOf(workspace: Workspace): Promise<readonly unknown[]> {
  return workspace.database.system(async (sql) => {
    const tables = await sql.rows(
      "select relname as name from pg_class where relnamespace = 'mingzhang'::regnamespace and relkind = 'r' order by relname",
    );
    const states: unknown[] = [];
    for (const { name } of tables) {
      if (["session", "attempt_count", "own_event"].includes(name)) continue;
      const others = ["log", "log_head"].includes(name) ? "where chain <> 'security'" : "";
      const state = await sql.row(
        `select count(*) as rows, md5(string_agg(t::text, ',' order by t::text)) as digest from ${name} as t ${others}`,
      );
      states.push([name, state]);
    }
    return states;
  });
}
