import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Route } from "../../api/index.ts";
import { accountFor, bodiesOf, CALLS, pathOf } from "../../testing/requests.ts";
import { openWorkspace, type Person, type Workspace } from "../../testing/workspace.ts";

/** Of each kind of interpreter that stands behind the server or in front of a reader. */
const TEXTS = [
  `'; drop table mingzhang.budget; --`,
  `' or '1'='1`,
  `") union select hash from mingzhang.credential --`,
  `\\'; select pg_sleep(9); --`,
  `$1 %s {{7*7}} \${7*7}`,
  `<img src=x onerror="alert(1)">`,
  `"><script>alert(1)</script>`,
  `=cmd|' /C calc'!A0`,
  `../../etc/passwd`,
  `a\r\nSet-Cookie: a=b`,
  `a\u0000b`,
  `\u202Etxt.exe 𠮷 \ud800`,
];
/** Calls about one's own password: by a person of whom nothing else is asked. */
const OF_SECRETS: ReadonlySet<string> = new Set([
  "changePassword",
  "prepareTotp",
  "confirmTotp",
  "removeTotp",
  "endSessions",
]);
/** Who may make a call whose right its own handler looks at. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  openBudget: "editor",
  recordAddress: "publisher",
  trackFinding: "bureau",
};

describe("hostile text", { timeout: 180_000 }, () => {
  let workspace: Workspace;
  let samples: Record<string, string>;
  let schema: unknown;
  const people = new Map<string, Promise<Person>>();
  const as = (account: string): Promise<Person> => {
    const person = people.get(account) ?? workspace.signIn(account);
    people.set(account, person);
    return person;
  };
  const personFor = (id: string, route: Route): Promise<Person> =>
    as(OF_SECRETS.has(id) ? "colleague" : (ACCOUNTS[id] ?? accountFor(route)));

  beforeAll(async () => {
    workspace = await openWorkspace();
    const editor = await as("editor");
    const body = workspace.body("216");
    const { id: budget } = await editor.call("openBudget", { body: { bodyId: body, year: 2023 } });
    const anchor = { kind: "budget" } as const;
    const comment = await editor.call("comment", { params: { budget }, body: { anchor, text: "x" } });
    const { people: all } = await (await as("administrator")).call("people", {});
    const person = all.find(({ account }) => account === "editor@216002");
    const none = randomUUID();
    samples = {
      body,
      budget,
      comment: comment.id,
      person: person?.id ?? "",
      year: "2023",
      document: "budget",
      sheet: "notes",
      action: "submit",
      sha256: "0".repeat(64),
      ...{ upload: none, finding: none, job: none, publication: none, membership: none, checkSheets: none },
    };
    // Before signing in is tried too often.
    for (const [id, route] of CALLS) await personFor(id, route);
    schema = await schemaOf(workspace);
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  it("in a field of a body is stored as it is or refused, and breaks nothing", async () => {
    const kept: string[] = [];
    for (const [id, route] of CALLS) {
      if (route.body === undefined) continue;
      const person = await personFor(id, route);
      const named = { bodyId: workspace.body("216"), parentId: workspace.body("216") };
      for (const [number, text] of TEXTS.entries()) {
        // Marked, so that what one call stored is told from another's.
        const marked = `${id}${number}${text}`;
        for (const body of bodiesOf(route, { texts: [marked], named })) {
          const response = await person.fetch(pathOf(route, samples), {
            method: route.method,
            headers: { "content-type": "application/json", "x-csrf-token": person.csrf() },
            body: JSON.stringify(body),
          });
          const answer = await response.text();
          expect([id, text, response.status < 500], answer).toEqual([id, text, true]);
          if (!response.ok || !JSON.stringify(body).includes(`${id}${number}`)) continue;
          if (await isStored(workspace, marked)) kept.push(`${id} ${number}`);
          else expect([id, text, KEEPS_NOTHING.has(id)]).toEqual([id, text, true]);
        }
      }
    }
    expect(kept.length).toBeGreaterThan(50);
    expect(await schemaOf(workspace)).toEqual(schema);
  });

  it("in a path or query is refused or finds nothing", async () => {
    for (const [id, route] of CALLS) {
      if (id === "events") continue;
      const person = await personFor(id, route);
      const paths = Object.keys(samples)
        .filter((name) => route.path.includes(`:${name}`))
        .flatMap((name) => TEXTS.map((text) => pathOf(route, { ...samples, [name]: wellFormed(text) })));
      const names = Object.keys((route.query as { shape?: object } | undefined)?.shape ?? {});
      const queries = names.flatMap((name) =>
        TEXTS.map((text) => withQuery(pathOf(route, samples), name, wellFormed(text))),
      );
      for (const path of [...paths, ...queries]) {
        const headers = { "content-type": "application/json", "x-csrf-token": person.csrf() };
        const response = await person.fetch(path, {
          method: route.method,
          ...(route.method !== "GET" && { headers, body: JSON.stringify(bodiesOf(route)[0]) }),
        });
        expect([id, path, response.status < 500]).toEqual([id, path, true]);
      }
    }
    expect(await schemaOf(workspace)).toEqual(schema);
  });
});

/** Say where somebody is, or who asks to come in: nothing of it goes to the disk. */
const KEEPS_NOTHING: ReadonlySet<string> = new Set(["presence", "openBudget"]);

function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "");
}

/** Whether some row holds the text, without the blanks at its ends and half characters, and otherwise to the letter. */
async function isStored({ database }: Workspace, text: string): Promise<boolean> {
  const inside = JSON.stringify(Buffer.from(text).toString().trim()).slice(1, -1);
  return database.system(async (sql) => {
    for (const table of ["body", "person", "explanation", "comment", "entry_row", "obligation", "step"]) {
      const row = await sql.row(
        `select 1 as found from ${table} as t where position($1 in to_jsonb(t)::text) > 0 limit 1`,
        [inside],
      );
      if (row !== undefined) return true;
    }
    return false;
  });
}

/** Tables with their columns, policies, roles and functions. */
async function schemaOf({ database }: Workspace): Promise<unknown> {
  return database.system(async (sql) => [
    await sql.rows(
      "select table_name, column_name, data_type from information_schema.columns where table_schema = 'mingzhang' order by 1, 2",
    ),
    await sql.rows("select tablename, policyname, qual from pg_policies order by 1, 2"),
    await sql.rows("select rolname, rolsuper, rolbypassrls from pg_roles order by 1"),
    await sql.rows("select proname from pg_proc where pronamespace = 'mingzhang'::regnamespace order by 1"),
  ]);
}

/** The path with its query, and this text in one field of it. */
function withQuery(path: string, name: string, text: string): string {
  const url = new URL(path, "http://localhost");
  url.searchParams.set("year", "2023");
  url.searchParams.set(name, text);
  return `${url.pathname}${url.search}`;
}
