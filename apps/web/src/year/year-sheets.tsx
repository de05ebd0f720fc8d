import type { SheetSchema } from "@mingzhang/core";
import type { ReactNode } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { EntrySheet } from "../entry/entry-sheet.tsx";
import { useOpenSheet } from "../entry/open-sheet.ts";
import { SheetNav } from "../entry/sheet-nav.tsx";
import { PlaceComments } from "../flow/place-comments.tsx";
import { FindingsPanel } from "../live/findings-panel.tsx";
import { useText } from "../text/language.tsx";
import { goToSheet } from "./go-to-sheet.ts";

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
  const { say, of } = useText();
  const { head, entry, live } = useOpenBudget();
  const { sheets } = entry.state;
  const { schema, selection, setSelection, said, setSaid, open, aboutRow } = useOpenSheet(
    schemas,
    schemas[0]?.id ?? "",
  );
  if (schema === undefined) return null;
  const openOrGo = (sheet: string, row?: string, field?: string) => {
    if (schemas.some(({ id }) => id === sheet)) open(sheet, row, field);
    else goToSheet(head.id, sheet);
  };
  return (
    <div className="entry">
      <SheetNav
        schemas={schemas}
        sheets={sheets}
        current={schema.id}
        findings={live.checked?.findings ?? []}
        onOpen={(sheet) => open(sheet)}
      />
      <EntrySheet
        key={schema.id}
        schema={schema}
        selection={selection}
        onSelect={setSelection}
        onComment={(row) =>
          setSaid({ anchor: { kind: "row", sheet: schema.id, row }, about: aboutRow(schema.id, row) })
        }
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
          onGo={({ sheet, row, field }) => sheet !== undefined && openOrGo(sheet, row, field)}
          onComment={(finding) =>
            setSaid({ anchor: { kind: "finding", key: finding.key }, about: of(finding.message) })
          }
        />
      </aside>
      <PlaceComments place={said} onClose={() => setSaid(undefined)} />
    </div>
  );
}
