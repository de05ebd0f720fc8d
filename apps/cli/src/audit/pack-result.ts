import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { AuditFinding, FileIdentity, Finding, Outcomes, PackIdentity } from "@mingzhang/core";
import { digestOf } from "../pack.ts";
import { VERSION } from "../version.ts";
import type { ExpectedPack } from "./expected-packs.ts";
import type { PackSource } from "./packs-below.ts";
import type { Pairing, PriorPack } from "./prior-packs.ts";

/** How the audit of one pack ended. */
export type PackState = "checked" | "unreadable" | "crashed" | "timed-out";

/** The file of one pack in an audit's results: `check --json` with what it was made from. */
export interface PackResult {
  readonly name: string;
  /** Digest of the version and of the files; undefined where they could not be read. */
  readonly input: string | undefined;
  readonly version: string;
  readonly state: PackState;
  readonly pack?: PackIdentity;
  /** ISO date of publication, where the pack prints one as such. */
  readonly published?: string;
  /** Where packs of last year were given: the one that it was compared with, or why none was. */
  readonly prior?: Pairing;
  readonly files: readonly unknown[];
  readonly tables: readonly unknown[];
  /** Where it was only identified, as one of several files. */
  readonly file?: FileIdentity;
  readonly facts: number;
  readonly unread: readonly unknown[];
  readonly reading: readonly Finding[];
  readonly findings: readonly AuditFinding[];
  readonly outcomes: Outcomes;
}

/** One pack for a worker process. */
export interface PackTask extends PackSource {
  readonly input: string | undefined;
  /** The file to write. */
  readonly target: string;
  /** Only what it says that it is, without any check. */
  readonly identify?: true;
  /** Packs of last year, of which it may be compared with one. */
  readonly priors?: readonly PriorPack[];
  /** The list of what must be published, with its dates. */
  readonly expected?: readonly ExpectedPack[];
}

/** A task before anybody has looked at its files; `surroundings` is the digest of what it is compared with. */
export interface PlannedTask extends Omit<PackTask, "input"> {
  readonly surroundings?: string;
}

/** Digest of everything that a pack's result depends on, or undefined where a file cannot be read. */
export async function inputOf({
  name,
  paths,
  surroundings = "",
}: PackSource & Pick<PlannedTask, "surroundings">): Promise<string | undefined> {
  try {
    const parts: (string | Uint8Array)[] = [VERSION, name, surroundings];
    for (const path of paths) parts.push(basename(path), await readFile(path));
    return digestOf(parts);
  } catch {
    return undefined;
  }
}

/** The result that an earlier run left, if there is one that can be read. */
export async function resultAt(path: string): Promise<PackResult | undefined> {
  try {
    const result = JSON.parse(await readFile(path, "utf8")) as PackResult;
    return typeof result.state === "string" && Array.isArray(result.findings) ? result : undefined;
  } catch {
    return undefined;
  }
}

const NONE: Outcomes = { holds: 0, rounding: 0, conflict: 0, notApplicable: 0, couldNotCheck: 0 };

const FAILURES = {
  unreadable: { zh: "文件读不了", en: "a file cannot be read" },
  crashed: { zh: "核对进程中途退出", en: "the process that checked it ended before it was done" },
  "timed-out": { zh: "超过限定时间仍未完成", en: "it was not done within the time allowed" },
} as const;

/** The result of a pack of which nothing is known but that its audit failed. */
export function failedResult({ name, input }: PackTask, state: keyof typeof FAILURES): PackResult {
  const { zh, en } = FAILURES[state];
  const finding: Finding = {
    rule: `audit/${state}`,
    level: "error",
    message: { zh: `未能核对“${name}”：${zh}。`, en: `"${name}" was not checked: ${en}.` },
    remedy: {
      zh: "用 mingzhang check 单独核对这一份；超时的可加大 --timeout。",
      en: "Check it alone with mingzhang check; give more --timeout if it was too slow.",
    },
  };
  const base = { files: [], tables: [], facts: 0, unread: [], findings: [], outcomes: NONE };
  return { name, input, version: VERSION, state, ...base, reading: [finding] };
}
