import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../http/app.ts";
import { HANDLERS } from "../http/handlers.ts";
import { imitateClamd } from "../testing/clamd.ts";
import { accountFor, CALLS, pathOf } from "../testing/requests.ts";
import { openWorkspace, type Person, signIn, type Workspace } from "../testing/workspace.ts";
import { approvedBudget } from "../testing/year.ts";
import { type Antivirus, openClamd } from "./clamd.ts";

const BAD = "infected";
const UPLOADS = CALLS.filter(([, { upload }]) => upload !== undefined);

describe("files that people upload, where there is an antivirus", () => {
  let workspace: Workspace;
  let administrator: Person;
  let daemon: Awaited<ReturnType<typeof imitateClamd>>;
  let antivirus: Antivirus;
  let budget = "";

  beforeAll(async () => {
    workspace = await openWorkspace();
    administrator = await workspace.signIn("administrator");
    daemon = await imitateClamd({
      stream: (bytes, isWhole) => {
        if (!isWhole) return undefined;
        return { answer: bytes.includes(BAD) ? "stream: Test.Virus-1 FOUND" : "stream: OK" };
      },
    });
    antivirus = await openClamd(daemon.address);
    budget = await approvedBudget(workspace);
  });
  beforeEach(() => workspace.database.system((sql) => sql.rows("delete from attempt_count")));
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await daemon.close();
    await workspace.close();
  });

  const appWith = (checking: Antivirus) => createApp({ ...workspace.options, antivirus: checking });
  /** Sends files to a route as somebody who may; the answer's status and what it says. */
  const send = async (
    [, route]: (typeof CALLS)[number],
    checking: Antivirus,
    files: readonly (readonly [name: string, text: string])[],
  ) => {
    const person = await signIn(appWith(checking), accountFor(route));
    const form = new FormData();
    for (const field of route.upload ?? [])
      for (const [name, text] of files) form.append(field, new File([text], name));
    const samples = {
      budget,
      body: workspace.body("216"),
      year: "2023",
      document: "budget",
      sheet: "payments",
    };
    const response = await person.fetch(pathOf(route, samples), {
      method: route.method,
      headers: { "x-csrf-token": person.csrf() },
      body: form,
    });
    return { status: response.status, text: await response.text() };
  };
  const kept = () =>
    workspace.database.system((sql) =>
      sql.row(`select (select count(*) from file) as files, (select count(*) from upload) as uploads,
        (select count(*) from body) as bodies, (select count(*) from entry_row) as rows,
        (select count(*) from attachment) as attachments, (select count(*) from job) as jobs`),
    );
  const newest = async (limit: number) =>
    (await administrator.call("securityEvents", { query: { limit } })).events
      .filter(({ event }) => event !== "signed-in")
      .map(({ event, personName, call, params }) => ({ event, personName, call, params }));

  it("are all refused with one that is infected, by every call that takes files, and nothing is kept", async () => {
    expect(UPLOADS.length).toBeGreaterThanOrEqual(4);
    const before = await kept();
    for (const each of UPLOADS) {
      const [id] = each;
      const { status, text } = await send(each, antivirus, [
        ["好.csv", "code,name"],
        ["../坏.csv", `x ${BAD} x`],
      ]);
      expect([id, status, JSON.parse(text)]).toEqual([
        id,
        400,
        {
          code: "invalid",
          message: {
            zh: expect.stringContaining("“坏.csv”带有病毒（Test.Virus-1）"),
            en: expect.stringContaining('"坏.csv" is infected (Test.Virus-1)'),
          },
        },
      ]);
      const [event] = await newest(2);
      expect(event).toMatchObject({
        event: "infected-file",
        call: id,
        params: { file: "坏.csv", signature: "Test.Virus-1" },
      });
    }
    expect(await kept()).toEqual(before);
  });

  it("are refused by every such call where they could not be checked, which is said and noted", async () => {
    const before = await kept();
    for (const reason of ["unreachable", "too-slow", "too-large", "broken-off", "no-answer"] as const) {
      const silent: Antivirus = { version: "", check: async () => ({ kind: "unchecked", reason }) };
      for (const each of UPLOADS) {
        const { status, text } = await send(each, silent, [["好.csv", "code,name"]]);
        expect([status, JSON.parse(text).message.zh]).toEqual([
          422,
          expect.stringMatching(/^“好.csv”未能查毒（.+），这次上传的文件一个也没有收下：.+。$/),
        ]);
        const [event] = await newest(2);
        expect(event).toMatchObject({ event: "unchecked-file", params: { file: "好.csv", reason } });
      }
    }
    expect(await kept()).toEqual(before);
  });

  it("reach no handler before they are checked, and count for alerts when they are refused", async () => {
    const before = await administrator.call("securityNumbers", {});
    const gone = await imitateClamd({ stream: () => undefined });
    const lost = await openClamd(gone.address);
    await gone.close();
    const handlers = HANDLERS as Record<string, unknown>;
    const original = handlers.attach;
    handlers.attach = () => expect.unreachable();
    try {
      const attach = UPLOADS.find(([id]) => id === "attach") as (typeof CALLS)[number];
      expect((await send(attach, lost, [["a.csv", "x"]])).status).toBe(422);
      expect((await send(attach, antivirus, [["a.csv", BAD]])).status).toBe(400);
    } finally {
      handlers.attach = original;
    }
    const after = await administrator.call("securityNumbers", {});
    expect(after.refusals - before.refusals).toBe(2);
  });

  it("are taken when they are clean", async () => {
    const attach = UPLOADS.find(([id]) => id === "attach") as (typeof CALLS)[number];
    const { status, text } = await send(attach, antivirus, [["凭证.csv", "clean"]]);
    expect([status, JSON.parse(text).attachments]).toEqual([
      200,
      [expect.objectContaining({ name: "凭证.csv" })],
    ]);
  });
});
