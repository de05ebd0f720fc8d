import { isUtf8 } from "node:buffer";
import { IncomingMessage } from "node:http";
import type { Context, MiddlewareHandler } from "hono";
import { refuse } from "./refusal.ts";
import { takeSecrets } from "./take-secrets.ts";

/** More than any call with secrets needs. */
const MOST_BYTES = 64 * 1024;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const NAME = "secretBody";

/**
 * The body of a request that carries secrets. Every byte of it that the program gets to see is overwritten with zeros
 * when the request is answered: what came from the line, what was put together of it, and the secrets themselves.
 */
export class SecretBody {
  private readonly seen: Uint8Array[] = [];
  private readonly taken = new Map<string, Buffer<ArrayBuffer>>();
  private read = false;

  constructor(
    private readonly context: Context,
    private readonly fields: readonly string[],
  ) {}

  /** The body as JSON, its secrets as bytes; throws a SyntaxError where it is none, and refuses what is too large. */
  async json(): Promise<unknown> {
    if (Number(this.context.req.header("content-length") ?? 0) > MOST_BYTES) throw refuse("too-large");
    this.read = true;
    const whole = Buffer.concat(await this.chunks());
    this.seen.push(whole);
    if (!isUtf8(whole)) throw new SyntaxError("not UTF-8");
    const hasMark = whole.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
    const json = hasMark ? whole.subarray(BYTE_ORDER_MARK.length) : whole;
    takeSecrets(json, this.fields, this.taken);
    const rest: unknown = JSON.parse(json.toString("utf8"));
    return this.taken.size === 0 ? rest : { ...(rest as object), ...Object.fromEntries(this.taken) };
  }

  /** Also of what nobody has read: a request may be refused before. */
  overwrite(): void {
    for (const bytes of [...this.seen, ...this.taken.values()]) bytes.fill(0);
    if (!this.read) lineOf(this.context)?.on("data", (chunk: Buffer) => chunk.fill(0));
  }

  private async chunks(): Promise<readonly Uint8Array[]> {
    let size = 0;
    const take = (chunk: Uint8Array): boolean => {
      this.seen.push(chunk);
      size += chunk.length;
      return size <= MOST_BYTES;
    };
    const whole = await readAll(this.context, take);
    if (!whole) throw refuse("too-large");
    return [...this.seen];
  }
}

/** For calls whose bodies carry secrets: sees to it that nothing of them is left. */
export function overwriteSecrets(fields: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const body = new SecretBody(context, fields);
    context.set(NAME, body);
    try {
      await next();
    } finally {
      body.overwrite();
    }
  };
}

/** The body of a request of these calls; undefined for all others. */
export function secretBodyOf(context: Context): SecretBody | undefined {
  return context.get(NAME);
}

/** Node's own side of the request, whose pieces are those of the line and no copies. */
function lineOf(context: Context): IncomingMessage | undefined {
  const incoming: unknown = (context.env as { readonly incoming?: unknown } | undefined)?.incoming;
  return incoming instanceof IncomingMessage ? incoming : undefined;
}

/** Reads until the end, or until a chunk is one too many: false. */
async function readAll(context: Context, take: (chunk: Uint8Array) => boolean): Promise<boolean> {
  const line = lineOf(context);
  if (line === undefined) return readStream(context.req.raw.body, take);
  return new Promise((done, fail) => {
    let taking = true;
    // Listening to data hands out each chunk as it came; reading would join them in a copy.
    line.on("data", (chunk: Buffer) => {
      if (taking) taking = take(chunk);
      if (taking) return;
      chunk.fill(0);
      done(false);
    });
    line.once("end", () => done(true));
    line.once("error", fail);
    line.once("close", () => fail(new Error("the line was cut")));
  });
}

async function readStream(
  stream: ReadableStream<Uint8Array> | null,
  take: (chunk: Uint8Array) => boolean,
): Promise<boolean> {
  if (stream === null) return true;
  for await (const chunk of stream) if (!take(chunk)) return false;
  return true;
}
