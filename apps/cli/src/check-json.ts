import { type AuditReport, contradictionToJson, matchContents } from "@mingzhang/core";
import type { PublishedPack } from "./published.ts";

/** The audit of a pack for machines. */
export function checkJson({ reading, pack, findings }: PublishedPack, report: AuditReport): unknown {
  return {
    pack: { kind: pack.kind, year: pack.year, body: pack.body, scope: pack.scope, reason: pack.reason },
    files: reading.documents.map(({ name, kind }) => ({ name, kind })),
    reading: findings,
    findings: report.findings,
    contradictions: report.contradictions.map((contradiction) => ({
      proof: contradiction.proof,
      remedy: contradiction.remedy,
      ...contradictionToJson(contradiction),
    })),
    outcomes: report.outcomes,
    rules: report.rules,
    tables: pack.tables.map(({ id, number, caption, label, concept, unit, place, rows }) => ({
      id,
      number,
      label,
      caption,
      concept,
      unit,
      place,
      rows: rows.length,
      facts: rows.reduce((sum, row) => sum + Object.keys(row.cells).length, 0),
    })),
    missing: matchContents(pack)
      .filter(
        ({ entry, tables, similar }) =>
          tables.length === 0 && similar === undefined && entry.declaredEmpty !== true,
      )
      .map(({ entry }) => ({ title: entry.text, number: entry.tableNumber, place: entry.place })),
    unread: pack.unread,
  };
}
