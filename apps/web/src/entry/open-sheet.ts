import type { SheetSchema } from "@mingzhang/core";
import type { Anchor } from "@mingzhang/server/api";
import { useEffect, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import type { CommentTarget } from "../flow/comment-dialog.tsx";
import { type Selection, START } from "../grid/selection.ts";
import { useText } from "../text/language.tsx";
import { rowsOf } from "./sheets.ts";

/** Which of some sheets is open and where in it, and what is said beside it; goes where somebody asked to be shown. */
export function useOpenSheet(schemas: readonly SheetSchema[], first: string) {
  const { say, of, titled } = useText();
  const { entry, live, place, placeShown, goToPlace } = useOpenBudget();
  const [sheetId, setSheetId] = useState(first);
  const [selection, setSelection] = useState<Selection>(START);
  const [said, setSaid] = useState<CommentTarget>();
  const schemaOf = (sheet: string) => schemas.find(({ id }) => id === sheet);
  const placeOf = (sheet: string, row: string | undefined) =>
    rowsOf(entry.state.sheets, sheet).findIndex(({ id }) => id === row);

  const open = (sheet: string, row?: string, field?: string): boolean => {
    setSheetId(sheet);
    const at = placeOf(sheet, row);
    const columns = schemaOf(sheet)?.columns ?? [];
    const column = Math.max(
      0,
      columns.findIndex(({ id }) => id === field),
    );
    setSelection(at < 0 ? START : { row: at, column, fromRow: at, fromColumn: column });
    return at >= 0;
  };
  const aboutRow = (sheet: string, row: string): string => {
    const schema = schemaOf(sheet);
    const number = placeOf(sheet, row) + 1;
    return say("comments.about.numbered-row", {
      sheet: schema === undefined ? sheet : titled(schema),
      number,
    });
  };
  const show = (anchor: Anchor, about: string | undefined) => {
    setSaid({ anchor, about: about ?? say("comments.place-gone") });
    placeShown();
  };
  const { checked } = live;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is opened once, when it is asked for.
  useEffect(() => {
    if (place?.kind === "row") {
      const found = schemaOf(place.sheet) !== undefined && open(place.sheet, place.row, place.field);
      show(place, found ? aboutRow(place.sheet, place.row) : undefined);
    }
    if (place?.kind !== "finding" || checked === undefined) return;
    const finding = checked.findings.find(({ key }) => key === place.key);
    if (finding === undefined && !checked.settled) return;
    const sheet = finding?.sheet;
    if (sheet !== undefined && schemaOf(sheet) === undefined) {
      goToPlace(place);
      return;
    }
    if (sheet !== undefined) open(sheet, finding?.row, finding?.field);
    show(place, finding && of(finding.message));
  }, [place, checked]);
  return { sheetId, selection, setSelection, said, setSaid, open, aboutRow, schema: schemaOf(sheetId) };
}
