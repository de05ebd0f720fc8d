import type { useText } from "../text/language.tsx";

const EVENTS = [
  "signed-in",
  "signed-out",
  "wrong-password",
  "wrong-code",
  "used-code",
  "unknown-account",
  "expired-password",
  "account-locked",
  "locked-account",
  "address-throttled",
  "forbidden",
  "not-found",
  "infected-file",
  "unchecked-file",
  "invalid-input",
  "unused-call",
  "too-many-calls",
  "many-refusals",
  "password-changed",
  "one-time-password",
  "totp-enabled",
  "totp-removed",
] as const;

/** What an event of the security log is called; one that these pages do not know, by its id. */
export function eventName(event: string, say: ReturnType<typeof useText>["say"]): string {
  const known = EVENTS.find((one) => one === event);
  return known === undefined ? event : say(`security.${known}`);
}
