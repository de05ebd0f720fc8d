import { isIP } from "node:net";
import type { Context } from "hono";

/** Where a request comes from, for the security log and its limits; "unknown" where there is no connection. */
export function addressOf(context: Context, behindProxy: boolean): string {
  const { incoming } = (context.env ?? {}) as Connection;
  // Only the proxy's own word counts: what stands before it anybody may have written.
  const forwarded = behindProxy
    ? context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim()
    : undefined;
  const address = forwarded ?? incoming?.socket.remoteAddress ?? "";
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(plain) === 0 ? "unknown" : plain;
}

interface Connection {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string } };
}
