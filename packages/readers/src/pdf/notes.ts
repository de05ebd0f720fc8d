import type { Engine } from "./engine.ts";

/** PDF's numbers for the kinds of annotation by which people comment: text, free text, marks, stamps, ink, files. */
const NOTES = new Set([1, 3, 9, 10, 11, 12, 13, 14, 15, 17]);
/** More are not counted. */
const MOST = 1000;

export function countNotes({ calls }: Engine, page: number): number {
  const count = Math.min(calls.FPDFPage_GetAnnotCount(page), MOST);
  let notes = 0;
  for (let index = 0; index < count; index++) {
    const annotation = calls.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    if (NOTES.has(calls.FPDFAnnot_GetSubtype(annotation))) notes++;
    calls.FPDFPage_CloseAnnot(annotation);
  }
  return notes;
}
