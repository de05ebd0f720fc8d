import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeptEdit } from "./kept-edits.ts";
import { seal, unseal } from "./seal.ts";

const key = crypto.getRandomValues(new Uint8Array(32));
const edit: KeptEdit = {
  id: "e",
  budget: "b",
  person: "p",
  order: 7,
  changes: [
    { kind: "set", sheet: "ledger", row: "r", field: "amount_yuan", from: "", to: "7654321.09 绝密" },
  ],
};
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1") + Buffer.from(bytes).toString();

describe("an edit that waits", () => {
  it("comes back from its seal as it was, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), fc.nat(), (to, field, order) => {
        const typed: KeptEdit = { ...edit, order, changes: [{ ...edit.changes[0], to, field } as never] };
        expect(unseal(key, seal(key, typed))).toEqual(typed);
      }),
    );
  });

  it("shows its head and nothing of what was typed, and is never sealed the same way twice", () => {
    const [once, twice] = [seal(key, edit), seal(key, edit)];
    expect({ ...once, sealed: undefined }).toEqual({ id: "e", budget: "b", person: "p", order: 7 });
    for (const text of ["7654321", "绝密", "amount_yuan", "ledger"])
      expect([text, textOf(once.sealed).includes(Buffer.from(text).toString("latin1"))]).toEqual([
        text,
        false,
      ]);
    expect(once.sealed).not.toEqual(twice.sealed);
  });

  it("is not to be read with another key, in another's place, or changed in any byte", () => {
    const sealed = seal(key, edit);
    expect(unseal(crypto.getRandomValues(new Uint8Array(32)), sealed)).toBeUndefined();
    for (const other of [{ id: "f" }, { budget: "c" }, { person: "q" }, { order: 8 }])
      expect([other, unseal(key, { ...sealed, ...other })]).toEqual([other, undefined]);
    for (let at = 0; at < sealed.sealed.length; at++) {
      const changed = Uint8Array.from(sealed.sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect([at, unseal(key, { ...sealed, sealed: changed })]).toEqual([at, undefined]);
    }
    expect(unseal(key, { ...sealed, sealed: new Uint8Array() })).toBeUndefined();
  });
});
