import {
  ApiError,
  type CallInput,
  type CallOutput,
  createClient,
  type Me,
  type RouteId,
} from "@mingzhang/server/api";

import { patient } from "./patient.ts";

let token: string | undefined;
let onSignedOut: () => void = () => undefined;

/** Every call carries the token of the session that is open. */
export function keepToken(me: Me | undefined, signedOut: () => void): void {
  token = me?.csrfToken;
  onSignedOut = signedOut;
}

const send = createClient(
  patient(
    (path, init) => fetch(path, init),
    (seconds) => new Promise((done) => setTimeout(done, seconds * 1000)),
  ),
  () => token,
);

/** Calls the server; where the session has ended, the sign-in page comes up. */
export async function call<Id extends RouteId>(id: Id, input: CallInput<Id>): Promise<CallOutput<Id>> {
  try {
    return await send(id, input);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401 && id !== "signIn" && id !== "me") onSignedOut();
    throw error;
  }
}
