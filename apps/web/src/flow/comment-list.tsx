import { BUDGET_SHEETS } from "@mingzhang/core";
import { type Comment, ROLE_TEXTS } from "@mingzhang/server/api";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { Nothing } from "../layout/states.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";
import { CommentDialog, type CommentTarget } from "./comment-dialog.tsx";

/** All comments with their answers, open ones first in mind. */
export function CommentList() {
  const { say } = useText();
  const { comments, can } = useOpenBudget();
  const [openOnly, setOpenOnly] = useState(false);
  const [target, setTarget] = useState<CommentTarget>();
  const about = useAbout();
  const shown = comments.filter(
    ({ replyTo, resolvedAt }) => replyTo === null && (!openOnly || resolvedAt === null),
  );
  return (
    <section aria-label={say("comments.title")}>
      <div className="bar">
        <h2>{say("comments.title")}</h2>
        {can("comment") && (
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
            <p className="quiet">{about(comment)}</p>
            <CommentText comment={comment} />
            {comments
              .filter(({ replyTo }) => replyTo === comment.id)
              .map((reply) => (
                <div key={reply.id} className="reply">
                  <CommentText comment={reply} />
                </div>
              ))}
            {can("comment") && (
              <CommentActions
                comment={comment}
                onReply={() =>
                  setTarget({ anchor: comment.anchor, about: comment.text, replyTo: comment.id })
                }
              />
            )}
          </li>
        ))}
      </ul>
      <CommentDialog target={target} onClose={() => setTarget(undefined)} />
    </section>
  );
}

function CommentText({ comment }: { readonly comment: Comment }) {
  const { say, of, language } = useText();
  const role = comment.role === null ? "" : of(ROLE_TEXTS[comment.role]);
  return (
    <p>
      <b>{comment.personName}</b>{" "}
      <span className="quiet">
        {role} {localTime(comment.at, language)}
      </span>
      <br />
      <span className="said">{comment.text}</span>
      {comment.resolvedAt !== null && (
        <span className="quiet"> {say("comments.resolved", { person: comment.resolvedBy ?? "" })}</span>
      )}
    </p>
  );
}

function CommentActions({ comment, onReply }: { readonly comment: Comment; readonly onReply: () => void }) {
  const { say } = useText();
  const { head, reload } = useOpenBudget();
  const resolved = comment.resolvedAt !== null;
  const turn = () => {
    const params = { budget: head.id, comment: comment.id };
    call("resolveComment", { params, body: { resolved: !resolved } }).then(reload, reload);
  };
  return (
    <div>
      <Button type="link" onClick={onReply}>
        {say("comments.reply")}
      </Button>
      <Button type="link" onClick={turn}>
        {say(resolved ? "comments.reopen" : "comments.resolve")}
      </Button>
    </div>
  );
}

/** What a comment stands beside, in words. */
function useAbout(): (comment: Comment) => string {
  const { say, of } = useText();
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
    const sheet = BUDGET_SHEETS.find(({ id }) => id === anchor.sheet)?.title ?? anchor.sheet;
    return say("comments.about.row", { sheet });
  };
}
