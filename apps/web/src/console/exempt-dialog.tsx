import type { Obligation } from "@mingzhang/server/api";
import { Alert, Input, Modal } from "antd";
import { useState } from "react";
import { problemText } from "../layout/states.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";

interface Props {
  readonly obligation: Obligation;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function ExemptDialog({ obligation: { bodyId, year, document, exemption }, onDone, onClose }: Props) {
  const text = useText();
  const { say } = text;
  const [reason, setReason] = useState(exemption);
  const [error, setError] = useState<unknown>();
  const save = async () => {
    try {
      await call("exempt", { params: { body: bodyId, year, document }, body: { exemption: reason } });
      onDone();
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal
      open
      title={say("exempt.title")}
      okText={say("action.save")}
      cancelText={say("action.cancel")}
      onOk={save}
      onCancel={onClose}
    >
      <Input
        aria-label={say("exempt.reason")}
        placeholder={say("exempt.reason")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {error !== undefined && <Alert type="error" showIcon role="alert" title={problemText(error, text)} />}
    </Modal>
  );
}
