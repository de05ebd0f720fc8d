import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Route } from "../../api/index.ts";
import { accountFor, bodiesOf, CALLS, parametersOf, pathOf } from "../../testing/requests.ts";
import { openWorkspace, type Person, type Workspace } from "../../testing/workspace.ts";

/** Calls that anybody may make before there is a session to ride on. */
const WITHOUT_SESSION: ReadonlySet<string> = new Set(["signIn"]);
const CHANGES = CALLS.filter(([id, { method }]) => method !== "GET" && !WITHOUT_SESSION.has(id));

describe("a request that somebody else made a browser send", () => {
  let workspace: Workspace;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    workspace = await openWorkspace();
    for (const [, route] of CALLS) {
      const account = accountFor(route);
      if (!people.has(account)) people.set(account, await workspace.signIn(account));
    }
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  const send = (route: Route, headers: Readonly<Record<string, string>>) => {
    const ids = Object.fromEntries(parametersOf(route).map((name) => [name, randomUUID()]));
    const samples = {
      ...ids,
      body: workspace.body("216"),
      year: "2023",
      document: "budget",
      sheet: "payments",
      sha256: "0".repeat(64),
    };
    const files = new FormData();
    for (const field of route.upload ?? []) files.append(field, new File(["x"], "x.csv"));
    const json = route.body !== undefined;
    const body = route.upload !== undefined ? files : json ? JSON.stringify(bodiesOf(route)[0]) : undefined;
    return people.get(accountFor(route))?.fetch(pathOf(route, samples), {
      method: route.method,
      headers: { ...(json && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body }),
    }) as Promise<Response>;
  };

  it("is refused by every call that changes something: without the session's token, with none of its own", async () => {
    const other = [...people.values()].map((person) => person.csrf());
    for (const [id, route] of CHANGES) {
      const own = people.get(accountFor(route))?.csrf();
      const foreign = other.find((token) => token !== own) ?? "";
      for (const token of [undefined, "", "x", foreign, `${own}x`]) {
        const response = await send(route, token === undefined ? {} : { "x-csrf-token": token });
        expect([id, token, response.status]).toEqual([id, token, 403]);
      }
    }
  });

  it("is refused where a browser says that another site asks, even with the token", async () => {
    for (const [id, route] of CHANGES) {
      const token = people.get(accountFor(route))?.csrf() ?? "";
      for (const from of [
        { origin: "https://elsewhere.example" },
        { origin: "null" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
      ]) {
        const response = await send(route, { "x-csrf-token": token, ...from });
        expect([id, from, response.status]).toEqual([id, from, 403]);
      }
    }
  });

  it("cannot sign anybody in from another site", async () => {
    const response = await workspace.app.request("/api/session", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://elsewhere.example" },
      body: JSON.stringify({ account: "editor", password: "correct horse battery" }),
    });
    expect([response.status, response.headers.get("set-cookie")]).toEqual([403, null]);
  });

  it("cannot be a form: what is not JSON, or not a form where files are asked for, is refused", async () => {
    const types = ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""];
    for (const [id, route] of CHANGES.filter(([, { body, upload }]) => body ?? upload)) {
      const token = people.get(accountFor(route))?.csrf() ?? "";
      for (const type of types) {
        const response = await send(route, { "x-csrf-token": token, "content-type": type });
        expect([id, type, response.status]).toEqual([id, type, 415]);
      }
    }
  });

  it("is told nothing by headers for other sites, whatever it asks", async () => {
    for (const [id, route] of CALLS) {
      for (const method of ["OPTIONS", route.method]) {
        const response = await workspace.app.request(route.path, {
          method,
          headers: { origin: "https://elsewhere.example", "access-control-request-method": route.method },
        });
        const allowed = [...response.headers.keys()].filter((name) => name.startsWith("access-control-"));
        expect([id, method, allowed, response.ok && id !== "health"]).toEqual([id, method, [], false]);
      }
    }
  });

  it("cannot use a method that a path does not have", async () => {
    const served = new Set(CALLS.map(([, { method, path }]) => `${method} ${path}`));
    for (const [id, { path }] of CALLS) {
      for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
        if (served.has(`${method} ${path}`)) continue;
        const response = await workspace.app.request(path, { method });
        // A path may fit another call's pattern, which then asks who it is.
        expect([id, method, [401, 404].includes(response.status)]).toEqual([id, method, true]);
      }
    }
  });
});
