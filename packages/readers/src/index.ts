export * from "./ledger/index.ts";
export * from "./read-document.ts";
export * from "./tables.ts";
