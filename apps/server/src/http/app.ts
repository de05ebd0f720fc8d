import { timingSafeEqual } from "node:crypto";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import type { Antivirus } from "../antivirus/clamd.ts";
import { refuseInfected } from "../antivirus/refuse-infected.ts";
import { PROBLEM_STATUS, ROUTES, type Route, secretFields } from "../api/index.ts";
import type { Checks } from "../budgets/checks.ts";
import type { Database } from "../database/database.ts";
import { serveEvents } from "../entry/events.ts";
import type { KeyKeeper } from "../keys/open-keeper.ts";
import { serveSignIn, serveSignOut } from "../session/sign-in.ts";
import { addressOf } from "./address.ts";
import { admit, authorise, requireSecondFactor } from "./authorise.ts";
import type { Broadcast, EditAnnouncement } from "./broadcast.ts";
import { callLimit } from "./call-limit.ts";
import { tokenHashOf } from "./cookie.ts";
import { safeName } from "./file-name.ts";
import type { Call, Download, Handler, Services, Work } from "./handler.ts";
import { HANDLERS, SELF_AUTHORISED } from "./handlers.ts";
import { withOutsideWork } from "./outside.ts";
import { Later, Misfit, misfit, Refusal, refusalOf, refuse } from "./refusal.ts";
import { jsonAnswer } from "./secret-answer.ts";
import { overwriteSecrets, secretBodyOf } from "./secret-body.ts";
import { refuseOtherSites, securityHeaders } from "./security.ts";
import { noteOutside, noteRefusal } from "./security-log.ts";
import type { SecuritySettings } from "./security-settings.ts";
import { serveWeb } from "./static.ts";
import { unusedCall } from "./unused-call.ts";
import { countUpload } from "./upload-quota.ts";

export interface AppOptions {
  readonly database: Database;
  readonly checks: Checks;
  readonly broadcast: Broadcast;
  readonly keeper: KeyKeeper;
  readonly version: string;
  today(): string;
  /** Browsers reach the server by https only, through a proxy. */
  readonly secure: boolean;
  readonly security: SecuritySettings;
  /** Looks at every file that is uploaded before anything else does. */
  readonly antivirus?: Antivirus;
  /** Folder of the built web pages. */
  readonly web?: string;
  /** Whether answers are compared with the contract; tests do. */
  readonly strict?: boolean;
  /** Told of faults that are not the caller's. */
  report(error: unknown): void;
}

const JSON_LIMIT = 24 * 1024 * 1024;
const UPLOAD_LIMIT = 128 * 1024 * 1024;
/** What anybody may send, and what is read before looking for a session. */
const DOOR_LIMIT = 64 * 1024;

/** The server's HTTP side: every call of the contract, and the web pages. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders(options.secure));
  app.onError((error, context) => problem(context, error, options));
  const routes: readonly [string, Route][] = Object.entries(ROUTES);
  for (const [, { method, path, body }] of routes) {
    const secrets = secretFields(body);
    if (secrets.length > 0) app.on(method, path, overwriteSecrets(secrets));
  }
  app.use("/api/*", limitCalls(options));
  for (const [id, route] of routes) {
    const limit = limitBody(route, options);
    app.on(route.method, route.path, requireSession(route, options), limit, (context) =>
      serve(id, route, context, options).catch(async (error: unknown) => {
        if (error instanceof Misfit) await noteOutside(context, options, "invalid-input", id);
        throw error;
      }),
    );
  }
  const refuseUnused = async (context: Context) => {
    await noteOutside(context, options, "unused-call", unusedCall(context));
    return problem(context, refuse("not-found"), options);
  };
  app.all("/api/*", refuseUnused);
  if (options.web !== undefined) serveWeb(app, options.web);
  app.notFound(refuseUnused);
  return app;
}

/** By session, so that an office behind one address is no crowd; by address before there is one. */
function limitCalls(options: AppOptions): MiddlewareHandler {
  const limit = callLimit(options.security.calls);
  return async (context, next) => {
    const token = tokenHashOf(context, options.secure)?.toString("hex");
    limit.take(token ?? addressOf(context, options.secure), () => {
      void noteOutside(context, options, "too-many-calls", context.req.method);
    });
    await next();
  };
}

async function serve(id: string, route: Route, context: Context, options: AppOptions): Promise<Response> {
  refuseOtherSites(context);
  if (id === "health") return health(context, options);
  if (id === "signIn") return serveSignIn(context, options);
  if (id === "signOut") return serveSignOut(context, options);
  if (id === "events") return serveEvents(context, options);
  const tokenHash = tokenHashOf(context, options.secure);
  if (tokenHash === undefined) throw refuse("unauthenticated");
  const input = await inputOf(route, context);
  const services = servicesOf(options);
  const address = addressOf(context, options.secure);
  let personId = "";
  const edits: EditAnnouncement[] = [];
  const announceEdit: Work["announceEdit"] = (edit) => void edits.push({ kind: "edit", ...edit });
  const answer = await withOutsideWork((outside) =>
    options.database.session(tokenHash, async (sql, owner) => {
      personId = owner?.personId ?? "";
      const me = admit(id, route, owner);
      await requireSecondFactor(sql, id, options.security);
      if (route.method !== "GET") checkCsrf(context, me.csrf);
      if (!SELF_AUTHORISED.has(id)) await authorise(sql, route, input.params);
      if (route.upload !== undefined) await admitFiles({ sql, outside, files: input.files, ...options });
      const handler = HANDLERS[id as keyof typeof HANDLERS] as unknown as Handler<never>;
      const work = { sql, me, tokenHash, address, services, outside, announceEdit };
      return handler({ ...work, ...input } as unknown as Call<never>);
    }),
  ).catch(async (error: unknown) => {
    await noteRefusal(context, options, { call: id, personId, params: input.params }, error);
    throw error;
  });
  for (const edit of edits) options.broadcast.announceEdit(edit);
  if (isDownload(answer)) return download(answer);
  if (options.strict === true) route.response?.parse(answer);
  return jsonAnswer(context, route, answer as object);
}

