export * from "./ledger/index.ts";
export { type PageImage, renderPages } from "./pdf/page-image.ts";
export * from "./read-document.ts";
export * from "./tables.ts";
