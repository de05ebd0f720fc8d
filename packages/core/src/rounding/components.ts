import type { OpenRow } from "./decide.ts";

/** Rows in groups that share no figure: each can be decided by itself. */
export function componentsOf(rows: readonly OpenRow[]): readonly (readonly OpenRow[])[] {
  const parents = new Map<number, number>();
  const find = (figure: number): number => {
    let root = figure;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    parents.set(figure, root);
    return root;
  };
  for (const { terms } of rows) {
    const [first] = terms;
    if (first === undefined) continue;
    for (const { figure } of terms) {
      const [a, b] = [find(first.figure), find(figure)];
      if (a !== b) parents.set(Math.max(a, b), Math.min(a, b));
    }
  }
  const groups = new Map<number, OpenRow[]>();
  for (const row of rows) {
    const root = find(row.terms[0]?.figure ?? -1);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
