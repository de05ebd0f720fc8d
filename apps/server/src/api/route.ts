import type { Text } from "@mingzhang/core";
import type { z } from "zod";
import type { Action } from "./permissions.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who may call: anybody, anybody signed in (rows are then filtered by the database), or who holds the action. */
export type Access = "anyone" | "signed-in" | Action;

/** One call of the HTTP interface. Server, clients, authorisation tests and docs/api.md are loops over these. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** With ":name" for parameters. */
  readonly path: `/api/${string}`;
  readonly access: Access;
  readonly doc: Text;
  readonly params?: Params;
  readonly query?: Query;
  /** JSON, unless `upload`. A field that is a secret is marked as one: `secret`, in an answer `secretAnswer`. */
  readonly body?: Body;
  /** The body is multipart/form-data with these file fields. */
  readonly upload?: readonly string[];
  /** JSON, unless `download` or `events`. */
  readonly response?: Response;
  /** Answers with a file. */
  readonly download?: true;
  /** Answers with text/event-stream; `response` is one event's data. */
  readonly events?: true;
}

/** Types a route; the definition is the route. */
export function defineRoute<
  Params extends z.ZodType = z.ZodType<undefined>,
  Query extends z.ZodType = z.ZodType<undefined>,
  Body extends z.ZodType = z.ZodType<undefined>,
  Response extends z.ZodType = z.ZodType<undefined>,
>(route: Route<Params, Query, Body, Response>): Route<Params, Query, Body, Response> {
  return route;
}
