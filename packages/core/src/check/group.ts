import type { Pack } from "../pack/pack.ts";
import type { UngroupedFinding } from "./check.ts";
import type { AuditFinding } from "./report.ts";

const LEVELS = { error: 0, warning: 1, notice: 2 } as const;

/**
 * Findings of one cause together: contradictions that share a figure are one group, and the finding that rests
 * on the figures that most of them share comes first, the rest as its consequences. Roundings of one table are
 * one group.
 */
export function groupByCause(findings: readonly UngroupedFinding[], _pack: Pack): readonly AuditFinding[] {
  const groups = new Groups(findings.length);
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
    group.map(({ facts: _facts, ...finding }, index) => ({
      ...finding,
      group: `g${number + 1}`,
      consequence: index > 0,
    })),
  );
}

function gravity(finding: UngroupedFinding | undefined): number {
  return finding === undefined ? 3 : LEVELS[finding.level];
}

/** Contradictions only: a rounding difference that shares a figure with one is not its consequence. */
function joinSharedFacts(findings: readonly UngroupedFinding[], groups: Groups): void {
  const first = new Map<string, number>();
  for (const [index, { facts, level }] of findings.entries()) {
    if (level === "notice") continue;
    for (const fact of facts) {
      const other = first.get(fact);
      if (other === undefined) first.set(fact, index);
      else groups.join(index, other);
    }
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
  return members.toSorted((a, b) => LEVELS[a.level] - LEVELS[b.level] || weight(b) - weight(a));
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
