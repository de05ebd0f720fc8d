import type { Document, Finding, Inspection } from "@mingzhang/core";

/** One output format: Document → bytes. The same input gives the same bytes, on any machine. */
export interface Renderer {
  /** Also the name of the output folder. */
  readonly id: string;
  /** File extension without the dot. */
  readonly extension: string;
  render(input: RenderInput): Promise<Rendered>;
}

export interface RenderInput {
  readonly document: Document;
  /** What stands behind the figures; used by formats that a reader can ask (html). */
  readonly inspection?: Inspection;
  /** Font files (TTF, OTF, TTC) of the office, preferred over the bundled stand-ins (pdf). */
  readonly fonts?: readonly Uint8Array[];
}

/** `bytes` is empty when a finding is an error: nothing half-made is ever written. */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}
