import type { Text } from "@mingzhang/core";

/** A fault that ends a command of the server: what happened and what to do, for the person who started it. */
export class ServerFailure extends Error {
  constructor(readonly text: Text) {
    super(text.zh);
  }
}
