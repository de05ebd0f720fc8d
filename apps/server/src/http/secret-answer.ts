import { ServerResponse } from "node:http";
import type { Context } from "hono";
import { type Route, type SecretBytes, secretFields } from "../api/index.ts";

/** An answer as JSON; the secrets in it are overwritten, and so is the answer, when it has left for the line. */
export function jsonAnswer(context: Context, { response }: Route, answer: object): Response {
  const fields = secretFields(response);
  if (fields.length === 0) return context.json(answer);
  const given = Object.entries(answer);
  const secrets = given.filter(([name]) => fields.includes(name)) as [string, SecretBytes][];
  const rest = JSON.stringify(Object.fromEntries(given.filter(([name]) => !fields.includes(name))));
  const bytes = Buffer.concat([
    Buffer.from(rest.slice(0, -1)),
    ...secrets.flatMap(([name, value], index) => [
      Buffer.from(`${index === 0 && rest === "{}" ? "" : ","}${JSON.stringify(name)}:"`),
      value,
      Buffer.from('"'),
    ]),
    Buffer.from("}"),
  ]);
  for (const [, value] of secrets) value.fill(0);
  whenSent(context, () => bytes.fill(0));
  // A stream hands its bytes to the line as they are; a body of bytes would be copied.
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return context.body(body, 200, { "content-type": "application/json" });
}

/** Also when the line was cut. Requests without a line, as in tests, are never sent. */
function whenSent(context: Context, then: () => void): void {
  const outgoing: unknown = (context.env as { readonly outgoing?: unknown } | undefined)?.outgoing;
  if (outgoing instanceof ServerResponse) outgoing.once("close", then);
}
