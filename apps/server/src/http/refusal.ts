import type { Text } from "@mingzhang/core";
import type { Problem } from "../api/index.ts";

/** An answer that is not 2xx. Thrown inside a request; it rolls the request's transaction back. */
export class Refusal extends Error {
  constructor(
    readonly code: Problem["code"],
    readonly text: Text,
    readonly details?: unknown,
  ) {
    super(text.en);
  }
}

const TEXTS: Readonly<Record<Problem["code"], Text>> = {
  invalid: { zh: "请求的内容不对。", en: "The request is not valid." },
  unauthenticated: { zh: "请先登录。", en: "Sign in first." },
  forbidden: {
    zh: "您没有做这件事的权限，或现在的状态不允许。",
    en: "You may not do this, or not in this state.",
  },
  "not-found": { zh: "没有找到，或您无权查看。", en: "Not found, or not yours to see." },
  conflict: {
    zh: "内容已被别人改动，请看最新的内容。",
    en: "Somebody else has changed it; look at it again.",
  },
  blocked: { zh: "条件还不满足。", en: "The conditions are not met." },
  unsupported: {
    zh: "内容的类型不对：应为 JSON，上传文件的应为表单。",
    en: "The content is of the wrong type: JSON is asked for, and a form where files are uploaded.",
  },
  "too-large": { zh: "内容太大。", en: "Too large." },
  "too-many": { zh: "尝试太多，请稍后再来。", en: "Too many attempts; come back later." },
  internal: { zh: "服务器内部出错，没有改动任何内容。", en: "The server failed; nothing was changed." },
};

/** A wrong password or code of somebody who is signed in: it is counted and noted. */
export class WrongSecret extends Refusal {
  constructor(
    readonly event: "wrong-password" | "wrong-code",
    text: Text,
  ) {
    super("invalid", text);
  }
}

/** Input that does not fit the contract: it is noted, without what it held. */
export class Misfit extends Refusal {}

/** A refusal of now: the same call may be made again after some seconds. */
export class Later extends Refusal {
  constructor(
    readonly seconds: number,
    text: Text,
  ) {
    super("too-many", text);
  }
}

/** A refusal in the words of its code. */
export function refuse(code: Problem["code"], details?: unknown): Refusal {
  return new Refusal(code, TEXTS[code], details);
}

/** A refusal of input that the contract does not know. */
export function misfit(code: "invalid" | "unsupported", details?: unknown): Misfit {
  return new Misfit(code, TEXTS[code], details);
}

/** A refusal of an input, saying what is wrong with it. */
export function invalid(zh: string, en: string): Refusal {
  return new Refusal("invalid", { zh, en });
}

/** The row, or "not found" where there is none. */
export function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw refuse("not-found");
  return value;
}

/** What the database refused, as the answer that says so; undefined where it failed instead. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "42501") return refuse("forbidden");
  if (code === "40001" || code === "40P01" || code === "23505") return refuse("conflict");
  if (code === "MZ429") return refuse("too-many");
  return code !== undefined && DOES_NOT_FIT.has(code) ? refuse("invalid") : undefined;
}

/** Constraints, characters that no text holds, numbers and days beyond what a column takes. */
const DOES_NOT_FIT: ReadonlySet<unknown> = new Set([
  "23514",
  "23503",
  "22P02",
  "22P05",
  "22021",
  "22003",
  "22008",
]);
