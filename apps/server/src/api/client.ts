import type { z } from "zod";
import { Problem } from "./common.ts";
import { ROUTES, type RouteId } from "./routes.ts";

type Input<Schema> = Schema extends z.ZodType<infer _Output, infer Given> ? Given : undefined;
type Output<Schema> = Schema extends z.ZodType<infer Given> ? Given : undefined;
/** Absent where the route takes none, and optional where it asks for nothing. */
type Field<Name extends string, Value> = unknown extends Value
  ? { readonly [Key in Name]?: undefined }
  : Partial<Value> extends Value
    ? { readonly [Key in Name]?: Value }
    : { readonly [Key in Name]: Value };
type Defined<Id extends RouteId> = (typeof ROUTES)[Id];
type Part<Id extends RouteId, Name extends "params" | "query" | "body"> = Input<
  NonNullable<Defined<Id>[Name]>
>;

/** What a call takes: parameters of the path, the query, and the body (FormData for uploads). */
export type CallInput<Id extends RouteId> = Field<"params", Part<Id, "params">> &
  Field<"query", Part<Id, "query">> &
  Field<"body", Part<Id, "body">> & { readonly files?: FormData };
/** What a call answers. */
export type CallOutput<Id extends RouteId> = Output<NonNullable<Defined<Id>["response"]>>;

/** Any answer that is not 2xx. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.message.zh);
  }
}

export type Fetch = (path: string, init: RequestInit) => Promise<Response> | Response;

/**
 * Calls the interface by the ids of its routes. `csrfToken` is asked before every call that changes something. A
 * connection that fails rejects with fetch's own error: the call may or may not have taken effect.
 */
export function createClient(fetch: Fetch, csrfToken: () => string | undefined) {
  return async function call<Id extends RouteId>(id: Id, input: CallInput<Id>): Promise<CallOutput<Id>> {
    const { method } = ROUTES[id];
    const headers: Record<string, string> = {};
    const token = csrfToken();
    if (method !== "GET" && token !== undefined) headers["x-csrf-token"] = token;
    const init: RequestInit = { method, headers };
    if (input.files !== undefined) init.body = input.files;
    else if (input.body !== undefined) {
      headers["content-type"] = "application/json";
      init.body = JSON.stringify(input.body);
    }
    const response = await fetch(pathOf(id, input as Parameters<typeof pathOf<Id>>[1]), init);
    if (!response.ok) throw new ApiError(response.status, await problemOf(response));
    return (await response.json()) as CallOutput<Id>;
  };
}

/** The address of a call, for links to downloads and for EventSource. */
export function pathOf<Id extends RouteId>(
  id: Id,
  { params, query }: { readonly params?: Part<Id, "params">; readonly query?: Part<Id, "query"> },
): string {
  const values = (params ?? {}) as Readonly<Record<string, string | number>>;
  const path = ROUTES[id].path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(values[name])),
  );
  const asked = Object.entries((query ?? {}) as Readonly<Record<string, unknown>>).filter(
    ([, value]) => value !== undefined,
  );
  if (asked.length === 0) return path;
  return `${path}?${new URLSearchParams(Object.fromEntries(asked.map(([name, value]) => [name, String(value)])))}`;
}

async function problemOf(response: Response): Promise<Problem> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  return { code: "internal", message: { zh: "服务器没有答复。", en: "The server did not answer." } };
}
