import type { Anchor, Comment } from "@mingzhang/server/api";

/** One place of a budget as a text: two anchors of one place have the same. */
export function placeKey(anchor: Anchor): string {
  switch (anchor.kind) {
    case "budget":
      return "budget";
    case "figure":
    case "finding":
      return `${anchor.kind}/${anchor.key}`;
    case "sentence":
      return `sentence/${anchor.section}/${anchor.index}`;
    case "row":
      return `row/${anchor.sheet}/${anchor.row}`;
  }
}

export interface Said {
  /** Not answers. */
  readonly comments: number;
  readonly open: number;
}

/** How much is said at each place. */
export function saidAt(comments: readonly Comment[]): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const { anchor, replyTo, resolvedAt } of comments) {
    if (replyTo !== null) continue;
    const key = placeKey(anchor);
    const known = said.get(key) ?? { comments: 0, open: 0 };
    said.set(key, {
      comments: known.comments + 1,
      open: known.open + (resolvedAt === null ? 1 : 0),
    });
  }
  return said;
}
