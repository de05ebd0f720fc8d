import { compose, type Disclosure, inspect, printedFigures } from "@mingzhang/core";
import { type Frame, renderFrame } from "@mingzhang/renderers/frame";

interface ComparedFigure {
  readonly key: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly left: string;
  readonly right: string;
}

/** One side of a comparison as a page, with the numbers of the figures and sentences that the other side has not. */
export interface ComparedPage {
  readonly html: string;
  readonly figures: readonly number[];
  readonly sentences: readonly number[];
}

export interface Comparison {
  readonly figures: readonly ComparedFigure[];
  readonly left: ComparedPage;
  readonly right: ComparedPage;
}

/**
 * Two disclosures side by side: figures at the same place of the same table, in the order of the right one, and
 * sentences under the same heading. Last year's figures stand at the places of this year's.
 */
export function compare(left: Disclosure, right: Disclosure): Comparison {
  const [old, now] = [placesOf(left), placesOf(right)];
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))];
  const figures = keys.flatMap((key) => {
    const found = now.get(key) ?? old.get(key);
    if (found === undefined) return [];
    const { table, row, column } = found;
    return [{ key, table, row, column, left: old.get(key)?.text ?? "", right: now.get(key)?.text ?? "" }];
  });
  const changed = new Set(figures.filter((one) => one.left !== one.right).map(({ key }) => key));
  const [before, after] = [left, right].map((side) => renderFrame(compose(side), inspect(side)));
  if (before === undefined || after === undefined) throw new Error("no page");
  return {
    figures,
    left: pageOf(before, factsAt(old, changed), saidIn(before, left), saidIn(after, right)),
    right: pageOf(after, factsAt(now, changed), saidIn(after, right), saidIn(before, left)),
  };
}

function pageOf(
  page: Frame,
  facts: ReadonlySet<string>,
  own: readonly string[],
  other: readonly string[],
): ComparedPage {
  const said = new Set(other);
  const numbers = (flags: readonly boolean[]) => flags.flatMap((flag, number) => (flag ? [number] : []));
  return {
    html: page.html,
    figures: numbers(page.refs.map((ref) => facts.has(ref))),
    sentences: numbers(own.map((sentence) => !said.has(sentence))),
  };
}

/** What each sentence says under its heading; the year and the year before stand for themselves in any year. */
function saidIn({ sentences }: Frame, { variables: { year, prior } }: Disclosure): readonly string[] {
  return sentences.map(({ section, text }) =>
    `${section}/${text}`.replaceAll(String(year), "{year}").replaceAll(String(prior), "{prior}"),
  );
}

type Places = ReturnType<typeof placesOf>;

function factsAt(places: Places, keys: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...places].flatMap(([key, { fact }]) => (keys.has(key) ? [fact] : [])));
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
        fact: figure.fact.id,
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
