import { Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { cellOf, sheetOf } from "../entry/sheets.ts";
import { useText } from "../text/language.tsx";
import { CellField } from "./cell-field.tsx";
import type { Cells } from "./export.ts";
import { findLine, writeLine } from "./lines.ts";

export interface Line {
  readonly sheet: string;
  /** Which row it is. */
  readonly keys: Cells;
  /** Columns to be filled in, in their order. */
  readonly fields: readonly string[];
}

interface Props {
  readonly line: Line;
  readonly title: string;
  readonly onClose: () => void;
  /** What one should know when filling in. */
  readonly children?: ReactNode;
}

/** Fills in one row of a sheet of the year: the same row that the sheet shows. */
export function LineDialog({ line: { sheet, keys, fields }, title, onClose, children }: Props) {
  const { say } = useText();
  const { entry } = useOpenBudget();
  const { store, state } = entry;
  const row = findLine(state.sheets, sheet, keys);
  const [cells, setCells] = useState<Cells>(() =>
    Object.fromEntries(fields.map((field) => [field, cellOf(row, field)])),
  );
  const save = () => {
    store.edit(writeLine(store.state.sheets, sheet, keys, cells));
    onClose();
  };
  return (
    <Modal
      open
      style={{ top: 24 }}
      title={title}
      okText={say("action.save")}
      cancelText={say("action.cancel")}
      onOk={save}
      onCancel={onClose}
    >
      {children}
      {sheetOf(sheet)
        .columns.filter(({ id }) => fields.includes(id))
        .map((column) => (
          <CellField
            key={column.id}
            column={column}
            value={cells[column.id] ?? ""}
            sheets={state.sheets}
            onChange={(text) => setCells((now) => ({ ...now, [column.id]: text }))}
          />
        ))}
    </Modal>
  );
}
