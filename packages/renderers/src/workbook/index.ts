export * from "./reference.ts";
export * from "./sheet-names.ts";
export * from "./workbook.ts";
export { writeWorkbook } from "./write.ts";
