import type { Text } from "../finding/finding.ts";
import type { UngroupedFinding } from "./check.ts";
import type { ReportedContradiction } from "./contradictions.ts";
import type { AuditFinding } from "./report.ts";

const LEVELS = { error: 0, warning: 1, notice: 2 } as const;

/**
 * Findings of one cause together: contradictions that share a figure are one group, and the finding that rests
 * on the figures that most of them share comes first, the rest as its consequences. What comes of one proved
 * contradiction is one group, and its first finding says what to correct. Roundings of one table are one group.
 */
export function groupByCause(
  findings: readonly UngroupedFinding[],
  found: readonly ReportedContradiction[],
): readonly AuditFinding[] {
  const groups = new Groups(findings.length);
  joinContradictions(findings, groups);
  joinSharedFacts(findings, groups);
  joinRoundings(findings, groups);
  const members = new Map<number, number[]>();
  for (const index of findings.keys()) {
    const root = groups.find(index);
    members.set(root, [...(members.get(root) ?? []), index]);
  }
  const ordered = [...members.values()].map((indices) => inGroup(indices, findings));
  ordered.sort((a, b) => gravity(a[0]) - gravity(b[0]));
  return ordered.flatMap((group, number) =>
    group.map(({ facts: _facts, proved: _proved, beyond: _beyond, ...finding }, index) => ({
      ...(index === 0 ? withCorrection(finding, found) : finding),
      group: `g${number + 1}`,
      consequence: index > 0,
    })),
  );
}

function gravity(finding: UngroupedFinding | undefined): number {
  return finding === undefined ? 3 : LEVELS[finding.level];
}

function joinContradictions(findings: readonly UngroupedFinding[], groups: Groups): void {
  const first = new Map<number, number>();
  for (const [index, { contradiction }] of findings.entries()) {
    if (contradiction === undefined) continue;
    const other = first.get(contradiction);
    if (other === undefined) first.set(contradiction, index);
    else groups.join(index, other);
  }
}

/** The likely wrong figure is where to look, and its correction is what to do. */
function withCorrection<T extends Omit<AuditFinding, "group" | "consequence">>(
  finding: T,
  found: readonly ReportedContradiction[],
): T {
  const contradiction = found[finding.contradiction ?? -1];
  const remedy = contradiction?.remedy;
  if (contradiction === undefined || remedy === undefined) return finding;
  const { determined, corrections } = contradiction;
  if (!determined) return { ...finding, remedy: both(finding.remedy, remedy) };
  const likely = corrections[0]?.figure;
  const place = likely?.pack === undefined ? (likely?.place ?? finding.place) : finding.place;
  return { ...finding, remedy, ...(place === undefined ? {} : { place }) };
}

function both(first: Text | undefined, second: Text): Text {
  return first === undefined ? second : { zh: first.zh + second.zh, en: `${first.en} ${second.en}` };
}

/**
 * Contradictions only: a rounding difference that shares a figure with one is not its consequence. Two proved ones
 * that share a right figure stay apart.
 */
function joinSharedFacts(findings: readonly UngroupedFinding[], groups: Groups): void {
  const first = new Map<string, number>();
  for (const [index, { facts, level, contradiction }] of findings.entries()) {
    if (level === "notice" || contradiction !== undefined) continue;
    for (const fact of facts) {
      const other = first.get(fact);
      if (other === undefined) first.set(fact, index);
      else groups.join(index, other);
    }
  }
  joinToContradictions(findings, groups);
}

/** What rests on a figure of a proved contradiction without being one comes under the first such. */
function joinToContradictions(findings: readonly UngroupedFinding[], groups: Groups): void {
  const owner = new Map<string, number>();
  for (const [index, { facts, contradiction }] of findings.entries())
    if (contradiction !== undefined) for (const fact of facts) if (!owner.has(fact)) owner.set(fact, index);
  for (const [index, { beyond = [] }] of findings.entries())
    for (const fact of beyond) groups.join(index, owner.get(fact) ?? index);
  const joined = new Set<number>();
  for (const [index, { facts, level, contradiction }] of findings.entries()) {
    if (level === "notice" || contradiction !== undefined || joined.has(groups.find(index))) continue;
    const other = facts.map((fact) => owner.get(fact)).find((each) => each !== undefined);
    if (other === undefined) continue;
    groups.join(index, other);
    joined.add(groups.find(index));
  }
}

/** One notice a table for its rounding differences. */
function joinRoundings(findings: readonly UngroupedFinding[], groups: Groups): void {
  const first = new Map<string, number>();
  for (const [index, finding] of findings.entries()) {
    const table = finding.facts[0]?.split(":")[0];
    if (finding.level !== "notice" || table === undefined || finding.difference === undefined) continue;
    const other = first.get(table);
    if (other === undefined) first.set(table, index);
    else groups.join(index, other);
  }
}

/** The most telling first: the gravest, then the one whose figures the others rest on most. */
function inGroup(indices: readonly number[], findings: readonly UngroupedFinding[]): UngroupedFinding[] {
  const members = indices.flatMap((index) => findings[index] ?? []);
  const uses = new Map<string, number>();
  for (const { facts } of members) for (const fact of facts) uses.set(fact, (uses.get(fact) ?? 0) + 1);
  const weight = ({ facts }: UngroupedFinding) =>
    Math.max(0, ...facts.map((fact) => uses.get(fact) ?? 0)) * 100 - facts.length;
  const proved = (finding: UngroupedFinding) => (finding.proved === true ? 0 : 1);
  return members.toSorted(
    (a, b) => LEVELS[a.level] - LEVELS[b.level] || proved(a) - proved(b) || weight(b) - weight(a),
  );
}

/** Disjoint sets of indices. */
class Groups {
  private readonly parents: number[];

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, index) => index);
  }

  find(index: number): number {
    let root = index;
    while (this.parents[root] !== undefined && this.parents[root] !== root) root = this.parents[root] ?? root;
    this.parents[index] = root;
    return root;
  }

  join(a: number, b: number): void {
    this.parents[Math.max(this.find(a), this.find(b))] = Math.min(this.find(a), this.find(b));
  }
}
