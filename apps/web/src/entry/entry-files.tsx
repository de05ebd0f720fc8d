import { type CallOutput, pathOf } from "@mingzhang/server/api";
import { Alert, Button, Modal, Upload } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { problemText } from "../layout/states.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";

/** The budget workbook, in and out. */
export function EntryFiles({ editable }: { readonly editable: boolean }) {
  const text = useText();
  const { say, of } = text;
  const { head } = useOpenBudget();
  const [answer, setAnswer] = useState<CallOutput<"importWorkbook">>();
  const [error, setError] = useState<unknown>();
  const send = async (files: readonly File[]) => {
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name);
    setError(undefined);
    try {
      setAnswer(await call("importWorkbook", { params: { budget: head.id }, files: form }));
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      {editable && (
        <Upload
          multiple
          showUploadList={false}
          accept=".xlsx,.xls,.ods,.csv,.et"
          beforeUpload={(file, list) => {
            if (file === list[0]) void send(list);
            return false;
          }}
        >
          <Button>{say("entry.import")}</Button>
        </Upload>
      )}
      <Button href={pathOf("exportWorkbook", { params: { budget: head.id }, query: {} })} download>
        {say("entry.export")}
      </Button>
      <Modal
        open={answer !== undefined || error !== undefined}
        title={say("entry.import")}
        footer={null}
        onCancel={() => {
          setAnswer(undefined);
          setError(undefined);
        }}
      >
        {error !== undefined && <Alert type="error" showIcon title={problemText(error, text)} />}
        {answer !== undefined && (
          <>
            <p role="status">{say("entry.imported", { rows: answer.rows })}</p>
            <ul>
              {answer.findings.map((finding) => (
                <li key={finding.message.zh} className={finding.level}>
                  {of(finding.message)}
                </li>
              ))}
            </ul>
          </>
        )}
      </Modal>
    </>
  );
}
