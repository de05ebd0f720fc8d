import type { Document } from "@mingzhang/core";
import { pdfRenderer } from "../index.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";

/** The file of a document that has no error. */
export async function bytesOf(document: Document, fonts: readonly Uint8Array[] = []): Promise<Uint8Array> {
  const { bytes, findings } = await pdfRenderer.render({ document, fonts });
  const errors = findings.filter(({ level }) => level === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message.en).join("\n"));
  return bytes;
}

/** What another programme reads in it. */
export async function pdfOf(document: Document): Promise<ReadPdf> {
  return readPdf(await bytesOf(document));
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
