import type { DisclosedTable, Disclosure } from "../disclosure/disclosure.ts";
import type { Grid } from "../document/document.ts";
import type { AmountFormat } from "../money/figure.ts";
import { fillText } from "../table/text.ts";

const UNIT_WORDS = { yuan: "元", "wan-yuan": "万元" } as const;

type Frame = Pick<Grid, "id" | "label" | "caption" | "shortName" | "aboveLeft" | "aboveRight" | "below">;

/** What is printed around a table: marker, title, body and unit above; notes below. */
export function frameOf(
  { entry, title }: DisclosedTable,
  { profile, variables, book }: Disclosure,
  filled: boolean,
  format: AmountFormat = profile.format,
): Frame {
  const notes = book.budget.notes.filter((note) => note.table === entry.table).map((note) => note.text);
  const whenEmpty =
    filled || notes.length > 0 ? [] : [fillText(entry.whenEmpty ?? profile.whenEmpty, variables)];
  return {
    id: `table-${entry.number}`,
    ...(entry.label === undefined ? {} : { label: fillText(entry.label, variables) }),
    caption: title,
    shortName: entry.shortName,
    aboveLeft: fillText(profile.aboveLeft, variables),
    aboveRight: profile.aboveRight.replace("{unit}", UNIT_WORDS[format.unit]),
    below: [...notes, ...whenEmpty],
  };
}
