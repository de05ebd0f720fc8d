export * from "./document/document.ts";
export * from "./document/inspection.ts";
export * from "./finding/finding.ts";
