import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ACTIONS,
  type Action,
  BODY_ACTIONS,
  BUDGET_ACTIONS,
  isBudgetAction,
  isYearAction,
  permits,
  RELATIONS,
  type Relation,
  ROLES,
  ROUTES,
  type Role,
  type RouteId,
  STATES,
  type State,
  YEAR_ACTIONS,
  YEAR_STATES,
  type YearState,
} from "../api/index.ts";
import { setUpOrganisation } from "../setup/organisation.ts";
import { insertion, openWorkspace, type Person, type Workspace } from "../testing/workspace.ts";

const PASSWORD = "one for the whole walk";
/** Where a person of each relation belongs, seen from the department 216. */
const BODIES: Readonly<Record<Relation, string>> = { own: "216", below: "0", other: "300" };

const OF_BUDGET = BUDGET_ACTIONS.filter((action) => !isYearAction(action));

interface Walker {
  readonly role: Role;
  readonly relation: Relation;
  readonly person: Person;
}

describe("the authorisation table, walked through HTTP", () => {
  let workspace: Workspace;
  let walkers: readonly Walker[];
  let budget: string;
  let finding: string;
  let colleague: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    const pairs = ROLES.flatMap((role) => RELATIONS.map((relation) => ({ role, relation })));
    const people = pairs.map(({ role, relation }) => ({
      account: `${role}.${relation}`,
      name: "某人",
      password: PASSWORD,
      roles: [{ role, body: BODIES[relation] }],
    }));
    await workspace.database.system((sql) => setUpOrganisation(sql, { bodies: [], people }));
    walkers = await Promise.all(
      pairs.map(async ({ role, relation }) => ({
        role,
        relation,
        person: await workspace.signIn(`${role}.${relation}`, PASSWORD),
      })),
    );
    const editor = await workspace.signIn("editor");
    const body = workspace.body("216");
    budget = (await editor.call("openBudget", { body: { bodyId: body, year: 2023 } })).id;
    colleague = (await workspace.signIn("colleague")).me.person.id;
    finding = await workspace.database.system(async (sql) => {
      await sql.rows(
        "insert into control_figure (body_id, year, kind, ceiling) values ($1, 2023, 'total', 1)",
        [body],
      );
      const upload = await sql.row(
        "insert into upload (body_id, year, document, round, person_id) values ($1, 2023, 'budget', 1, $2) returning id",
        [body, colleague],
      );
      const tracked = await sql.row(
        `insert into tracked_finding (body_id, year, document, key, finding, first_upload, last_upload)
         values ($1, 2023, 'budget', 'x', '{"rule": "x", "level": "error", "message": {"zh": "", "en": ""}}', $2, $2) returning id`,
        [body, upload?.id],
      );
      const sheets = await sql.row(
        "insert into check_sheets (year, document, bodies, person_id) values (2023, 'budget', $1, $2) returning id",
        [[body], colleague],
      );
      await sql.rows("insert into job (kind, subject, body_id) values ('check-sheets', $1, $2)", [
        sheets?.id,
        body,
      ]);
      await sql.rows(
        `insert into entry_row (id, budget_id, sheet, position, cells)
         values (gen_random_uuid(), $1, 'participants', 1, '{"name": "李四"}')`,
        [budget],
      );
      return tracked?.id;
    });
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  /** For each action a call that shows whether it is permitted without changing anything. */
  const allowed = async (action: Action, { person }: Walker): Promise<boolean> => {
    const body = workspace.body("216");
    const pack = { body, year: 2023, document: "budget" } as const;
    const params = { budget };
    const passes = async (work: Promise<unknown>) => {
      const { status } = await person.refusal(work);
      return status !== 403 && status !== 404;
    };
    /** Adds a row and does what cannot be done: a conflict for whoever may add it. */
    const edit = (sheet: string, cells: Readonly<Record<string, string>> = {}) => {
      const change = { kind: "delete", sheet, row: randomUUID(), version: 1 } as const;
      const changes = [insertion(sheet, cells), change];
      return person.call("edit", { params, body: { id: randomUUID(), changes } });
    };
    const step = (name: Action) =>
      passes(person.call("step", { params, body: { action: name as "sign", revision: -1 } }));
    switch (action) {
      case "read":
        return passes(person.call("sheet", { params: { budget, sheet: "notes" } }));
      case "history":
        return passes(person.call("history", { params, query: { limit: 1 } }));
      case "edit":
        return passes(edit("notes"));
      case "record":
        return passes(edit("records"));
      case "keep-participants": {
        const names = await person
          .call("sheet", { params: { budget, sheet: "participants" } })
          .catch(() => undefined);
        const written = await passes(edit("participants"));
        expect((names?.rows.length ?? 0) > 0).toBe(written);
        return written;
      }
      case "review-as-department":
        return passes(edit("reviews", { level: "主管部门" }));
      case "review-as-bureau":
        return passes(edit("reviews", { level: "bureau" }));
      case "explain":
        return passes(person.call("explain", { params, body: { key: "x", text: "" } }));
      case "consolidate":
        return passes(person.call("consolidate", { params, body: { units: [randomUUID()] } }));
      case "comment": {
        const anchor = { kind: "budget" } as const;
        return passes(person.call("comment", { params, body: { anchor, text: "…", replyTo: randomUUID() } }));
      }
      case "open-budget":
        return passes(person.call("openBudget", { body: { bodyId: body, year: 2023 } }));
      case "set-ceiling": {
        const figures = [1, 2].map(() => ({ kind: "total" as const, ceiling: "1.00" }));
        return passes(person.call("setControlFigures", { params: { body, year: 2023 }, body: { figures } }));
      }
      case "read-ceiling":
        return (await person.call("controlFigures", { query: { year: 2023 } })).figures.length > 0;
      case "upload-pack": {
        const files = new FormData();
        for (let number = 0; number < 61; number++) files.append("files", new File(["x"], `${number}.txt`));
        return passes(person.call("uploadPack", { params: pack, files }));
      }
      case "read-pack": {
        const { checkSheets } = await person.call("checkSheets", { query: { year: 2023 } });
        const findings = await passes(person.call("findings", { params: pack }));
        expect(checkSheets.length > 0).toBe(findings);
        return findings;
      }
      case "track-finding":
        return passes(person.call("trackFinding", { params: { finding }, body: { state: "open" } }));
      case "read-obligation": {
        const { obligations } = await person.call("obligations", { query: { year: 2023 } });
        return obligations.some(({ bodyId }) => bodyId === body);
      }
      case "set-obligation":
        return passes(person.call("exempt", { params: pack, body: { exemption: "" } }));
      case "manage-people": {
        const membership = { bodyId: body, role: "editor" } as const;
        return passes(person.call("addMembership", { params: { person: colleague }, body: membership }));
      }
      case "manage-bodies":
        return passes(person.call("changeBody", { params: { body }, body: {} }));
      default:
        return step(action);
    }
  };

  const walk = async (actions: readonly Action[], state: State, yearState?: YearState) => {
    const wrong = await Promise.all(
      walkers.map(async (walker) => {
        const { role, relation } = walker;
        const differing: string[] = [];
        for (const action of actions) {
          const expected = permits([{ role, relation }], action, ...[state, yearState ?? []].flat());
          if ((await allowed(action, walker)) !== expected)
            differing.push(
              `${role} (${relation}) ${action} in ${yearState ?? state}: ${expected ? "refused" : "permitted"}`,
            );
        }
        return differing;
      }),
    );
    return wrong.flat();
  };

  it("decides the same for every role, action and body that no state decides", async () => {
    expect(await walk(BODY_ACTIONS, "first-draft")).toEqual([]);
  });

  it.each(STATES)("decides the same for every role and action on a budget that is %s", async (state) => {
    await workspace.database.system((sql) => sql.rows("update budget set state = $1", [state]));
    expect(await walk(OF_BUDGET, state)).toEqual([]);
  });

  it("permits nothing of a year that has not begun", async () => {
    await workspace.database.system((sql) => sql.rows("update budget set state = 'approved'"));
    expect(await walk(YEAR_ACTIONS, "approved")).toEqual([]);
  });

  it.each(YEAR_STATES)("decides the same for every role and action on a year that is %s", async (state) => {
    await workspace.database.system((sql) =>
      sql.rows("update budget set state = 'published', year_state = $1", [state]),
    );
    expect(await walk([...YEAR_ACTIONS, "edit", "consolidate"], "published", state)).toEqual([]);
  });

  it("has a call for every action", () => {
    expect([...BUDGET_ACTIONS, ...BODY_ACTIONS].sort()).toEqual([...ACTIONS].sort());
    expect(ACTIONS.filter(isBudgetAction)).toEqual(BUDGET_ACTIONS);
  });

  it("lets nobody through without a session, a token against forgery, or from another site", async () => {
    const open: readonly RouteId[] = ["health", "signIn", "signOut"];
    const { person } = walkers[0] as Walker;
    for (const [id, { method, path }] of Object.entries(ROUTES)) {
      if (open.includes(id as RouteId)) continue;
      const url = path
        .replace(/:(?:year)/g, "2023")
        .replace(/:document/g, "budget")
        .replace(/:(\w+)/g, budget);
      const stranger = await workspace.app.request(url, { method });
      expect([id, stranger.status === 401 || stranger.status === 400]).toEqual([id, true]);
      if (method === "GET") continue;
      const foreign = await person.fetch(url, { method, headers: { origin: "https://elsewhere.example" } });
      expect([id, foreign.status]).toEqual([id, 403]);
    }
    const forged = await person.fetch(`/api/budgets/${budget}/presence`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ sheet: null, row: null, field: null }),
    });
    expect(forged.status).toBe(403);
  });
});
