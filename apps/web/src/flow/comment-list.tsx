import { ENTRY_SHEETS } from "@mingzhang/core";
import type { Anchor, Comment } from "@mingzhang/server/api";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { Nothing } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import { CommentDialog, type CommentTarget } from "./comment-dialog.tsx";
import { CommentThread } from "./comment-thread.tsx";

/** Comments with their answers, each with its way to the place that it stands beside: all, or those at some places. */
export function CommentList({ at }: { readonly at?: (anchor: Anchor) => boolean }) {
  const { say } = useText();
  const { comments, can, goToPlace } = useOpenBudget();
  const [openOnly, setOpenOnly] = useState(false);
  const [target, setTarget] = useState<CommentTarget>();
  const about = useAbout();
  const shown = comments.filter(
    ({ anchor, replyTo, resolvedAt }) =>
      replyTo === null && (!openOnly || resolvedAt === null) && (at?.(anchor) ?? true),
  );
  return (
    <section aria-label={say("comments.title")}>
      <div className="bar">
        <h2>{say("comments.title")}</h2>
        {at === undefined && can("comment") && (
          <Button
            onClick={() => setTarget({ anchor: { kind: "budget" }, about: say("comments.about.budget") })}
          >
            {say("comments.add")}
          </Button>
        )}
        <Checkbox checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)}>
          {say("comments.open-only")}
        </Checkbox>
      </div>
      {shown.length === 0 && <Nothing text={say("comments.none")} />}
      <ul className="plain-list">
        {shown.map((comment) => (
          <li key={comment.id} className="comment">
            <p className="quiet">
              {comment.anchor.kind === "budget" ? (
                about(comment)
              ) : (
                <Button type="link" className="to-place" onClick={() => goToPlace(comment.anchor)}>
                  {about(comment)}
                </Button>
              )}
            </p>
            <CommentThread comment={comment} onAnswer={setTarget} />
          </li>
        ))}
      </ul>
      <CommentDialog target={target} onClose={() => setTarget(undefined)} />
    </section>
  );
}

/** What a comment stands beside, in words. */
function useAbout(): (comment: Comment) => string {
  const { say, of, titled } = useText();
  const { live } = useOpenBudget();
  return ({ anchor }) => {
    if (anchor.kind === "budget") return say("comments.about.budget");
    if (anchor.kind === "sentence") return say("comments.about.sentence");
    if (anchor.kind === "figure") return say("comments.about.figure");
    if (anchor.kind === "finding") {
      const finding = live.checked?.findings.find(({ key }) => key === anchor.key);
      const what = finding === undefined ? (anchor.key.split("|").at(-1) ?? "") : of(finding.message);
      return say("comments.about.finding", { what });
    }
    const schema = ENTRY_SHEETS.find(({ id }) => id === anchor.sheet);
    return say("comments.about.row", { sheet: schema === undefined ? anchor.sheet : titled(schema) });
  };
}
