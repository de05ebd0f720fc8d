import type { SecurityNumbers } from "../api/index.ts";

const FAILURES = [
  "wrong-password",
  "wrong-code",
  "used-code",
  "unknown-account",
  "expired-password",
  "locked-account",
];
const REFUSALS = ["forbidden", "not-found", "infected-file", "unchecked-file"];
const MISFITS = ["invalid-input", "unused-call", "too-many-calls"];

/** The numbers of a quarter of an hour, from how often each event of the security log came. */
export function numbersOf(
  counted: readonly { readonly event: string; readonly number: number }[],
  alertAt: number,
): SecurityNumbers {
  const sum = (events: readonly string[]) =>
    counted.filter(({ event }) => events.includes(event)).reduce((total, { number }) => total + number, 0);
  const [failures, refusals, misfits] = [sum(FAILURES), sum(REFUSALS), sum(MISFITS)];
  return { failures, refusals, misfits, alertAt, alert: failures + refusals + misfits >= alertAt };
}
