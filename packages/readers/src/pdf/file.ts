import type { Engine } from "./engine.ts";

/** An open file; `close` must be called once. */
export interface OpenFile {
  readonly handle: number;
  readonly pages: number;
  readonly close: () => void;
}

/** Why a file cannot be opened. */
export type Refusal = "not-pdf" | "encrypted" | "damaged" | "empty";

const PASSWORD_NEEDED = 4;
const UNKNOWN_SECURITY = 5;
/** Readers accept a header that begins within the first kilobyte. */
const HEADER_WINDOW = 1024;

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, HEADER_WINDOW)).includes("%PDF-");
}

/** The end marker stands within the last kilobytes of a whole file, whatever a server has appended. */
const TRAILER_WINDOW = 4096;

export function isCutShort(bytes: Uint8Array): boolean {
  return !new TextDecoder("latin1").decode(bytes.subarray(-TRAILER_WINDOW)).includes("%%EOF");
}

/** Opens the bytes, or says why not. The bytes are copied into the engine and freed by `close`. */
export function openFile(engine: Engine, bytes: Uint8Array, password: string): OpenFile | Refusal {
  if (!isPdf(bytes)) return "not-pdf";
  const { calls, memory } = engine;
  const address = engine.allocate(bytes.length);
  if (address === 0) return "damaged";
  memory.HEAPU8.set(bytes, address);
  const handle = calls.FPDF_LoadMemDocument(address, bytes.length, password);
  if (handle === 0) {
    const error = calls.FPDF_GetLastError();
    engine.release(address);
    return error === PASSWORD_NEEDED || error === UNKNOWN_SECURITY ? "encrypted" : "damaged";
  }
  const close = () => {
    calls.FPDF_CloseDocument(handle);
    engine.release(address);
  };
  const pages = calls.FPDF_GetPageCount(handle);
  if (pages > 0) return { handle, pages, close };
  close();
  return "empty";
}
