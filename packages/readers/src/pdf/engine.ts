import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { init, type Methods } from "@embedpdf/pdfium";

/** The heap's views; memory that grows replaces them, so they are read anew each time. */
interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

/** PDFium in WebAssembly with a block of scratch memory for out-parameters. */
export interface Engine {
  readonly calls: Methods;
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
  const { malloc, free } = calls.pdfium.wasmExports;
  return { calls, memory, allocate: malloc, release: free, scratch: malloc(SCRATCH_BYTES) };
}

function hasHeap(module: object): module is Heap {
  return "HEAPU8" in module && "HEAPF64" in module;
}

/** The `count` 32-bit floats at an address. */
export function floatsAt(engine: Engine, address: number, count: number): Float32Array {
  return engine.memory.HEAPF32.subarray(address >> 2, (address >> 2) + count);
}

/** The `count` 64-bit floats at an address. */
export function doublesAt(engine: Engine, address: number, count: number): Float64Array {
  return engine.memory.HEAPF64.subarray(address >> 3, (address >> 3) + count);
}
