import { type Comment, ROLE_TEXTS } from "@mingzhang/server/api";
import { Button } from "antd";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { useAttempt } from "../layout/attempt.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";
import type { CommentTarget } from "./comment-dialog.tsx";

/** A comment with its answers, to be answered and resolved. */
export function CommentThread({
  comment,
  onAnswer,
}: {
  readonly comment: Comment;
  readonly onAnswer: (target: CommentTarget) => void;
}) {
  const { comments, can } = useOpenBudget();
  return (
    <>
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
          onReply={() => onAnswer({ anchor: comment.anchor, about: comment.text, replyTo: comment.id })}
        />
      )}
    </>
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
  const attempt = useAttempt();
  const resolved = comment.resolvedAt !== null;
  const turn = () => {
    const params = { budget: head.id, comment: comment.id };
    attempt(call("resolveComment", { params, body: { resolved: !resolved } }), reload);
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
