// Changes one printed figure of a built pack at a time and looks whether the audit finds it, and where. Writes its
// section of docs/benchmarks.md; `--quick` takes a tenth and writes nothing, `--misses` lists what was not found.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compose, type Disclosure, type Document, disclose, findProfile, readBudget } from "@mingzhang/core";
import { readDocuments, readLedger } from "@mingzhang/readers";
import { RENDERERS } from "@mingzhang/renderers";
import { departmentFiles } from "./benchmark/department.mjs";
import { writeSection } from "./benchmark-reading/section.ts";
import { asText } from "./planted/as-text.ts";
import { type Audited, audit, factsAt, judge, keyOf } from "./planted/audit.ts";
import { Bound } from "./planted/bound.ts";
import { CHANGES, generator, neighboursOf, pick, type Random, sizeOf } from "./planted/changes.ts";
import { contradictionsOf } from "./planted/contradictions.ts";
import { type FormatCheck, type Outcome, sectionOf } from "./planted/report.ts";
import { type PlantedError, plantSeveral } from "./planted/several.ts";
import { plant, type Site, sitesOf, withPlaces } from "./planted/sites.ts";

const SEED = 2023;
const quick = process.argv.includes("--quick");
const misses = process.argv.includes("--misses");
/** Of each kind of change in each pack. */
const PLANTS = quick ? 8 : 60;
/** In each format of each pack; a PDF takes the longest. */
const FORMAT_PLANTS: Readonly<Record<string, number>> = quick
  ? { html: 2, xlsx: 2, docx: 2, pdf: 1, txt: 2 }
  : { html: 12, xlsx: 12, docx: 12, pdf: 6, txt: 12 };
/** Packs with 1, 2 and 5 errors at once, of each pack that is built. */
const TOGETHER = [1, 2, 5];
const SEVERAL = quick ? 4 : 60;
const PROFILES = ["chongqing-district", "shanghai-district"];
const root = fileURLToPath(new URL("..", import.meta.url));

interface BuiltPack {
  readonly name: string;
  readonly document: Document;
  readonly disclosure: Disclosure;
}

interface Plant {
  readonly site: Site;
  readonly text: string;
  readonly outcome: Outcome;
  readonly spoiled: Document;
  /** The findings straight from the document. */
  readonly keys: string;
}

await main();

async function main(): Promise<void> {
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  const random = generator(SEED);
  const outcomes: Outcome[] = [];
  const formats = new Map<string, FormatCheck>();
  const errors: PlantedError[] = [];
  for (const pack of await packs()) {
    const before = audit(pack.document);
    reportSound(pack.name, before);
    const plants = plantAll(pack, before, random);
    outcomes.push(...plants.map(({ outcome }) => outcome));
    console.log(`${pack.name}: ${plants.length} plants, ${elapsed().toFixed(0)} s`);
    errors.push(...severalIn(pack));
    console.log(`${pack.name}: several errors at once, ${elapsed().toFixed(0)} s`);
    for (const [format, count] of Object.entries(FORMAT_PLANTS))
      await checkFormat(format, pack, spread(plants, count), formats);
    console.log(`${pack.name}: every format, ${elapsed().toFixed(0)} s`);
  }
  const date = new Date().toISOString().slice(0, 10);
  const section = sectionOf(outcomes, [...formats.values()], { date, seconds: elapsed(), seed: SEED });
  const proofs = contradictionsOf(errors, { date, seed: SEED });
  console.log(`${section}\n\n${proofs}`);
  if (quick) return;
  writeSection(join(root, "docs/benchmarks.md"), "planted", section);
  writeSection(join(root, "docs/benchmarks.md"), "contradictions", proofs);
}

async function packs(): Promise<BuiltPack[]> {
  const folder = join(root, "fixtures/wansheng-2023");
  const fixture = readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const files = departmentFiles({ units: 4, lines: 120, projects: 6 });
  const generated = [...files].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  const budgets = [
    { name: "示例部门 fixture", entries: fixture },
    { name: "120 笔 lines", entries: generated },
  ];
  return Promise.all(
    budgets.flatMap(({ name, entries }) =>
      PROFILES.map(async (id) => {
        const profile = findProfile(id);
        if (profile === undefined) throw new Error(`There is no profile ${id}.`);
        const { sheets } = await readLedger(entries);
        const { budget, findings } = readBudget(sheets, { weights: profile.weights });
        if (budget === undefined) throw new Error(JSON.stringify(findings.slice(0, 3)));
        const disclosure = disclose(budget, profile);
        return { name: `${name}, ${id}`, disclosure, document: withPlaces(compose(disclosure)) };
      }),
    ),
  );
}

