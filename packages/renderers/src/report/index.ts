export { type AuditedPack, type PackFinding, writeAuditSummary } from "./audit-summary.ts";
export { type CheckForm, checkForm } from "./check-form.ts";
export { writeCheckSheet } from "./check-sheet.ts";
export { type BodyProblem, type CheckedBody, writeCheckSheets } from "./check-sheets.ts";
export { EXPECTED_STATUS, type ExpectedRow } from "./expected-sheet.ts";
export type { PagePicture } from "./html/pictures.ts";
export { type ReportInput, reportHtml } from "./html/report-html.ts";
export { placeText } from "./place-text.ts";
