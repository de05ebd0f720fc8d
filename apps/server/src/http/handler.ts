import type { z } from "zod";
import type { CallInput, ROUTES, RouteId } from "../api/index.ts";
import type { Checks } from "../budgets/checks.ts";
import type { Database, SessionOwner, Transaction } from "../database/database.ts";
import type { KeyKeeper } from "../keys/open-keeper.ts";
import type { EditAnnouncement } from "./broadcast.ts";
import type { SecuritySettings } from "./security-settings.ts";

/** A file that came with a request. */
export interface UploadedFile {
  /** As the browser named it; not yet fit for a file system. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as an answer. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a handler may use of the server. */
export interface Services {
  readonly database: Database;
  readonly checks: Checks;
  readonly keeper: KeyKeeper;
  /** The office's day, YYYY-MM-DD. */
  today(): string;
  readonly version: string;
  readonly security: SecuritySettings;
}

/** What a call works with. */
export interface Work {
  /** The request's transaction, as its person. */
  readonly sql: Transaction;
  readonly services: Services;
  /**
   * The result of work that takes long and needs no transaction. `prepare` reads what it needs in this one, which is
   * then rolled back and its connection given to others; when the work is done, the handler starts anew in another
   * and has the result at once. So a handler asks before it writes anything.
   */
  outside<Result>(key: string, prepare: () => Promise<() => Promise<Result>>): Promise<Result>;
  /** To be told to everybody when the transaction is on disk: the budget was edited. */
  announceEdit(edit: Omit<EditAnnouncement, "kind">): void;
}

export interface Call<Id extends RouteId> extends Work {
  /** Empty id for calls that anybody may make. */
  readonly me: SessionOwner;
  readonly params: Parsed<Id, "params">;
  readonly query: Parsed<Id, "query">;
  readonly body: Parsed<Id, "body">;
  readonly files: readonly UploadedFile[];
  readonly tokenHash: Buffer;
  /** Where the request comes from. */
  readonly address: string;
}

type Schema<Id extends RouteId, Part extends "params" | "query" | "body"> = NonNullable<
  (typeof ROUTES)[Id][Part]
>;
type Parsed<Id extends RouteId, Part extends "params" | "query" | "body"> =
  Schema<Id, Part> extends { readonly _output: infer Output } ? Output : undefined;

/** Secrets are bytes here; whoever called gets them as text. */
type Given<Id extends RouteId> =
  NonNullable<(typeof ROUTES)[Id]["response"]> extends z.ZodType<unknown, infer Input> ? Input : undefined;
type Answer<Id extends RouteId> = (typeof ROUTES)[Id] extends { readonly download?: true }
  ? undefined extends (typeof ROUTES)[Id]["download"]
    ? Given<Id>
    : Download
  : Given<Id>;

/** Answers one call inside one transaction; what it throws rolls back. */
export type Handler<Id extends RouteId> = (call: Call<Id>) => Promise<Answer<Id> | Download>;

/** Calls that need cookies or more than a transaction are served by `session/sign-in.ts` and `entry/events.ts`. */
export type SpecialRoute = "signIn" | "signOut" | "events" | "health";
export type Handlers = { readonly [Id in Exclude<RouteId, SpecialRoute>]: Handler<Id> };
export type { CallInput };
