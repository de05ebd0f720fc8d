import type { SheetSchema } from "@mingzhang/core";
import { type ReactNode, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { EntrySheet } from "../entry/entry-sheet.tsx";
import { SheetNav } from "../entry/sheet-nav.tsx";
import { rowsOf } from "../entry/sheets.ts";
import type { CommentTarget } from "../flow/comment-dialog.tsx";
import { PlaceComments } from "../flow/place-comments.tsx";
import { type Selection, START } from "../grid/selection.ts";
import { FindingsPanel } from "../live/findings-panel.tsx";
import { useText } from "../text/language.tsx";
import { goToSheet } from "./sheet-tabs.ts";

interface Props {
  readonly schemas: readonly SheetSchema[];
  readonly mayEdit: (sheet: string) => boolean;
  /** What can be done with files of a sheet. */
  readonly files?: (sheet: string) => ReactNode;
  /** What stands beside the sheet, above the findings. */
  readonly children?: ReactNode;
}

/** Sheets to be filled in as a spreadsheet, with what was found in them. */
export function YearSheets({ schemas, mayEdit, files, children }: Props) {
  const { say, of, titled } = useText();
  const { head, entry, live } = useOpenBudget();
  const { sheets } = entry.state;
  const [sheetId, setSheetId] = useState(schemas[0]?.id ?? "");
  const [selection, setSelection] = useState<Selection>(START);
  const [said, setSaid] = useState<CommentTarget>();
  const schema = schemas.find(({ id }) => id === sheetId);
  if (schema === undefined) return null;
  const open = (sheet: string, row?: string, field?: string) => {
    const target = schemas.find(({ id }) => id === sheet);
    if (target === undefined) {
      goToSheet(head.id, sheet);
      return;
    }
    setSheetId(sheet);
    const at = rowsOf(sheets, sheet).findIndex(({ id }) => id === row);
    const column = Math.max(
      0,
      target.columns.findIndex(({ id }) => id === field),
    );
    setSelection(at < 0 ? START : { row: at, column, fromRow: at, fromColumn: column });
  };
  const about = (row: string) =>
    say("comments.about.numbered-row", {
      sheet: titled(schema),
      number: rowsOf(sheets, schema.id).findIndex(({ id }) => id === row) + 1,
    });
  return (
    <div className="entry">
      <SheetNav
        schemas={schemas}
        sheets={sheets}
        current={sheetId}
        findings={live.checked?.findings ?? []}
        onOpen={(sheet) => open(sheet)}
      />
      <EntrySheet
        key={schema.id}
        schema={schema}
        selection={selection}
        onSelect={setSelection}
        onComment={(row) => setSaid({ anchor: { kind: "row", sheet: schema.id, row }, about: about(row) })}
        editable={mayEdit(schema.id)}
        state={head.yearState ?? head.state}
        files={files?.(schema.id)}
      />
      <aside className="entry-findings" aria-label={say("year.beside")}>
        {children}
        <h2>{say("findings.title")}</h2>
        <FindingsPanel
          checked={live.checked}
          explanations={[]}
          onGo={({ sheet, row, field }) => sheet !== undefined && open(sheet, row, field)}
          onComment={(finding) =>
            setSaid({ anchor: { kind: "finding", key: finding.key }, about: of(finding.message) })
          }
        />
      </aside>
      <PlaceComments place={said} onClose={() => setSaid(undefined)} />
    </div>
  );
}
