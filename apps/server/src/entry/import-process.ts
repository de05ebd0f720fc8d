import { readLedger } from "@mingzhang/readers";
import { enteredRecordsOf } from "@mingzhang/renderers";
import type { ImportReading, ImportTask } from "./read-import.ts";

// The child of `readImport`: reads the files that it is sent and answers with their records.
process.on("message", ({ files }: ImportTask) => {
  void readLedger(files).then(({ sheets, findings }) => {
    const reading: ImportReading = { records: enteredRecordsOf(sheets), findings };
    process.send?.(reading);
  });
});
process.on("disconnect", () => process.exit());
