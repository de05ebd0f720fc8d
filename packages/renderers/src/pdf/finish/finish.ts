import type { FittedGrid } from "../layout/fit-grid.ts";
import { claimAccessibility } from "./claim-standards.ts";
import { readObjects, writeObjects } from "./pdf-objects.ts";
import { tagRowHeaders } from "./tag-row-headers.ts";

/**
 * From the typesetter's PDF/A-2a export to the published file. Typst 0.14 can check a file against PDF/A and
 * against PDF/UA-1 at once, but its Node interface takes one standard a call. The typesetter therefore exports
 * the same pages under both; where both checks pass, the PDF/A-2a file lacks only what is added here.
 */
export function finish(archival: Buffer, grids: readonly FittedGrid[]): Uint8Array {
  const file = readObjects(archival);
  claimAccessibility(file);
  tagRowHeaders(file, grids.filter(({ rows }) => rows.length > 0).map(rowHeaders));
  return new Uint8Array(writeObjects(file));
}

function rowHeaders({ rows }: FittedGrid): boolean[][] {
  return rows.map((cells) => cells.map(({ cell }) => cell.header === "row"));
}
