import { connect } from "node:net";
import { Readable } from "node:stream";
import type { Text } from "@mingzhang/core";
import { ServerFailure } from "../database/failure.ts";

/** Why a file could not be checked. */
export type Unchecked = "unreachable" | "too-slow" | "too-large" | "broken-off" | "no-answer";

/** What the scanner says of one file. What could not be checked has not passed. */
export type Verdict =
  | { readonly kind: "clean" }
  | { readonly kind: "infected"; readonly signature: string }
  | { readonly kind: "unchecked"; readonly reason: Unchecked };

/** A scanner of files that people upload. */
export interface Antivirus {
  /** As the scanner names itself, with the version and day of its signatures where it has some. */
  readonly version: string;
  check(bytes: Uint8Array): Promise<Verdict>;
}

/** In milliseconds, from asking to the whole answer. */
export interface ClamdLimits {
  /** A daemon that is starting loads its signatures first. */
  readonly start: number;
  /** Shorter than clamd's own MaxScanTime of 120 seconds, after which it lets a file pass that it has not looked through. */
  readonly file: number;
}

const LIMITS: ClamdLimits = { start: 60_000, file: 90_000 };
const CHUNK = 64 * 1024;
const LONGEST_ANSWER = 4096;

type Place = { readonly path: string } | { readonly host: string; readonly port: number };

/**
 * Finds a ClamAV daemon that answers at `unix:<socket>` or `tcp:<host>:<port>`; files are sent to it as a stream, so it
 * needs no access to any. Throws a ServerFailure where there is none.
 */
export async function openClamd(address: string, limits: ClamdLimits = LIMITS): Promise<Antivirus> {
  const place = placeOf(address);
  const ask = async (command: string, expected: RegExp): Promise<string> => {
    const answer = await exchange(place, [Buffer.from(`z${command}\0`)], limits.start);
    if (answer.kind === "answered" && expected.test(answer.text)) return answer.text;
    throw notClamd(address, answer.kind === "answered" ? "no-answer" : answer.kind);
  };
  await ask("PING", /^PONG$/);
  const version = await ask("VERSION", /^ClamAV /);
  return {
    version,
    check: async (bytes) => verdictOf(await exchange(place, streamed(bytes), limits.file)),
  };
}

function placeOf(address: string): Place {
  const [, path] = /^unix:(.+)$/.exec(address) ?? [];
  if (path !== undefined) return { path };
  const [, bracketed, host = bracketed, port] =
    /^tcp:(?:\[([^\]]+)\]|([^:\s]+)):(\d{1,5})$/.exec(address) ?? [];
  if (host !== undefined && Number(port) > 0 && Number(port) < 65_536) return { host, port: Number(port) };
  throw new ServerFailure({
    zh: `杀毒服务的地址应写成 unix:/run/clamav/clamd.ctl 或 tcp:主机:3310，而不是“${address}”。`,
    en: `The antivirus is given as unix:/run/clamav/clamd.ctl or tcp:host:3310, not "${address}".`,
  });
}

const SILENCES: Readonly<Record<Silence, Text>> = {
  "broken-off": { zh: "没有应答就断开了", en: "breaks off without an answer" },
  unreachable: { zh: "连不上", en: "cannot be reached" },
  "too-slow": { zh: "迟迟没有应答", en: "does not answer in time" },
  "no-answer": { zh: "应答的不是 ClamAV", en: "does not answer as ClamAV does" },
};

function notClamd(address: string, silence: Silence): ServerFailure {
  const { zh, en } = SILENCES[silence];
  return new ServerFailure({
    zh: `杀毒服务“${address}”${zh}，没有启动工作台：请确认 clamd 已在运行，地址和权限正确。`,
    en: `The antivirus at "${address}" ${en}, and the workspace was not started: see that clamd is running and that its address and rights are right.`,
  });
}

/** INSTREAM: chunks behind their length, ended by one of length nought. */
function* streamed(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from("zINSTREAM\0");
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const chunk = bytes.subarray(start, start + CHUNK);
    yield lengthOf(chunk);
    yield chunk;
  }
  yield lengthOf(new Uint8Array());
}

function lengthOf(chunk: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

type Silence = Exclude<Unchecked, "too-large">;
type Answer =
  | { readonly kind: "answered"; readonly text: string; readonly wasSent: boolean }
  | { readonly kind: Silence };

/**
 * Sends everything and takes the answer up to its NUL. One that comes before everything is sent, as clamd's to what is
 * too large for it, may be lost with the connection that clamd closes at once.
 */
function exchange(place: Place, parts: Iterable<Uint8Array>, milliseconds: number): Promise<Answer> {
  return new Promise((done) => {
    const socket = connect(place);
    let text = "";
    let silence: Silence = "unreachable";
    let wasSent = false;
    const late = setTimeout(() => {
      silence = "too-slow";
      socket.destroy();
    }, milliseconds);
    socket.once("connect", () => {
      silence = "broken-off";
      const sending = Readable.from(parts);
      sending.once("end", () => {
        wasSent = true;
      });
      sending.pipe(socket, { end: false });
    });
    socket.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      if (text.includes("\0") || text.length > LONGEST_ANSWER) socket.destroy();
    });
    // Followed by "close"; what was answered before it counts.
    socket.on("error", () => undefined);
    socket.once("close", () => {
      clearTimeout(late);
      const end = text.indexOf("\0");
      done(end < 0 ? { kind: silence } : { kind: "answered", text: text.slice(0, end).trim(), wasSent });
    });
  });
}

/** Found by clamd's AlertExceedsMax where it did not look into everything. */
const NOT_ALL = /^Heuristics\.Limits\.Exceeded/;

function verdictOf(answer: Answer): Verdict {
  if (answer.kind !== "answered") return { kind: "unchecked", reason: answer.kind };
  const { text, wasSent } = answer;
  const [, signature] = /^stream: (.{1,200}) FOUND$/.exec(text) ?? [];
  if (/size limit exceeded/i.test(text) || (signature !== undefined && NOT_ALL.test(signature)))
    return { kind: "unchecked", reason: "too-large" };
  if (signature !== undefined) return { kind: "infected", signature: signature.replace(/\p{Cc}/gu, "") };
  const clean = text === "stream: OK" && wasSent;
  return clean ? { kind: "clean" } : { kind: "unchecked", reason: "no-answer" };
}
