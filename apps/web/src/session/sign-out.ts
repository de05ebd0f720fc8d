import { countKept } from "../entry/browser-edits.ts";
import { closeStores, sendWaiting } from "../entry/open-stores.ts";
import { forgetBrowserKey } from "./browser-key.ts";
import { call } from "./client.ts";

/** What somebody who has signed out is told. */
export interface Left {
  /** Edits that wait in this browser, sealed, for their next sign-in. */
  readonly unsent: number;
  /** The server could not be told yet. */
  readonly untold: boolean;
}

/** That the server is still to be told of a signing out. */
const UNTOLD = "mingzhang.signing-out";
const tabs = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("mingzhang");

/** Sends what waits, then ends the session, here and in the browser's other tabs. */
export async function signOut(): Promise<void> {
  await sendWaiting();
  await call("signOut", {}).catch(() => localStorage.setItem(UNTOLD, ""));
  tabs?.postMessage("signed-out");
}

/** Ends a session that was to end while there was no connection; whether there was one. */
export async function finishSigningOut(): Promise<boolean> {
  if (localStorage.getItem(UNTOLD) === null) return false;
  await call("signOut", {});
  localStorage.removeItem(UNTOLD);
  return true;
}

/** A new session has ended the one before. */
export function forgetSigningOut(): void {
  localStorage.removeItem(UNTOLD);
}

/** Earlier versions of the pages kept the last record's project and kind in clear. */
export function forgetOldRecords(): void {
  for (const name of Object.keys(localStorage))
    if (name.startsWith("mingzhang.record.")) localStorage.removeItem(name);
}

/** Calls when somebody signs out in another tab. */
export function onSignedOutElsewhere(leave: () => void): () => void {
  tabs?.addEventListener("message", leave);
  return () => tabs?.removeEventListener("message", leave);
}

/** Overwrites and forgets what the page holds of a person; what waits to be sent stays in the browser, sealed. */
export function forgetPerson(): void {
  closeStores();
  forgetBrowserKey();
  sessionStorage.clear();
}

export async function leftBy(person: string): Promise<Left> {
  const unsent = await countKept(person).catch(() => 0);
  return { unsent, untold: localStorage.getItem(UNTOLD) !== null };
}