/** A sound pack must be silent: what it says is a false finding of ours. */
function reportSound(name: string, { findings }: Audited): void {
  for (const finding of findings) console.log(`UNCHANGED ${name}: ${finding.level} ${keyOf(finding)}`);
  if (findings.length > 0) process.exitCode = 1;
}

function plantAll(pack: BuiltPack, before: Audited, random: Random): Plant[] {
  const sites = sitesOf(pack.document, pack.disclosure);
  const bound = new Bound(pack.document, pack.disclosure, sites);
  return CHANGES.flatMap((kind) => {
    const plants: Plant[] = [];
    for (let attempt = 0; attempt < PLANTS * 20 && plants.length < PLANTS; attempt++) {
      const site = pick(sites, random);
      const text = site && kind.change(site, random, neighboursOf(site, sites));
      const size = site === undefined || text === undefined ? undefined : sizeOf(site, text);
      if (site === undefined || text === undefined || size === undefined) continue;
      const spoiled = plant(pack.document, site, text);
      const after = audit(spoiled);
      const changed = factsAt(after.pack, site, spoiled);
      const verdict = judge(before, after, changed, site);
      const reachable = bound.shows(site, text);
      const at = { pack: pack.name, site: site.kind, name: site.name };
      const outcome = { ...at, kind: kind.id, size, reachable, ...verdict };
      if (misses && !(verdict.found && verdict.located)) logMiss(site, text, outcome, changed.size);
      plants.push({ site, text, outcome, spoiled, keys: keysOf(after) });
    }
    return plants;
  });
}

/** Its own random numbers, so that the plants above stay what they are. */
function severalIn({ document, disclosure }: BuiltPack): PlantedError[] {
  const random = generator(SEED);
  const sites = sitesOf(document, disclosure);
  return TOGETHER.flatMap((count) =>
    Array.from({ length: SEVERAL }, () => plantSeveral(document, { sites, random }, count)).flat(),
  );
}

function logMiss(site: Site, text: string, outcome: Outcome, facts: number): void {
  const { kind, measure } = site.fact.quantity;
  const { body: _body, ...dimensions } = measure;
  const unfound = outcome.reachable ? "MISSED" : "OUT-OF-REACH";
  const state = outcome.found ? "NOT-LOCATED" : unfound;
  const read = facts === 0 ? "no fact" : "";
  const change = `${site.text} → ${text}`;
  const where = `${site.kind} ${site.name}`;
  const what = `${kind} ${JSON.stringify(dimensions)}`;
  console.log([state, outcome.pack, outcome.kind, outcome.size, change, where, what, read].join("\t"));
}

/** Plants spread evenly over the kinds. */
function spread(plants: readonly Plant[], count: number): readonly Plant[] {
  const step = plants.length / count;
  return Array.from({ length: count }, (_, index) => plants[Math.floor(index * step)]).filter(
    (each) => each !== undefined,
  );
}

async function checkFormat(
  format: string,
  pack: BuiltPack,
  plants: readonly Plant[],
  formats: Map<string, FormatCheck>,
): Promise<void> {
  const sound = audit(await readBack(format, pack.document));
  reportSound(`${pack.name} ${format}`, sound);
  const known = formats.get(format) ?? { format, plants: 0, sound: 0, found: 0, expected: 0, same: 0 };
  let { found, expected, same } = known;
  for (const { site, text, spoiled, keys, outcome } of plants) {
    const after = audit(await readBack(format, spoiled));
    if (after.findings.length > sound.findings.length) found++;
    if (outcome.found) expected++;
    if (keysOf(after) === keys) same++;
    else if (misses) console.log(`DIFFERS ${format} ${site.name} ${text}\n${keys}\n→\n${keysOf(after)}`);
  }
  formats.set(format, {
    format,
    plants: known.plants + plants.length,
    sound: known.sound + sound.findings.length,
    found,
    expected,
    same,
  });
}

/** What our reader makes of what our renderer wrote. */
async function readBack(format: string, document: Document): Promise<Document> {
  const bytes = await render(format, document);
  const { documents, findings } = await readDocuments([{ name: `pack.${format}`, bytes }]);
  const [read] = documents;
  if (read === undefined) throw new Error(`${format}: ${JSON.stringify(findings)}`);
  return read.document;
}

async function render(format: string, document: Document): Promise<Uint8Array> {
  if (format === "txt") return asText(document);
  const renderer = RENDERERS.find(({ id }) => id === format);
  if (renderer === undefined) throw new Error(`There is no renderer ${format}.`);
  const { bytes, findings } = await renderer.render({ document });
  if (bytes.length === 0) throw new Error(`${format}: ${JSON.stringify(findings)}`);
  return bytes;
}

function keysOf({ findings }: Audited): string {
  return findings.map(keyOf).sort().join("\n");
}
