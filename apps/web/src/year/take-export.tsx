import { Alert, Button, Input, Modal, Select, Upload } from "antd";
import { useMemo, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { randomId } from "../entry/use-entry.ts";
import { problemText } from "../layout/states.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { appended, EXPORT_TARGETS, type Export, readExport } from "./export.ts";
import { ExportPreview } from "./export-preview.tsx";

/** Takes the rows of another system's export into a sheet: of a file, or pasted with the headings that came with them. */
export function TakeExport({ sheet }: { readonly sheet: string }) {
  const { say } = useText();
  const [open, setOpen] = useState(false);
  if (EXPORT_TARGETS[sheet] === undefined) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say("export.open")}</Button>
      {open && <Taking sheet={sheet} onClose={() => setOpen(false)} />}
    </>
  );
}

function Taking({ sheet, onClose }: { readonly sheet: string; readonly onClose: () => void }) {
  const { say } = useText();
  const { entry } = useOpenBudget();
  const { store, state } = entry;
  const [text, setText] = useState("");
  const sent = useSentFile(sheet);
  const target = EXPORT_TARGETS[sheet];
  const pasted = useMemo(
    () => (target === undefined || text.trim() === "" ? undefined : readExport(text, target, state.sheets)),
    [target, text, state.sheets],
  );
  const shown = pasted ?? sent.reading;
  const rows = shown?.rows ?? [];
  const take = () => {
    store.edit(appended(state.sheets, sheet, { rows, newId: randomId }));
    onClose();
  };
  return (
    <Modal
      open
      width={820}
      title={say("export.open")}
      okText={say("export.take", { count: rows.length })}
      cancelText={say("action.cancel")}
      okButtonProps={{ disabled: rows.length === 0 }}
      onOk={take}
      onCancel={onClose}
    >
      <p className="quiet">{say("export.help")}</p>
      <div className="bar">
        <Upload
          showUploadList={false}
          accept=".xlsx,.xls,.ods,.csv,.et"
          beforeUpload={(file) => {
            setText("");
            sent.send(file);
            return false;
          }}
        >
          <Button loading={sent.isReading}>{say("export.file")}</Button>
        </Upload>
        <span className="quiet">{sent.name}</span>
        {sent.choices.length > 0 && (
          <Select
            aria-label={say("export.choose")}
            placeholder={say("export.choose")}
            className="wide-select"
            options={sent.choices.map((name) => ({ value: name, label: name }))}
            onChange={sent.choose}
          />
        )}
      </div>
      <Input.TextArea
        aria-label={say("export.table")}
        placeholder={say("export.table")}
        rows={pasted === undefined && sent.reading === undefined ? 8 : 2}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="spaced"
      />
      {sent.problem !== undefined && (
        <Alert type="error" showIcon role="alert" title={sent.problem} className="spaced" />
      )}
      {shown !== undefined && <ExportPreview sheet={sheet} read={shown} />}
    </Modal>
  );
}

/** A file as the server reads it. */
function useSentFile(sheet: string) {
  const text = useText();
  const { head } = useOpenBudget();
  const [file, setFile] = useState<File>();
  const [reading, setReading] = useState<Export>();
  const [choices, setChoices] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>();
  const [isReading, setIsReading] = useState(false);
  const send = async (sent: File, name?: string) => {
    setFile(sent);
    setReading(undefined);
    setError(undefined);
    if (name === undefined) setChoices([]);
    setIsReading(true);
    const files = new FormData();
    files.append("file", sent, sent.name);
    try {
      const params = { budget: head.id, sheet };
      const answer = await call("readExport", { params, query: name === undefined ? {} : { name }, files });
      if (answer.choices.length > 0) setChoices(answer.choices);
      else setReading({ ...answer, findings: answer.findings as Export["findings"] });
    } catch (failure) {
      setError(failure);
    }
    setIsReading(false);
  };
  return {
    name: file?.name,
    reading,
    choices,
    isReading,
    problem: error === undefined ? undefined : problemText(error, text),
    send: (sent: File) => void send(sent),
    choose: (name: string) => file !== undefined && void send(file, name),
  };
}
