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
  const headings = headingsOf(disclosure);
  const titles = new Map(disclosure.tables.map(({ entry }) => [entry.number, entry.shortName]));
  return new Map(
    printedFigures(disclosure).map((figure) => [
      `${figure.table}/${figure.row}/${figure.name}/${figure.column}`,
      {
        table: titles.get(figure.table) ?? figure.table,
        row: [...new Set([figure.row, figure.name])].filter((part) => part !== "").join(" "),
        column: headings.get(`${figure.table}/${figure.column}`) ?? figure.column,
        text: figure.printed,
      },
    ]),
  );
}

/** The printed headings of the columns, by table and column. */
function headingsOf({ tables, variables }: Disclosure): ReadonlyMap<string, string> {
  const values = variables as unknown as Readonly<Record<string, string | number | undefined>>;
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  return new Map(
    tables.flatMap(({ entry, content }) =>
      content.kind === "forms"
        ? []
        : content.table.blocks.flatMap(({ definition }) =>
            definition.columns.map(
              ({ id, header }) => [`${entry.number}/${id}`, fill([...new Set(header)].join(" "))] as const,
            ),
          ),
    ),
  );
}
