export { type AuditedPack, type PackFinding, writeAuditSummary } from "./audit-summary.ts";
export { writeCheckSheet } from "./check-sheet.ts";
export { placeText } from "./place-text.ts";
