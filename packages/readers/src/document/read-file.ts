import { decodeText } from "../ledger/text-encoding.ts";
import { inspectZip, readSmallEntry } from "../ledger/zip-guard.ts";
import { type PdfOptions, readPdf } from "../pdf/readPdf.ts";
import { readDoc } from "./doc/read-doc.ts";
import { readDocx } from "./docx/read-docx.ts";
import { signatureOf } from "./file/signature.ts";
import { textualOf } from "./file/textual.ts";
import { zipTypeOf } from "./file/zip-type.ts";
import { decodePage } from "./html/decode-page.ts";
import { readHtml } from "./html/read-html.ts";
import type { DocumentKind } from "./kind.ts";
import { type Reading, refused } from "./reading.ts";
import { readSpreadsheet } from "./spreadsheet/read-spreadsheet.ts";
import { readText } from "./text/read-text.ts";

export interface FileReading extends Reading {
  /** Absent where the bytes are of no kind that is read. */
  readonly kind?: DocumentKind;
}

/** A file is an archive of files, or it was read or refused. */
export type Outcome = "archive" | FileReading;

/** Larger files are no published text; PDF may hold pictures. */
const MOST_BYTES = 100 * 1024 * 1024;
const MOST_PDF_BYTES = 500 * 1024 * 1024;

/** Reads one file as what its bytes are, whatever its name says. Never throws. */
export async function readFile(bytes: Uint8Array, options: PdfOptions): Promise<Outcome> {
  try {
    return await dispatch(bytes, options);
  } catch {
    return refused("read/damaged");
  }
}

async function dispatch(bytes: Uint8Array, options: PdfOptions): Promise<Outcome> {
  if (bytes.length === 0) return refused("read/empty");
  const signature = signatureOf(bytes);
  if (bytes.length > (signature.type === "pdf" ? MOST_PDF_BYTES : MOST_BYTES) && signature.type !== "zip")
    return refused("read/too-large");
  switch (signature.type) {
    case "pdf":
      return { kind: "pdf", ...(await readPdf(bytes, options)) };
    case "zip":
      return readZip(bytes);
    case "doc":
      return { kind: "doc", ...readDoc(bytes) };
    case "spreadsheet":
      return { kind: "spreadsheet", ...(await readSpreadsheet(bytes)) };
    case "image":
      return refused("read/image");
    case "encrypted":
      return refused("read/encrypted");
    case "foreign":
      return refused("read/unknown-type", signature.name);
    case "undecided":
      return readTextual(bytes);
  }
}

async function readZip(bytes: Uint8Array): Promise<Outcome> {
  const { names, problem } = await inspectZip(bytes);
  const mimetype = await readSmallEntry(bytes, "mimetype");
  const type = zipTypeOf(names, mimetype === undefined ? "" : Buffer.from(mimetype).toString("latin1"));
  if (type.type === "foreign") return refused("read/unknown-type", type.name);
  if (type.type === "archive") return "archive";
  if (problem === "encrypted" || (await hasEncryptedParts(bytes))) return refused("read/encrypted");
  if (problem !== undefined) return refused(problem === "too-large" ? "read/too-large" : "read/damaged");
  return type.type === "docx"
    ? { kind: "docx", ...readDocx(bytes) }
    : { kind: "spreadsheet", ...(await readSpreadsheet(bytes)) };
}

/** OpenDocument files encrypt their parts one by one and say so in the manifest. */
async function hasEncryptedParts(bytes: Uint8Array): Promise<boolean> {
  const manifest = await readSmallEntry(bytes, "META-INF/manifest.xml");
  return manifest !== undefined && Buffer.from(manifest).includes("encryption-data");
}

async function readTextual(bytes: Uint8Array): Promise<FileReading> {
  const text = decodeText(bytes) ?? decodePage(bytes);
  if (text === undefined) return refused("read/unknown-type");
  const textual = textualOf(text);
  switch (textual.type) {
    case "html":
      return { kind: "html", ...readHtml(decodePage(bytes) ?? text) };
    case "xml-spreadsheet":
      return { kind: "spreadsheet", ...(await readSpreadsheet(text)) };
    case "text":
      return { kind: "text", ...readText(text) };
    case "foreign":
      return refused("read/unknown-type", textual.name);
  }
}
