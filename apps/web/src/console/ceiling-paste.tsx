import type { Body } from "@mingzhang/server/api";
import { Alert, Button, Input, Modal } from "antd";
import { useState } from "react";
import { useText } from "../text/language.tsx";
import { readCeilings, type Typed } from "./ceiling-table.ts";

interface Props {
  readonly bodies: readonly Body[];
  readonly onTake: (given: Typed) => void;
}

/** A whole table from a spreadsheet, found again by codes, names and headings before it is taken over. */
export function PasteCeilings({ bodies, onTake }: Props) {
  const { say } = useText();
  const [text, setText] = useState<string>();
  const read = readCeilings(text ?? "", bodies);
  const found = Object.keys(read.typed).length;
  const faults = [
    ...read.otherUnit.map((heading) => say("ceilings.paste.other-unit", { heading })),
    ...read.unknownRows.map((row) => say("ceilings.paste.unknown-row", { row })),
    ...read.unknownColumns.map((column) => say("ceilings.paste.unknown-column", { column })),
  ];
  const isWritten = text !== undefined && text.trim() !== "";
  return (
    <>
      <Button onClick={() => setText("")}>{say("ceilings.paste")}</Button>
      <Modal
        open={text !== undefined}
        title={say("ceilings.paste")}
        okText={say("ceilings.paste.take", { count: found })}
        cancelText={say("action.cancel")}
        okButtonProps={{ disabled: found === 0 || read.otherUnit.length > 0 }}
        onOk={() => {
          onTake(read.typed);
          setText(undefined);
        }}
        onCancel={() => setText(undefined)}
      >
        <p className="quiet">{say("ceilings.paste.help")}</p>
        <Input.TextArea
          aria-label={say("ceilings.paste.table")}
          rows={8}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="spaced"
        />
        {isWritten && found === 0 && <Alert type="warning" showIcon title={say("ceilings.paste.nothing")} />}
        {isWritten && faults.length > 0 && (
          <ul className="warning scrolls">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
      </Modal>
    </>
  );
}