/** Before a handler has them: within the person's day, and clean. */
async function admitFiles({
  sql,
  outside,
  files,
  antivirus,
  ...services
}: Pick<Call<never>, "sql" | "outside" | "files"> &
  Pick<AppOptions, "today" | "security" | "antivirus">): Promise<void> {
  await countUpload(sql, files, services);
  if (antivirus !== undefined) await outside("antivirus", async () => () => refuseInfected(antivirus, files));
}

/** Of calls with secrets `SecretBody` keeps its own limit: nothing else may touch what came from the line. */
function limitBody(route: Route, options: AppOptions): MiddlewareHandler {
  if (secretFields(route.body).length > 0) return (_context, next) => next();
  const onError = (context: Context) => problem(context, refuse("too-large"), options);
  return bodyLimit({ maxSize: limitOf(route), onError });
}

function limitOf({ access, upload }: Route): number {
  if (access === "anyone") return DOOR_LIMIT;
  return upload === undefined ? JSON_LIMIT : UPLOAD_LIMIT;
}

/** Nobody without a session gets much read: not what is large, nor what does not say how large it is. */
function requireSession(
  { access, body, upload }: Route,
  { database, secure }: AppOptions,
): MiddlewareHandler {
  const reads = access !== "anyone" && (body ?? upload) !== undefined;
  return async (context, next) => {
    const size = Number(context.req.header("content-length") ?? Number.POSITIVE_INFINITY);
    if (reads && !(size <= DOOR_LIMIT)) {
      const owner = await database.session(tokenHashOf(context, secure), async (_sql, used) => used);
      if (owner === undefined) throw refuse("unauthenticated");
    }
    await next();
  };
}

function servicesOf({ database, checks, keeper, today, version, security }: AppOptions): Services {
  return { database, checks, keeper, today, version, security };
}

export function checkCsrf(context: Context, expected: string): void {
  const given = Buffer.from(context.req.header("x-csrf-token") ?? "");
  const wanted = Buffer.from(expected);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw refuse("forbidden");
}

async function inputOf(route: Route, context: Context) {
  const params = parse(route.params, context.req.param()) as Readonly<Record<string, unknown>>;
  const query = parse(route.query, context.req.query());
  const files = route.upload === undefined ? [] : await filesOf(context, route.upload);
  const body = route.body === undefined ? undefined : parse(route.body, await jsonOf(context));
  return { params: params ?? {}, query, body, files };
}

export function parse(schema: z.ZodType | undefined, given: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw misfit(
    "invalid",
    parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
  );
}

export async function jsonOf(context: Context): Promise<unknown> {
  if (!(context.req.header("content-type") ?? "").startsWith("application/json")) throw misfit("unsupported");
  try {
    return await (secretBodyOf(context) ?? context.req).json();
  } catch (error) {
    throw error instanceof Refusal ? error : misfit("invalid");
  }
}

async function filesOf(context: Context, fields: readonly string[]) {
  if (!(context.req.header("content-type") ?? "").startsWith("multipart/form-data"))
    throw misfit("unsupported");
  const form = await context.req.parseBody({ all: true }).catch(() => {
    throw misfit("invalid");
  });
  const given = fields.flatMap((field) => form[field] ?? []).filter((file) => file instanceof File);
  if (given.length === 0) throw misfit("invalid");
  return Promise.all(
    given.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

function isDownload(answer: unknown): answer is Download {
  return (
    typeof answer === "object" && answer !== null && "bytes" in answer && answer.bytes instanceof Uint8Array
  );
}

/** Always to be saved, never shown: what people upload runs in no browser. */
function download({ name: given, type, bytes }: Download): Response {
  const name = safeName(given);
  const ascii = name.replace(/[^\w.-]/g, "_");
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": type,
      "content-length": String(bytes.length),
      "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}

async function health(context: Context, { database }: AppOptions): Promise<Response> {
  const row = await database.anonymous((sql) => sql.row("select organisation_exists() as organisation"));
  return context.json({ ok: true, organisation: row?.organisation === true });
}

function problem(context: Context, error: unknown, { report }: Pick<AppOptions, "report">): Response {
  const refusal = refusalOf(error) ?? refuse("internal");
  if (refusal.code === "internal" || !(refusal instanceof Refusal)) report(error);
  if (refusal instanceof Later) context.header("retry-after", String(refusal.seconds));
  const { code, text, details } = refusal;
  return context.json(
    { code, message: text, ...(details !== undefined && { details }) },
    PROBLEM_STATUS[code] as ContentfulStatusCode,
  );
}
