import type { DisclosedTable, Disclosure } from "../disclosure/disclosure.ts";
import type { Grid } from "../document/document.ts";
import { notesOf } from "../narrative/texts.ts";
import type { TableDefinition } from "../table/definition.ts";
import { fillText } from "../table/text.ts";

const UNIT_WORDS = { yuan: "元", "wan-yuan": "万元" } as const;

type Frame = Pick<Grid, "id" | "label" | "caption" | "shortName" | "aboveLeft" | "aboveRight" | "below">;

/** What is printed around a table: marker, title, body and unit above; notes below. */
export function frameOf(
  { entry, title }: DisclosedTable,
  { profile, variables, book }: Disclosure,
  table: { readonly filled: boolean; readonly definition?: TableDefinition },
): Frame {
  const { format = profile.format, counterpart } = table.definition ?? {};
  const ids = [entry.table, counterpart];
  const notes = notesOf(book)
    .filter((note) => note.table && ids.includes(note.table))
    .map((note) => note.text);
  const whenEmpty =
    table.filled || notes.length > 0 ? [] : [fillText(entry.whenEmpty ?? profile.whenEmpty, variables)];
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
