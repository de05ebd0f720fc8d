import { resolve } from "node:path";
import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import { TEMPLATE } from "./template/source.ts";

/** Typeset pages that passed the checks of PDF/A-2a and of PDF/UA-1, the first as bytes; or what the typesetter complained of, warnings included. */
type Typeset = { readonly archival: Buffer } | { readonly complaints: readonly string[] };

export interface Typesetter {
  typeset(data: unknown): Typeset;
}

/** The compiler's file system: nothing is read from it, all files are given. */
const WORKSPACE = resolve("/mingzhang-typesetting");
const MAIN = resolve(WORKSPACE, "main.typ");
const DATA = resolve(WORKSPACE, "data.json");

/** A compiler with the given font files. Calls are synchronous; run many documents in a worker. */
export function createTypesetter(files: readonly Buffer[]): Typesetter {
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: [...files] }] });
  compiler.addSource(MAIN, TEMPLATE);
  return {
    typeset(data) {
      compiler.mapShadow(DATA, Buffer.from(JSON.stringify(data)));
      try {
        return compile(compiler);
      } catch (error) {
        return { complaints: [String(error)] };
      } finally {
        compiler.unmapShadow(DATA);
        compiler.evictCache(0);
      }
    },
  };
}

function compile(compiler: NodeCompiler): Typeset {
  const compiled = compiler.compile({ mainFilePath: MAIN, resetRead: true });
  const complaints = [...messages(compiled.takeWarnings()), ...messages(compiled.takeError())];
  if (compiled.result === null || complaints.length > 0) return { complaints };
  compiler.pdf(compiled.result, { pdfStandard: "ua-1" });
  return { archival: compiler.pdf(compiled.result, { pdfStandard: "a-2a" }) };
}

function messages(error: NodeError | null): string[] {
  return (error?.shortDiagnostics ?? []).map(({ message }: { message: string }) => message);
}
