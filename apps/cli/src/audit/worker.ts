import { check, RULES } from "@mingzhang/core";
import { readDocuments } from "@mingzhang/readers";
import { checkJson } from "../check-json.ts";
import { readPublished } from "../published.ts";
import { VERSION } from "../version.ts";
import { writeWhole } from "../write-files.ts";
import type { PackTask } from "./pack-result.ts";

// A child of `audit`: checks the packs that it is sent, one after another, and answers each with its name. A
// fault ends the process: the parent records it and starts another.
process.on("message", (task: PackTask) => {
  void auditPack(task).then(() => process.send?.(task.name));
});
process.on("disconnect", () => process.exit());

async function auditPack({ name, paths, input, target }: PackTask): Promise<void> {
  const published = await readPublished(paths, readDocuments);
  const report = check({ pack: published.pack }, RULES);
  const result = {
    name,
    input,
    version: VERSION,
    state: published.reading.documents.length === 0 ? "unreadable" : "checked",
    facts: published.pack.facts.length,
    ...(checkJson(published, report) as object),
  };
  await writeWhole(target, new TextEncoder().encode(`${JSON.stringify(result, null, 2)}\n`));
}
