export * from "./budget/budget.ts";
export * from "./budget/schema.ts";
export * from "./budget/sheet.ts";
export * from "./budget/terms.ts";
export * from "./document/document.ts";
export * from "./document/inspection.ts";
export * from "./finding/finding.ts";
export * from "./money/fen.ts";
