import { type Document, type Finding, hasError } from "@mingzhang/core";
import { type Budget, newBudget, type ZipEntry, zipEntries } from "./document/archive/zip-entries.ts";
import { promisedKind } from "./document/file/name-kind.ts";
import { type ReadNoticeId, readFinding } from "./document/findings.ts";
import { type DocumentKind, KIND_NAMES } from "./document/kind.ts";
import { type FileReading, readFile } from "./document/read-file.ts";
import { stampDocument, stampFinding } from "./document/stamp.ts";
import type { PdfOptions } from "./pdf/readPdf.ts";

export type { DocumentKind } from "./document/kind.ts";

export interface DocumentFile {
  /** Name or path, which places and findings give. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReadOptions = PdfOptions;

export interface ReadDocument {
  /** Of a file inside an archive: "pack.zip/tables/one.xlsx". */
  readonly name: string;
  readonly kind: DocumentKind;
  readonly document: Document;
  /** On this document. */
  readonly findings: readonly Finding[];
}

export interface DocumentsReading {
  /** Every file that gave text or tables, in the order given; archives in the order of their directory. */
  readonly documents: readonly ReadDocument[];
  /** On files that gave no document. */
  readonly findings: readonly Finding[];
}

/** Files of a file system or an editor that nobody publishes. */
const IGNORED = /(?:^|[\\/])(?:__MACOSX[\\/]|\.[^\\/]*$|~\$|thumbs\.db$|desktop\.ini$)/i;
const DEEPEST_ARCHIVE = 3;

/**
 * Reads the files of one pack, or of a folder, as what their bytes are: pdf, spreadsheets, docx, doc, web pages, text,
 * and zip archives of these. Never throws: what could not be read is said in the findings.
 */
export async function readDocuments(
  files: readonly DocumentFile[],
  options: ReadOptions = {},
): Promise<DocumentsReading> {
  const intake = new Intake(options);
  for (const file of files) await intake.take(file, 0);
  const { documents, findings } = intake;
  if (documents.length + findings.length === 0) findings.push(readFinding("read/no-files"));
  return { documents, findings };
}

class Intake {
  readonly documents: ReadDocument[] = [];
  readonly findings: Finding[] = [];
  readonly #options: ReadOptions;
  readonly #budget: Budget = newBudget();

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  async take(file: DocumentFile, depth: number): Promise<void> {
    if (IGNORED.test(file.name)) return;
    const outcome = await readFile(file.bytes, this.#options);
    if (outcome === "archive") await this.#unpack(file, depth);
    else this.#keep(file.name, outcome);
  }

  #keep(name: string, { kind, document, findings }: FileReading): void {
    const own = [...nameFinding(name, kind), ...findings].map((finding) => stampFinding(finding, name));
    if (kind !== undefined && document.blocks.length > 0) {
      this.documents.push({ name, kind, document: stampDocument(document, name), findings: own });
      return;
    }
    const isSilent = own.length === 0 || !findings.some(({ level }) => level !== "notice");
    this.findings.push(...own);
    if (isSilent && !hasError(own)) this.#note("read/empty", name);
  }

  async #unpack({ name, bytes }: DocumentFile, depth: number): Promise<void> {
    if (depth >= DEEPEST_ARCHIVE) return this.#note("read/nested-too-deep", name);
    const entries = await zipEntries(bytes, this.#budget);
    if (entries === undefined) return this.#note("read/damaged", name);
    for (const entry of entries) {
      if (entry.name.endsWith("/") || entry.name.endsWith("\\")) continue;
      await this.#unpackEntry(entry, `${name}/${entry.name.replaceAll("\\", "/")}`, depth);
    }
  }

  async #unpackEntry(entry: ZipEntry, name: string, depth: number): Promise<void> {
    if (IGNORED.test(name)) return;
    if (entry.encrypted) return this.#note("read/encrypted", name);
    if (entry.suspicious) return this.#note("read/too-large", name);
    const bytes = await entry.read().catch(() => undefined);
    if (bytes === undefined) return this.#note("read/damaged", name);
    await this.take({ name, bytes }, depth + 1);
  }

  #note(rule: ReadNoticeId, name: string): void {
    this.findings.push(stampFinding(readFinding(rule), name));
  }
}

function nameFinding(name: string, kind: DocumentKind | undefined): Finding[] {
  const promised = promisedKind(name);
  if (promised === undefined || kind === undefined || promised === kind) return [];
  return [readFinding("read/name-differs", KIND_NAMES[kind])];
}
