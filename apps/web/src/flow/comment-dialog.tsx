import type { Anchor } from "@mingzhang/server/api";
import { Alert, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { problemText } from "../layout/states.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";

/** What is commented on, and how to call it. */
export interface CommentTarget {
  readonly anchor: Anchor;
  readonly about: string;
  readonly replyTo?: string;
}

/** Where the place's key says nothing to people, or may later stand beside other words, its name goes before what is said. */
const named: ReadonlySet<Anchor["kind"]> = new Set(["figure", "sentence"]);
const MOST = 60;

function shortened(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}……` : text;
}

export function CommentDialog({
  target,
  onClose,
}: {
  readonly target: CommentTarget | undefined;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { say } = text;
  const { head, reload } = useOpenBudget();
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>();
  const close = () => {
    setSaid("");
    setError(undefined);
    onClose();
  };
  const send = async () => {
    if (target === undefined || said.trim() === "") return;
    const { anchor, replyTo } = target;
    try {
      const words =
        named.has(anchor.kind) && replyTo === undefined ? `【${shortened(target.about)}】${said}` : said;
      const body = { anchor, text: words, ...(replyTo !== undefined && { replyTo }) };
      await call("comment", { params: { budget: head.id }, body });
      reload();
      close();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal
      open={target !== undefined}
      title={target?.replyTo === undefined ? say("comments.add") : say("comments.reply")}
      okText={say("action.save")}
      cancelText={say("action.cancel")}
      okButtonProps={{ disabled: said.trim() === "" }}
      onOk={send}
      onCancel={close}
    >
      <p className="quiet">{target?.about}</p>
      <Form.Item>
        <Input.TextArea
          aria-label={say("comments.text")}
          rows={4}
          value={said}
          autoFocus
          onChange={(event) => setSaid(event.target.value)}
        />
      </Form.Item>
      {error !== undefined && <Alert type="error" showIcon title={problemText(error, text)} role="alert" />}
    </Modal>
  );
}
