import type { Text } from "@mingzhang/core";
import { EXIT, type ExitCode } from "./command.ts";

/** A fault that ends a command: one sentence for the user, and the exit code. Thrown and caught inside the command line only. */
export class Failure extends Error {
  constructor(
    readonly text: Text,
    readonly code: ExitCode = EXIT.usage,
  ) {
    super(text.zh);
  }
}
