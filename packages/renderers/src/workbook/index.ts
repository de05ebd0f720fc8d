export { isExactNumber } from "./limits.ts";
export * from "./reference.ts";
export * from "./sheet-names.ts";
export { cut, LONGEST_TEXT, withoutControls } from "./text.ts";
export * from "./workbook.ts";
export { writeWorkbook } from "./write.ts";
