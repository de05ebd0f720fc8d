import { Alert, Button, Input, Modal } from "antd";
import { useMemo, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { randomId } from "../entry/use-entry.ts";
import { useText } from "../text/language.tsx";
import { appended, EXPORT_TARGETS, type PastedExport, readExport } from "./pasted-export.ts";

const NOTHING: PastedExport = { rows: [], findings: [] };
const MOST = 20;

/** Takes the rows of another system's export into a sheet, by the headings that came with them. */
export function PasteExport({ sheet }: { readonly sheet: string }) {
  const { say, of } = useText();
  const { entry } = useOpenBudget();
  const { store, state } = entry;
  const [text, setText] = useState<string>();
  const target = EXPORT_TARGETS[sheet];
  const isWritten = text !== undefined && text.trim() !== "";
  const { rows, findings } = useMemo(
    () => (target === undefined || !isWritten ? NOTHING : readExport(text, target, state.sheets)),
    [target, isWritten, text, state.sheets],
  );
  if (target === undefined) return null;
  const close = () => setText(undefined);
  const take = () => {
    store.edit(appended(state.sheets, sheet, { rows, newId: randomId }));
    close();
  };
  return (
    <>
      <Button onClick={() => setText("")}>{say("export.paste")}</Button>
      <Modal
        open={text !== undefined}
        title={say("export.paste")}
        okText={say("export.take", { count: rows.length })}
        cancelText={say("action.cancel")}
        okButtonProps={{ disabled: rows.length === 0 }}
        onOk={take}
        onCancel={close}
      >
        <p className="quiet">{say("export.help")}</p>
        <Input.TextArea
          aria-label={say("export.table")}
          rows={8}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="spaced"
        />
        {isWritten && rows.length === 0 && <Alert type="warning" showIcon title={say("export.nothing")} />}
        <ul className="plain-list scrolls">
          {findings.slice(0, MOST).map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same of different places.
            <li key={index} className={finding.level}>
              {of(finding.message)}
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
