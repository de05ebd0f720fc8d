import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CallInput, createClient, type Me } from "@mingzhang/server/api";
import type { ServedWorkspace } from "./served.ts";

const fixture = fileURLToPath(new URL("../../../../fixtures/wansheng-2023/year/", import.meta.url));
const SHEETS = [
  "adjustments",
  "payments",
  "records",
  "countings",
  "progress",
  "target-changes",
  "evaluations",
  "disclosures",
];

/** Somebody of the demonstration by the calls that the pages make. */
export class Caller {
  cookie = "";
  #me: Me | undefined;

  private constructor(
    readonly served: ServedWorkspace,
    readonly account: string,
  ) {}

  static async signIn(served: ServedWorkspace, account: string): Promise<Caller> {
    const caller = new Caller(served, account);
    const password = served.passwordOf(account);
    const answer = await caller.call("signIn", { body: { account, password } });
    if (answer.status === "signed-in") caller.#me = answer.me;
    return caller;
  }

  readonly call = createClient(
    async (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (this.cookie !== "") headers.set("cookie", this.cookie);
      const response = await fetch(this.served.address + path, { ...init, headers });
      this.cookie = response.headers.get("set-cookie")?.split(";")[0] ?? this.cookie;
      return response;
    },
    () => this.#me?.csrfToken,
  );
}

type Step = CallInput<"step">["body"]["action"];

/** The way of the demonstration's budget to its approval. */
export async function approveBudget(
  budget: string,
  callers: Readonly<Record<"editor" | "head" | "bureau", Caller>>,
): Promise<void> {
  const steps: readonly (readonly [keyof typeof callers, Step])[] = [
    ["editor", "submit"],
    ["head", "sign"],
    ["bureau", "accept"],
    ["bureau", "issue"],
    ["editor", "submit"],
    ["head", "sign"],
    ["bureau", "approve"],
  ];
  for (const [who, action] of steps) {
    const { call } = callers[who];
    const { revision } = await call("budget", { params: { budget } });
    const approval = action === "approve" ? { approvalDate: "2023-03-01" } : {};
    await call("step", { params: { budget }, body: { action, revision, ...approval } });
  }
}

/** The example's year as files, without the lines that `leave` tells to leave out. */
export function exampleYear(leave: (sheet: string, line: string) => boolean): FormData {
  const files = new FormData();
  for (const sheet of SHEETS) {
    const lines = readFileSync(`${fixture}${sheet}.csv`, "utf8").split("\n");
    const kept = lines.filter((line, index) => index === 0 || !leave(sheet, line));
    files.append("files", new Blob([kept.join("\n")]), `${sheet}.csv`);
  }
  return files;
}
