import { describe, expect, it } from "vitest";
import { patient } from "./patient.ts";

/** A server that puts off the first calls, and what it was sent and asked to wait. */
function busy(putOff: number, headers: Readonly<Record<string, string>> = { "retry-after": "2" }) {
  const sent: unknown[] = [];
  const waited: number[] = [];
  const call = patient(
    async (_, { body }) => {
      sent.push(body);
      return sent.length <= putOff ? new Response("{}", { status: 429, headers }) : new Response("{}");
    },
    async (seconds) => void waited.push(seconds),
  );
  return { sent, waited, call };
}

describe("a call that the server puts off", () => {
  it("is made again with the same content after the seconds that the server says", async () => {
    const { sent, waited, call } = busy(2);
    const answer = await call("/api/x", { method: "POST", body: "edit" });
    expect([answer.status, sent, waited]).toEqual([200, ["edit", "edit", "edit"], [2, 2]]);
  });

  it("is refused where the server says no time, as for too many wrong passwords", async () => {
    const { sent, call } = busy(1, {});
    expect([(await call("/api/session", { body: "x" })).status, sent.length]).toEqual([429, 1]);
  });

  it("is not waited for without end", async () => {
    const { sent, call } = busy(1000);
    expect([(await call("/api/x", {})).status, sent.length]).toEqual([429, 11]);
  });
});
