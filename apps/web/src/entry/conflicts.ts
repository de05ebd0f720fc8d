import { type Change, EditConflict } from "@mingzhang/server/api";
import { z } from "zod";

/** A change of mine that does not fit what stands there now. */
export interface Conflict {
  readonly key: string;
  readonly change: Change;
  readonly conflict: EditConflict;
}

/** Parts a refused edit into what conflicts and what can be sent again without it. */
export function splitConflicts(
  changes: readonly Change[],
  details: unknown,
): { readonly conflicts: readonly Conflict[]; readonly rest: readonly Change[] } | undefined {
  const parsed = z.array(EditConflict).safeParse(details);
  if (!parsed.success || parsed.data.length === 0) return undefined;
  const refused = new Set(parsed.data.map(({ index }) => index));
  const gone = new Set(parsed.data.filter(({ reason }) => reason === "row-gone").map(({ row }) => row));
  return {
    conflicts: parsed.data.flatMap((conflict) => {
      const change = changes[conflict.index];
      if (change === undefined || conflict.reason === "row-exists") return [];
      const field = change.kind === "set" ? change.field : "";
      return [{ key: `${change.kind}/${change.row}/${field}`, change, conflict }];
    }),
    rest: changes.filter((change, index) => !refused.has(index) && !gone.has(change.row)),
  };
}

/** The change that puts mine in place of what stands there now, which the person has seen. */
export function insisted({ change, conflict }: Conflict): Change | undefined {
  const { current } = conflict;
  if (current === null) return undefined;
  if (change.kind === "set") return { ...change, from: current.cells[change.field] ?? "" };
  return change.kind === "delete" ? { ...change, version: current.version } : change;
}
