import type { Anchor } from "@mingzhang/server/api";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { useText } from "../text/language.tsx";
import { CommentDialog, type CommentTarget } from "./comment-dialog.tsx";
import { CommentThread } from "./comment-thread.tsx";
import { placeKey } from "./places.ts";

/** What is said at one place, with a way to say more. */
export function CommentsHere({ anchor, about }: { readonly anchor: Anchor; readonly about: string }) {
  const { say } = useText();
  const { comments, can } = useOpenBudget();
  const [target, setTarget] = useState<CommentTarget>();
  const here = comments.filter(
    (comment) => comment.replyTo === null && placeKey(comment.anchor) === placeKey(anchor),
  );
  return (
    <>
      {here.length === 0 && <p className="quiet">{say("comments.none-here")}</p>}
      <ul className="plain-list">
        {here.map((comment) => (
          <li key={comment.id} className="comment">
            <CommentThread comment={comment} onAnswer={setTarget} />
          </li>
        ))}
      </ul>
      {can("comment") && (
        <Button type={here.length === 0 ? "primary" : "default"} onClick={() => setTarget({ anchor, about })}>
          {say(anchor.kind === "figure" ? "figure.comment" : "comments.add")}
        </Button>
      )}
      <CommentDialog target={target} onClose={() => setTarget(undefined)} />
    </>
  );
}

/** The same beside the page, for places that have no drawer of their own. */
export function PlaceComments({
  place,
  onClose,
}: {
  readonly place: CommentTarget | undefined;
  readonly onClose: () => void;
}) {
  const { say } = useText();
  return (
    <Drawer
      open={place !== undefined}
      onClose={onClose}
      title={say("comments.here")}
      size={380}
      mask={false}
      destroyOnHidden
    >
      {place !== undefined && (
        <>
          <p className="quoted">{place.about}</p>
          <CommentsHere anchor={place.anchor} about={place.about} />
        </>
      )}
    </Drawer>
  );
}
