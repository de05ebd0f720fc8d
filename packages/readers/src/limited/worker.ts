import { readDocuments } from "../read-document.ts";
import type { LimitedTask } from "./read-limited.ts";

// The child of `openLimitedReader`: reads the file that it is sent and answers with what it read.
process.on("message", ({ file, options }: LimitedTask) => {
  void readDocuments([file], options).then((reading) => process.send?.(reading));
});
process.on("disconnect", () => process.exit());
