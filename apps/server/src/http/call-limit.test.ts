import { describe, expect, it } from "vitest";
import { callLimit } from "./call-limit.ts";
import { Later } from "./refusal.ts";

describe("the limit of calls", () => {
  it("lets a burst through, then as many as fill up again, and says how long to wait", () => {
    let time = 0;
    let noted = 0;
    const limit = callLimit({ perSecond: 0.5, burst: 3 }, () => time);
    const take = (subject = "a") => {
      try {
        limit.take(subject, () => noted++);
        return "taken";
      } catch (error) {
        return error instanceof Later ? error.seconds : error;
      }
    };
    expect([take(), take(), take(), take(), take()]).toEqual(["taken", "taken", "taken", 2, 2]);
    expect([take("b"), noted]).toEqual(["taken", 1]);
    time += 1000;
    expect(take()).toBe(1);
    time += 1000;
    expect([take(), take(), noted]).toEqual(["taken", 2, 1]);
    time += 60_000;
    expect([take(), take(), take(), take(), noted]).toEqual(["taken", "taken", "taken", 2, 2]);
  });
});
