import type { Grid } from "../document/document.ts";
import type { ContentsEntry } from "../pack/pack.ts";
import { conceptOfTitle } from "./lexicon/titles.ts";
import { numberOf } from "./tables.ts";
import { plain } from "./text.ts";

/** What a table catalogue (公开目录) promises: a title a row, with the table's number where one is printed. */
export function readCatalogue(grid: Grid): readonly ContentsEntry[] {
  const emptyColumn = (grid.rows[0] ?? []).findIndex((cell) => /空表/u.test(plain(cell.text)));
  return grid.rows.slice(grid.headerRows).flatMap((row): ContentsEntry[] => {
    const texts = row.map((cell) => cell.text).filter((text) => plain(text) !== "");
    const title = texts.toSorted((a, b) => b.length - a.length)[0];
    if (title === undefined || conceptOfTitle(title) === "other") return [];
    const tableNumber = texts
      .filter((text) => text !== title)
      .map(numberOf)
      .find((number) => number !== undefined && number !== "0");
    const declaredEmpty = emptyColumn >= 0 && plain(row[emptyColumn]?.text ?? "") === "是";
    const place = row.find((cell) => cell.text === title)?.place;
    return [
      {
        text: title,
        ...(tableNumber === undefined ? {} : { tableNumber }),
        ...(declaredEmpty ? { declaredEmpty } : {}),
        ...(place === undefined ? {} : { place }),
      },
    ];
  });
}
