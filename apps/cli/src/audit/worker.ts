import { check, identityOfFile, type Pack, printedDate, RULES } from "@mingzhang/core";
import { readDocuments } from "@mingzhang/readers";
import { checkJson } from "../check-json.ts";
import { type PublishedPack, readPublished } from "../published.ts";
import { VERSION } from "../version.ts";
import { writeWhole } from "../write-files.ts";
import { expectedOf } from "./expected-status.ts";
import type { PackTask } from "./pack-result.ts";
import { choosePrior } from "./prior-packs.ts";

// A child of `audit`: checks the packs that it is sent, one after another, and answers each with its name. A
// fault ends the process: the parent records it and starts another.
process.on("message", (task: PackTask) => {
  void auditPack(task).then(() => process.send?.(task.name));
});
process.on("disconnect", () => process.exit());

async function auditPack(task: PackTask): Promise<void> {
  const { name, paths, input, target } = task;
  const published = await readPublished(paths, readDocuments);
  const result = {
    name,
    input,
    version: VERSION,
    state: published.reading.documents.length === 0 ? "unreadable" : "checked",
    facts: published.pack.facts.length,
    ...(task.identify === true ? identity(published.pack) : await checked(published, task)),
  };
  await writeWhole(target, new TextEncoder().encode(`${JSON.stringify(result, null, 2)}\n`));
}

function identity(pack: Pack): object {
  const { kind, reason, year, body, scope, tables } = pack;
  const names = tables.map(({ caption }) => caption);
  const identity = { kind, reason, year, body, scope };
  return { pack: identity, tables: names, file: identityOfFile(pack), reading: [], findings: [] };
}

async function checked(published: PublishedPack, { name, priors, expected }: PackTask): Promise<object> {
  const { pack } = published;
  const chosen = priors === undefined ? undefined : choosePrior(pack, priors);
  const paths = chosen?.prior?.paths;
  const prior = paths === undefined ? undefined : (await readPublished(paths, readDocuments)).pack;
  const row = expectedOf({ name, pack }, expected ?? []);
  const printed = printedDate(pack, "published")?.iso;
  const report = check(
    {
      pack,
      ...(prior === undefined ? {} : { prior }),
      ...(row?.approved === undefined ? {} : { approvalDate: row.approved }),
      ...(row?.published === undefined ? {} : { publicationDate: row.published }),
    },
    RULES,
  );
  return {
    ...(checkJson(published, report) as object),
    ...(printed === undefined ? {} : { published: printed }),
    ...(chosen === undefined ? {} : { prior: chosen.pairing }),
  };
}
