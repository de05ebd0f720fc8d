import { type Body, CEILING_KINDS, type CeilingKind } from "@mingzhang/server/api";
import { parseCells } from "../grid/clipboard.ts";
import { CEILING_HEADINGS, IN_WAN_YUAN } from "../text/flow-messages.ts";
import { MESSAGES } from "../text/messages.ts";

/** Ceilings as they are typed, by body and kind. */
export type Typed = Readonly<Record<string, Readonly<Partial<Record<CeilingKind, string>>>>>;

export interface PastedCeilings {
  readonly typed: Typed;
  /** What was not understood: rows by their first cells, columns by their heading. */
  readonly unknownRows: readonly string[];
  readonly unknownColumns: readonly string[];
  /** Headings that count in 万元: amounts are in yuan. */
  readonly otherUnit: readonly string[];
}

/** An amount as the server takes it; undefined: it is none. Blank stays blank: no ceiling. */
export function plainAmount(text: string): string | undefined {
  const plain = text.replace(/[,，\s¥￥元]/gu, "");
  return plain === "" || /^\d{1,15}(\.\d{1,2})?$/.test(plain) ? plain : undefined;
}

/**
 * A table copied from a spreadsheet: a heading row with kinds, and rows that begin with the body's code, its name or
 * both, in whichever columns have no kind above them.
 */
export function readCeilings(text: string, bodies: readonly Body[]): PastedCeilings {
  const rows = parseCells(text).map((cells) => cells.map((cell) => cell.trim()));
  const counts = rows.map((cells) => cells.filter((cell) => kindOf(cell) !== undefined).length);
  const head = counts.indexOf(Math.max(...counts));
  const headings = rows[head] ?? [];
  const kinds = headings.map(kindOf);
  const first = kinds.findIndex((kind) => kind !== undefined);
  const byName = new Map(bodies.flatMap((body) => namesOf(body).map((name) => [name, body] as const)));
  const typed: Record<string, Partial<Record<CeilingKind, string>>> = {};
  const unknownRows: string[] = [];
  for (const cells of first < 0 ? [] : rows.slice(head + 1)) {
    const labels = cells.slice(0, first).filter((cell) => cell !== "");
    if (labels.length === 0) continue;
    const body = labels.map((label) => byName.get(label)).find((found) => found !== undefined);
    if (body === undefined) {
      unknownRows.push(labels.join(" "));
      continue;
    }
    typed[body.id] = Object.fromEntries(
      kinds.flatMap((kind, column) => (kind === undefined ? [] : [[kind, cells[column] ?? ""]])),
    );
  }
  return {
    typed,
    unknownRows,
    unknownColumns: headings.filter(
      (heading, at) => at >= first && heading !== "" && kinds[at] === undefined,
    ),
    otherUnit: headings.filter((heading) => IN_WAN_YUAN.test(heading)),
  };
}

function namesOf({ code, name, shortName, kind }: Body): readonly string[] {
  // Short names are told apart only within one department.
  return [code, name, `${code} ${name}`, ...(kind === "department" ? [shortName] : [])].filter(
    (text) => text !== "",
  );
}

function kindOf(heading: string): CeilingKind | undefined {
  const plain = heading.replace(/[（(].*[）)]/u, "").replace(/[“”"]/gu, "");
  return CEILING_KINDS.find((kind) => {
    const { zh, en } = MESSAGES[`ceiling.${kind}`];
    return plain === zh || plain === en || CEILING_HEADINGS[kind].test(plain);
  });
}
