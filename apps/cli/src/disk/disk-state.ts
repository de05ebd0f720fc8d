import type { Text } from "@mingzhang/core";

/** Whether what lies in a folder lies encrypted. Where it cannot be told, it does not. */
export type DiskState =
  | { readonly encrypted: true; readonly by: string }
  | { readonly encrypted: false; readonly why: Text };

/** Nothing that is seen encrypts it. */
export function notEncrypted(zh: string, en: string): DiskState {
  return { encrypted: false, why: { zh, en } };
}
