import { read, set_cptable, type WorkBook } from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel.full.mjs";
import type { Finding, RawSheet } from "@mingzhang/core";
import { containerOf, hasStream } from "./container.ts";
import { type LedgerFindingId, ledgerFinding } from "./ledger-finding.ts";
import { hiddenOdsSheets } from "./ods-hidden.ts";
import { decodeText } from "./text-encoding.ts";
import { withinTime } from "./within-time.ts";
import { rawSheet } from "./worksheet.ts";
import { inspectZip, readSmallEntry } from "./zip-guard.ts";

set_cptable(codePages);

export interface WorkbookReading {
  readonly sheets: readonly RawSheet[];
  readonly findings: readonly Finding[];
}

/** Entries of a zip of which a spreadsheet has one: xlsx and xlsm, xlsb, ods. */
const WORKBOOK_ENTRIES = ["xl/workbook.xml", "xl/workbook.bin", "content.xml"];
const MOST_CONTENT_BYTES = 128 * 1024 * 1024;
const WORKBOOK_STREAMS = ["Workbook", "WORKBOOK", "Book", "BOOK"];

/**
 * Every sheet of an xlsx, xlsm, xlsb, xls, et or ods file, hidden ones included, as its cells stand; also of a web
 * page or XML spreadsheet that calls itself .xls. Never throws: what cannot be read is a finding.
 */
export async function readWorkbookSheets(bytes: Uint8Array, name: string): Promise<WorkbookReading> {
  const problem = await problemOf(bytes);
  if (problem !== undefined) return failure(problem, name);
  const workbook = parse(bytes);
  if (typeof workbook === "string") return failure(workbook, name);
  const hidden = workbook.Workbook?.Sheets?.map((sheet) => Boolean(sheet.Hidden)) ?? (await odsHidden(bytes));
  return convert(workbook, hidden, name);
}

/** Which sheets of an ods file are hidden; none for other files. */
export async function odsHidden(bytes: Uint8Array): Promise<readonly boolean[]> {
  const content =
    containerOf(bytes) === "zip" && (await readSmallEntry(bytes, "content.xml", MOST_CONTENT_BYTES));
  return content ? hiddenOdsSheets(Buffer.from(content).toString("utf8")) : [];
}

async function problemOf(bytes: Uint8Array): Promise<LedgerFindingId | undefined> {
  switch (containerOf(bytes)) {
    case "zip":
      return zipProblem(bytes);
    case "compound":
      if (hasStream(bytes, "EncryptedPackage")) return "encrypted";
      return WORKBOOK_STREAMS.some((stream) => hasStream(bytes, stream)) ? undefined : "not-a-workbook";
    case "markup":
      return undefined;
    default:
      return "not-a-workbook";
  }
}

async function zipProblem(bytes: Uint8Array): Promise<LedgerFindingId | undefined> {
  const { names, problem } = await inspectZip(bytes);
  if (problem !== undefined) return problem;
  if (!names.some((entry) => WORKBOOK_ENTRIES.includes(entry))) return "not-a-workbook";
  const manifest = await readSmallEntry(bytes, "META-INF/manifest.xml");
  const encrypted = manifest !== undefined && Buffer.from(manifest).includes("encryption-data");
  return encrypted ? "encrypted" : undefined;
}

function parse(bytes: Uint8Array): WorkBook | LedgerFindingId {
  const options = { dense: true, cellNF: true, cellText: false, cellHTML: false } as const;
  try {
    if (containerOf(bytes) !== "markup")
      return quietly(() => withinTime(bytes.length, () => read(bytes, { ...options, type: "array" })));
    const text = decodeText(bytes);
    if (text === undefined) return "no-text";
    return quietly(() =>
      withinTime(text.length, () => read(text, { ...options, type: "string", raw: true })),
    );
  } catch (error) {
    return /password|encrypt/i.test(String(error)) ? "encrypted" : "damaged";
  }
}

/** The library complains on standard error about formats that do not matter here; users would take it for findings. */
export function quietly<T>(action: () => T): T {
  const { error } = console;
  console.error = () => {};
  try {
    return action();
  } finally {
    console.error = error;
  }
}

function convert(workbook: WorkBook, hiddenSheets: readonly boolean[], file: string): WorkbookReading {
  const sheets: RawSheet[] = [];
  const findings: Finding[] = [];
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  workbook.SheetNames.forEach((name, index) => {
    const hidden = hiddenSheets[index] ?? false;
    const sheet = workbook.Sheets[name];
    const raw = sheet && rawSheet(sheet, { file, name, hidden, date1904 });
    if (raw !== undefined) sheets.push(raw);
    else if (sheet !== undefined) findings.push(ledgerFinding("too-many-cells", file, name));
  });
  return sheets.length + findings.length === 0 ? failure("damaged", file) : { sheets, findings };
}

function failure(problem: LedgerFindingId, name: string): WorkbookReading {
  return { sheets: [], findings: [ledgerFinding(problem, name)] };
}
