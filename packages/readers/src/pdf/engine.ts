import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { init, type Methods } from "@embedpdf/pdfium";

/** The heap's views; memory that grows replaces them, so they are read anew each time. */
interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

/** Functions called per character or per line; they take and give numbers only. */
const DIRECT = [
  "FPDFClipPath_CountPaths",
  "FPDFClipPath_CountPathSegments",
  "FPDFClipPath_GetPathSegment",
  "FPDFPageObj_GetClipPath",
  "FPDFPageObj_GetFillColor",
  "FPDFPageObj_GetMatrix",
  "FPDFPageObj_GetStrokeColor",
  "FPDFPageObj_GetStrokeWidth",
  "FPDFPageObj_GetType",
  "FPDFPathSegment_GetClose",
  "FPDFPathSegment_GetPoint",
  "FPDFPathSegment_GetType",
  "FPDFPath_CountSegments",
  "FPDFPath_GetDrawMode",
  "FPDFPath_GetPathSegment",
  "FPDFText_GetCharOrigin",
  "FPDFText_GetFillColor",
  "FPDFText_GetFontSize",
  "FPDFText_GetLooseCharBox",
  "FPDFText_GetMatrix",
  "FPDFText_GetTextObject",
  "FPDFText_GetUnicode",
  "FPDFText_HasUnicodeMapError",
  "FPDFText_IsGenerated",
  "FPDFTextObj_GetTextRenderMode",
] as const;

type DirectCalls = Pick<Methods, (typeof DIRECT)[number]>;

/** PDFium in WebAssembly with a block of scratch memory for out-parameters. */
export interface Engine {
  readonly calls: Methods;
  /** The same without the wrapping, several times as fast; truth values come as 0 and 1. */
  readonly direct: DirectCalls;
  readonly memory: Heap;
  readonly allocate: (size: number) => number;
  readonly release: (address: number) => void;
  readonly scratch: number;
}

const SCRATCH_BYTES = 256;
let loading: Promise<Engine> | undefined;

/** The one instance of the process. */
export function loadEngine(): Promise<Engine> {
  loading ??= start();
  return loading;
}

/** Forgets an instance that trapped: its memory can no longer be trusted. */
export function discardEngine(): void {
  loading = undefined;
}

async function start(): Promise<Engine> {
  const file = await readFile(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
  const wasmBinary = new Uint8Array(file).buffer;
  const calls = await init({ wasmBinary });
  calls.PDFiumExt_Init();
  const { pdfium: memory } = calls;
  if (!hasHeap(memory)) throw new Error("The PDF engine gives no access to its memory");
  const { wasmExports: direct } = calls.pdfium;
  if (!hasCalls(direct)) throw new Error("The PDF engine lacks a function");
  const { malloc, free } = calls.pdfium.wasmExports;
  return { calls, direct, memory, allocate: malloc, release: free, scratch: malloc(SCRATCH_BYTES) };
}

function hasHeap(module: object): module is Heap {
  return "HEAPU8" in module && "HEAPF64" in module;
}

function hasCalls(exports: object): exports is DirectCalls {
  return DIRECT.every((name) => name in exports);
}

/** The 32-bit float at an address, or one of those that follow it. */
export function floatAt({ memory }: Engine, address: number, index = 0): number {
  return memory.HEAPF32[(address >> 2) + index] ?? 0;
}

/** The 64-bit float at an address, or one of those that follow it. */
export function doubleAt({ memory }: Engine, address: number, index = 0): number {
  return memory.HEAPF64[(address >> 3) + index] ?? 0;
}

/** The unsigned integer at an address, or one of those that follow it. */
export function integerAt({ memory }: Engine, address: number, index = 0): number {
  return memory.HEAPU32[(address >> 2) + index] ?? 0;
}
