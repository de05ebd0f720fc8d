import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { managedNonce } from "@noble/ciphers/utils.js";
import type { KeptEdit, KeptHead } from "./kept-edits.ts";

/** An edit as it waits: what was typed is to be read with its person's key only. */
export interface SealedEdit extends KeptHead {
  /** A random nonce of 24 bytes, then what XChaCha20-Poly1305 makes of the changes as JSON. */
  readonly sealed: Uint8Array;
}

/**
 * In JavaScript, because offices reach the workspace over plain http as well, where browsers offer no cryptography of
 * their own. The head is in clear and bound to what is sealed: of two edits neither can stand for the other.
 */
export function seal(key: Uint8Array, { changes, ...head }: KeptEdit): SealedEdit {
  const content = new TextEncoder().encode(JSON.stringify(changes));
  return { ...head, sealed: cipher(key, head).encrypt(content) };
}

/** The edit; undefined where the key is another or anything was changed. */
export function unseal(key: Uint8Array, { sealed, ...head }: SealedEdit): KeptEdit | undefined {
  try {
    const content = cipher(key, head).decrypt(sealed);
    return { ...head, changes: JSON.parse(new TextDecoder().decode(content)) };
  } catch {
    return undefined;
  }
}

function cipher(key: Uint8Array, { id, budget, person, order }: KeptHead) {
  const bound = new TextEncoder().encode(JSON.stringify([id, budget, person, order]));
  return managedNonce(xchacha20poly1305)(key, bound);
}
