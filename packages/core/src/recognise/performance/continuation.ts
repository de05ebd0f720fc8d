import { isBlank } from "../number.ts";
import type { ListHeader, Row } from "./header.ts";
import { readOperator } from "./target.ts";
import { type ColumnRole, isLevel1 } from "./words.ts";

/**
 * The header of the page before, fitted to a grid that repeats none: its columns from the right, where the
 * content of the columns with a closed vocabulary agrees. Undefined when that cannot be shown.
 */
export function continued(header: ListHeader, matrix: readonly Row[]): ListHeader | undefined {
  const width = Math.max(0, ...matrix.map((row) => row.length));
  const candidates = [same(header, width), fromRight(header, width)];
  return candidates.find((candidate) => candidate !== undefined && fits(candidate, matrix));
}

function same(header: ListHeader, width: number): ListHeader | undefined {
  return header.width === width ? { ...header, end: 0 } : undefined;
}

function fromRight(header: ListHeader, width: number): ListHeader | undefined {
  const starts = header.starts.slice(-width);
  if (starts.length !== width) return undefined;
  const roles = new Map<number, ColumnRole>();
  const texts = new Map<number, string>();
  for (const [column, start] of starts.entries()) {
    const role = header.roles.get(start);
    if (role !== undefined) roles.set(column, role);
    texts.set(column, header.texts.get(start) ?? "");
  }
  return { roles, texts, starts: starts.map((_, column) => column), end: 0, width };
}

/** Operators and first-level names are closed lists: a column of them shows that the others fit too. */
function fits({ roles }: ListHeader, matrix: readonly Row[]): boolean {
  const judged = [...roles].flatMap(([column, role]) => {
    const isWord = role === "operator" ? isOperator : role === "level1" ? isLevel1 : undefined;
    if (isWord === undefined) return [];
    const texts = matrix.map((row) => row[column]?.cell.text ?? "").filter((text) => !isBlank(text));
    return texts.length === 0 ? [] : [texts.every(isWord)];
  });
  return judged.length > 0 && judged.every((fit) => fit) && [...roles.values()].includes("name");
}

function isOperator(text: string): boolean {
  return readOperator(text) !== undefined;
}
