import { Button, Upload } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { problemText } from "../layout/states.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";

interface Props {
  readonly name: string;
  readonly onAttach: (file: { readonly attachment: string; readonly attachment_sha256: string }) => void;
}

/** A file behind a record. It is sent at once; the record keeps its name and digest. */
export function AttachmentField({ name, onAttach }: Props) {
  const text = useText();
  const { say } = text;
  const { head } = useOpenBudget();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (file: File) => {
    const files = new FormData();
    files.append("files", file, file.name);
    setBusy(true);
    setError(undefined);
    try {
      const { attachments } = await call("attach", { params: { budget: head.id }, query: {}, files });
      const [sent] = attachments;
      if (sent !== undefined) onAttach({ attachment: sent.name, attachment_sha256: sent.sha256 });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="cell-field">
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <Button loading={busy} block>
          {name === "" ? say("record.attach") : say("record.attached", { name })}
        </Button>
      </Upload>
      <small className="quiet">{say("record.attach.confined")}</small>
      {error !== undefined && (
        <p role="alert" className="error">
          {say("record.attach.failed", { why: problemText(error, text) })}
        </p>
      )}
    </div>
  );
}
