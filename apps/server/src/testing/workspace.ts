import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ENTRY_SHEETS } from "@mingzhang/core";
import { type Change, createClient, type Me, type Role, type RouteId } from "../api/index.ts";
import type { BodyLine } from "../bodies/csv.ts";
import { openChecks } from "../budgets/checks.ts";
import { openDatabase } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { type AppOptions, createApp } from "../http/app.ts";
import { openBroadcast } from "../http/broadcast.ts";
import { USUAL_SECURITY } from "../http/security-settings.ts";
import { openKeeper } from "../keys/open-keeper.ts";
import { sealStored } from "../keys/seal-stored.ts";
import { setUpOrganisation } from "../setup/organisation.ts";
import { BACKENDS, type Backend, temporaryCluster } from "./postgres.ts";

const PASSWORD = "correct horse battery";

const BODIES: readonly BodyLine[] = [
  {
    line: 2,
    code: "0",
    name: "示例区财政局",
    shortName: "财政局",
    kind: "bureau",
    parentCode: "",
    unitType: "",
  },
  {
    line: 3,
    code: "216",
    name: "示例区档案局",
    shortName: "档案局",
    kind: "department",
    parentCode: "0",
    unitType: "",
  },
  {
    line: 4,
    code: "216001",
    name: "示例区档案局（本级）",
    shortName: "机关",
    kind: "unit",
    parentCode: "216",
    unitType: "administrative",
  },
  {
    line: 5,
    code: "216002",
    name: "示例区档案馆",
    shortName: "档案馆",
    kind: "unit",
    parentCode: "216",
    unitType: "public-welfare-1",
  },
  {
    line: 6,
    code: "300",
    name: "示例区统计局",
    shortName: "统计局",
    kind: "department",
    parentCode: "0",
    unitType: "",
  },
];

/** Accounts of the tests: "role" at the department 216, "role@code" elsewhere. */
const PEOPLE: readonly (readonly [account: string, role: Role, body: string])[] = [
  ["administrator", "administrator", "0"],
  ["bureau", "bureau", "0"],
  ["auditor", "auditor", "0"],
  ...(["editor", "head", "department", "confidentiality", "publisher"] as const).map(
    (role) => [role, role, "216"] as const,
  ),
  ["colleague", "editor", "216"],
  ...(["editor", "head", "confidentiality", "publisher"] as const).flatMap((role) =>
    ["216001", "216002", "300"].map((body) => [`${role}@${body}`, role, body] as const),
  ),
  ["department@300", "department", "300"],
];

export type Person = Awaited<ReturnType<Workspace["signIn"]>>;
export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

/** A server with an organisation, on a database of its own; requests go to it without a network. */
export async function openWorkspace(backend: Backend = BACKENDS[0] as Backend) {
  const at = await temporaryCluster(backend);
  await migrate(at.cluster.url);
  const keeper = openKeeper({ folder: at.folder });
  await sealStored(at.cluster.url, keeper);
  const database = openDatabase(at.cluster.url);
  const broadcast = await openBroadcast(at.cluster.url);
  const people = PEOPLE.map(([account, role, body]) => ({
    account,
    name: `${account}者`,
    roles: [{ body, role }],
    password: PASSWORD,
  }));
  await database.system((sql) => setUpOrganisation(sql, { bodies: BODIES, people }));
  const checks = openChecks();
  const faults: unknown[] = [];
  let day = "2023-03-01";
  const options: AppOptions = {
    database,
    checks,
    broadcast,
    keeper,
    version: "test",
    today: () => day,
    secure: false,
    security: { ...USUAL_SECURITY, calls: { perSecond: 100_000, burst: 100_000 } },
    strict: true,
    report: (error) => faults.push(error),
  };
  const app = createApp(options);
  const codes = await database.system((sql) => sql.rows("select code, id from body"));
  return {
    app,
    /** For another server on the same database. */
    options,
    database,
    /** What the server reported as its own fault. */
    faults,
    folder: at.folder,
    url: at.cluster.url,
    setToday: (to: string) => {
      day = to;
    },
    body: (code: string): string => codes.find((row) => row.code === code)?.id ?? "",
    signIn: (account: string, password?: string) => signIn(app, account, password),
    close: async () => {
      keeper.close();
      await checks.close();
      await broadcast.close();
      await database.close();
      await at.remove();
    },
  };
}

type App = ReturnType<typeof createApp>;

/** A browser of a person who has signed in. */
export async function signIn(app: App, account: string, password: string = PASSWORD) {
  let me: Me | undefined;
  let cookie = "";
  const fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookie !== "") headers.set("cookie", cookie);
    const response = await app.request(path, { ...init, headers });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return response;
  };
  const call = createClient(fetch, () => me?.csrfToken);
  const answer = await call("signIn", { body: { account, password } });
  if (answer.status === "signed-in") me = answer.me;
  return {
    me: me as Me,
    fetch,
    call,
    csrf: () => me?.csrfToken ?? "",
    /** The status of a call that is expected to be refused, and its problem. */
    refusal: async (work: Promise<unknown>): Promise<{ status: number; code: string; details: unknown }> => {
      try {
        await work;
      } catch (error) {
        const { status, problem } = error as { status: number; problem: { code: string; details?: unknown } };
        return { status, code: problem.code, details: problem.details };
      }
      return { status: 200, code: "", details: undefined };
    },
  };
}

/** Asks again and again until the answer is what is waited for. */
export async function until<Value>(
  ask: () => Promise<Value>,
  holds: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    await sleep(50);
  }
}

export type CallId = RouteId;

/** The example budget as files, as an accountant uploads them. */
export function fixtureFiles(): FormData {
  const folder = fileURLToPath(new URL("../../../../fixtures/wansheng-2023/", import.meta.url));
  const form = new FormData();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".csv")))
    form.append("files", new File([new Uint8Array(readFileSync(folder + name))], name));
  return form;
}

/** An edit that puts a new row at the end of a sheet. */
export function insertion(
  sheet: string,
  cells: Readonly<Record<string, string>>,
): Change & { kind: "insert" } {
  if (!ENTRY_SHEETS.some(({ id }) => id === sheet)) throw new Error(sheet);
  return { kind: "insert", sheet, row: randomUUID(), after: randomUUID(), cells };
}
