import { type Disclosure, printedFigures } from "@mingzhang/core";

export interface ComparedFigure {
  readonly key: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly left: string;
  readonly right: string;
}

/** The figures of two disclosures side by side: the same place of the same table, in the order of the right one. */
export function compareFigures(left: Disclosure, right: Disclosure): readonly ComparedFigure[] {
  const [old, now] = [placesOf(left), placesOf(right)];
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))];
  return keys.flatMap((key) => {
    const place = now.get(key) ?? old.get(key);
    if (place === undefined) return [];
    return [{ key, ...place, left: old.get(key)?.text ?? "", right: now.get(key)?.text ?? "" }];
  });
}

function placesOf(disclosure: Disclosure) {
  const titles = new Map(disclosure.tables.map(({ entry }) => [entry.number, entry.shortName]));
  return new Map(
    printedFigures(disclosure).map((figure) => [
      `${figure.table}/${figure.row}/${figure.name}/${figure.column}`,
      {
        table: titles.get(figure.table) ?? figure.table,
        row: [figure.row, figure.name].filter((part) => part !== "").join(" "),
        column: figure.column,
        text: figure.printed,
      },
    ]),
  );
}
