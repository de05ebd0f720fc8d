// Counts which performance indicators published budgets use, by type of project, and writes the common ones with their
// usual units, operators and kinds to catalogues/indicator-library.csv. Needs the folder of published packs beside
// the project: npm run build && npx tsx scripts/indicator-library.mts FOLDER
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  findTerm,
  INDICATOR_KINDS,
  kindOf,
  type PerformanceIndicator,
  projectTypeOf,
  recognise,
} from "@mingzhang/core";
import { readDocuments } from "@mingzhang/readers";

/** An indicator is common in a type when so many packs use it, or so many forms. */
const PACKS = 2;
const FORMS = 3;
const LONGEST_NAME = 16;

interface Uses {
  readonly packs: Set<string>;
  forms: number;
  readonly units: Map<string, number>;
  readonly operators: Map<string, number>;
  readonly kinds: Map<string, number>;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: npx tsx scripts/indicator-library.mts FOLDER");
const uses = new Map<string, Uses>();
for (const path of readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()) {
  const { documents } = await readDocuments([{ name: basename(path), bytes: readFileSync(path) }]);
  for (const { kind, project, indicators } of recognise(documents).performance) {
    if (kind !== "project") continue;
    for (const indicator of indicators) count(projectTypeOf(project?.text ?? ""), indicator, path);
  }
}
const rows = [...uses]
  .filter(([, { packs, forms }]) => packs.size >= PACKS || forms >= FORMS)
  .map(([key, use]) => {
    const [type = "", name = ""] = key.split("\t");
    const operator = most(use.operators) || "定性";
    const written = most(use.units) || (/率$|满意度$/u.test(name) ? "%" : "");
    const unit = operator === "定性" ? "" : written === "万" ? "万元" : written;
    const printed = most(use.kinds);
    const kind =
      printed === "" ? kindOf({ name, measureUnit: unit, operator: operator as "≥" }).kind : printed;
    return { type, name, kind, operator, unit, packs: use.packs.size, forms: use.forms };
  })
  .sort(
    (a, b) => compare(a.type, b.type) || b.packs - a.packs || b.forms - a.forms || compare(a.name, b.name),
  );
const text = rows.map((row) => Object.values(row).join(",")).join("\n");
const target = fileURLToPath(new URL("../catalogues/indicator-library.csv", import.meta.url));
writeFileSync(target, `type,name,kind,operator,unit,packs,forms\n${text}\n`);
console.log(`${rows.length} indicators`);

function count(type: string, { name, unit, operator, level2 }: PerformanceIndicator, path: string): void {
  const plain = name
    .replace(/\s|[（(][%％][）)]$|^\d+[、.．]|[。；，,;]$/gu, "")
    .replace(/[()]/gu, (bracket) => (bracket === "(" ? "（" : "）"));
  if (plain.length < 3 || plain.length > LONGEST_NAME || /[,，;；|指标]$/u.test(plain)) return;
  const key = `${type}\t${plain}`;
  const use: Uses = uses.get(key) ?? {
    packs: new Set(),
    forms: 0,
    units: new Map(),
    operators: new Map(),
    kinds: new Map(),
  };
  uses.set(key, use);
  use.packs.add(path);
  use.forms += 1;
  if (unit !== "") add(use.units, unit);
  if (operator !== undefined) add(use.operators, operator);
  const kind =
    level2 === undefined ? undefined : findTerm(INDICATOR_KINDS, level2.replace(/^经济成本/u, "成本"));
  if (kind !== undefined) add(use.kinds, kind.id);
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function most(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
