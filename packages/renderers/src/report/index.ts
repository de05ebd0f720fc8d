export { type AuditedPack, type PackFinding, writeAuditSummary } from "./audit-summary.ts";
export { placeText } from "./place-text.ts";
