import type { Fen } from "@mingzhang/core";
import { loadSolver } from "@mingzhang/solver";
import { CEILING_KINDS, type CeilingKind, checkEntry, enteredOf, scanEntry } from "../api/index.ts";
import { sheetsOfContent } from "../entry/sheets.ts";
import type { CheckTask, EntryCheck, ScanFinding } from "./checks.ts";

// What the threads of `openChecks` do. A budget comes as text, which costs the server nothing to hand over.
const solver = loadSolver();

/** Reads and derives a budget with its figures rounded as `mingzhang build` publishes them. */
export async function check({ content, unit }: CheckTask): Promise<EntryCheck> {
  const rounding = { mode: "consistent", solve: await solver } as const;
  const { findings, counts, budget, disclosure } = checkEntry(sheetsOfContent(content), unit, rounding);
  return {
    findings,
    counts,
    isPublishable: disclosure !== undefined,
    ...(budget !== undefined && {
      entered: Object.fromEntries(CEILING_KINDS.map((kind) => [kind, enteredOf(budget, kind)])) as Readonly<
        Record<CeilingKind, Fen>
      >,
    }),
  };
}

/** What a confidentiality review must look at. */
export function scan({ content }: CheckTask): readonly ScanFinding[] {
  return scanEntry(sheetsOfContent(content));
}
