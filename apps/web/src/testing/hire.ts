import { createClient, type Me, ROLE_TEXTS, ROLES } from "@mingzhang/server/api";
import { Person } from "./person.ts";
import type { ServedWorkspace } from "./served.ts";

export type Member = readonly [account: string, name: string, role: string, body: string];

export const PASSWORD = "long enough 1 phrase";

/** Adds people by the calls that the pages make; each comes with a password of their own, at a browser. */
export async function hire(
  served: ServedWorkspace,
  administratorsPassword: string,
  members: readonly Member[],
): Promise<readonly (readonly [account: string, Person])[]> {
  const { call } = await signIn(served, "administrator", administratorsPassword);
  const { bodies } = await call("bodies", {});
  const cookies = await Promise.all(
    members.map(async ([account, name, role, body]) => {
      const membership = {
        bodyId: bodies.find((one) => one.name === body)?.id ?? "",
        role: ROLES.find((one) => ROLE_TEXTS[one].zh === role) ?? "auditor",
      };
      const made = await call("addPerson", { body: { account, name, memberships: [membership] } });
      const theirs = await signIn(served, account, made.oneTimePassword);
      await theirs.call("changePassword", { body: { current: made.oneTimePassword, next: PASSWORD } });
      return [account, theirs.cookie()] as const;
    }),
  );
  const people: [account: string, Person][] = [];
  for (const [account, cookie] of cookies) people.push([account, await Person.at(served, cookie)]);
  return people;
}

async function signIn(served: ServedWorkspace, account: string, password: string) {
  let cookie = "";
  let me: Me | undefined;
  const call = createClient(
    async (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (cookie !== "") headers.set("cookie", cookie);
      const response = await fetch(served.address + path, { ...init, headers });
      cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
      return response;
    },
    () => me?.csrfToken,
  );
  const answer = await call("signIn", { body: { account, password } });
  if (answer.status === "signed-in") me = answer.me;
  return { call, cookie: () => cookie };
}
