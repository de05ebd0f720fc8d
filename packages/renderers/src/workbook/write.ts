import type { Workbook } from "./workbook.ts";

/**
 * xlsx bytes, the same for the same workbook on any machine. Throws a RangeError where the workbook breaks a
 * limit of the format: that is a mistake of the caller, not of the data.
 */
export async function writeWorkbook(_workbook: Workbook): Promise<Uint8Array> {
  throw new Error("not written yet");
}
