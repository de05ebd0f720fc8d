import { IMPORT_TARGETS, importFromSheets, withoutKnown } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { enteredRecordsOf, recordsOf } from "@mingzhang/renderers";
import type { ExportReading, ExportTask, ImportReading, ImportTask } from "./read-import.ts";

// The child of `readImport` and `readExport`: reads the files that it is sent and answers with their rows.
process.on("message", (task: ImportTask | ExportTask) => {
  void ("sheet" in task ? readExport(task) : readSheets(task)).then((reading) => process.send?.(reading));
});
process.on("disconnect", () => process.exit());

async function readSheets({ files }: ImportTask): Promise<ImportReading> {
  const { sheets, findings } = await readLedger(files);
  return { records: enteredRecordsOf(sheets), findings };
}

async function readExport({ files, sheet, mapping, known, name }: ExportTask): Promise<ExportReading> {
  const target = IMPORT_TARGETS.find(({ schema }) => schema.id === sheet);
  const read = await readLedger(files);
  const nothing = { rows: [], known: 0, findings: read.findings, choices: [] };
  if (target === undefined || read.findings.some(({ level }) => level === "error")) return nothing;
  const chosen = importFromSheets(read.sheets, target, { mapping, name });
  if ("choices" in chosen) return { ...nothing, choices: chosen.choices };
  const imported = withoutKnown(chosen.imported, target, known);
  return {
    rows: recordsOf([imported.sheet]).get(sheet) ?? [],
    known: imported.known,
    findings: [...read.findings, ...imported.findings],
    choices: [],
  };
}
