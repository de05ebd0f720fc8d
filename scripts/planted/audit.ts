import {
  type AuditFinding,
  check,
  type Document,
  type Pack,
  type ReportedContradiction,
  RULES,
  type Rule,
  recognise,
} from "@mingzhang/core";
import { placeOf, type Site } from "./sites.ts";

/** The audit of a pack, with the facts that each finding rests on; notices left out. */
export interface Audited {
  readonly pack: Pack;
  readonly findings: readonly AuditFinding[];
  readonly contradictions: readonly ReportedContradiction[];
  readonly facts: ReadonlyMap<AuditFinding, readonly string[]>;
}

export interface Verdict {
  /** An error or a warning that was not there before. */
  readonly found: boolean;
  /** One that names a cause rests on the changed figure, or stands at its place. */
  readonly located: boolean;
  /** The mark itself stands at the changed cell or sentence. */
  readonly marked: boolean;
}

export function audit(document: Document): Audited {
  const pack = recognise([{ name: "pack", document }]);
  const facts = new Map<unknown, readonly string[]>();
  const rules = RULES.map(
    (rule): Rule => ({
      ...rule,
      *check(context) {
        for (const result of rule.check(context)) {
          if ("message" in result) facts.set(result.message, result.facts ?? []);
          yield result;
        }
      },
    }),
  );
  const { findings: all, contradictions } = check({ pack }, rules);
  const findings = all.filter(({ level }) => level !== "notice");
  return {
    pack,
    contradictions,
    findings,
    facts: new Map(findings.map((each) => [each, facts.get(each.message) ?? []])),
  };
}

/** What the audit of a spoiled pack says beyond the audit of the sound one. `changed` are the spoiled facts. */
export function judge(before: Audited, after: Audited, changed: ReadonlySet<string>, site: Site): Verdict {
  const known = new Set(before.findings.map(keyOf));
  const fresh = after.findings.filter((finding) => !known.has(keyOf(finding)));
  const groups = new Set(fresh.map(({ group }) => group));
  const main = after.findings.filter(({ group, consequence }) => groups.has(group) && !consequence);
  const at = JSON.stringify(placeOf(site));
  const isThere = (finding: AuditFinding) => JSON.stringify(finding.place) === at;
  const rests = (finding: AuditFinding) => (after.facts.get(finding) ?? []).some((fact) => changed.has(fact));
  return {
    found: fresh.length > 0,
    located: main.some((finding) => isThere(finding) || rests(finding)),
    marked: main.some(isThere),
  };
}

/** The facts that were read at a site of a document with places. */
export function factsAt(pack: Pack, site: Site, document: Document): ReadonlySet<string> {
  const at = JSON.stringify(placeOf(site));
  const block = document.blocks[site.block];
  const runs = block?.type === "paragraph" ? block.children : [];
  const start = runs.slice(0, site.item).reduce((length, { text }) => length + text.length, 0);
  const end = start + (runs[site.item]?.text.length ?? 0);
  const facts = pack.facts.filter(
    ({ place, source }) =>
      JSON.stringify(place) === at && (source.kind === "cell" || (source.start < end && start < source.end)),
  );
  return new Set(facts.map(({ id }) => id));
}

export function keyOf({ rule, message }: AuditFinding): string {
  return `${rule} ${message.zh}`;
}
