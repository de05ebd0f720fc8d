import type { Fact } from "../fact/fact.ts";
import { figureText } from "../money/figure.ts";
import type { PerformanceForm } from "../table/performance.ts";
import type { DisclosedTable, Disclosure } from "./disclosure.ts";

/** One printed figure of a table, as in the open data: which table, row and column, and the printed text. */
export interface PrintedFigure {
  readonly table: string;
  readonly row: string;
  readonly name: string;
  readonly column: string;
  readonly printed: string;
  readonly fact: Fact;
}

/** Every printed figure of every table, in the order of the pack, row by row. */
export function printedFigures(disclosure: Disclosure): readonly PrintedFigure[] {
  return disclosure.tables.flatMap((table) => figuresOfTable(table, disclosure));
}

/** The text of a fact in a table: its figure, or the mark for growth on a nil base. */
export function printedText(fact: Fact, disclosure: Pick<Disclosure, "figures" | "profile">): string {
  const figure = disclosure.figures.get(fact.id);
  if (figure === undefined) return disclosure.profile.nilBase;
  return figureText(figure, disclosure.profile.format.grouping) + (figure.unit === "percent" ? "%" : "");
}

function figuresOfTable({ entry, content }: DisclosedTable, disclosure: Disclosure): PrintedFigure[] {
  const figure = (row: string, name: string, column: string, fact: Fact): PrintedFigure => ({
    table: entry.number,
    row,
    name,
    column,
    printed: printedText(fact, disclosure),
    fact,
  });
  if (content.kind === "forms") {
    return content.forms.flatMap((form) =>
      formFigures(form, disclosure).map(([row, column, fact]) => figure(row, row, column, fact)),
    );
  }
  return content.table.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      Object.entries(row.cells).map(([column, fact]) => figure(row.id, row.name, column, fact)),
    ),
  );
}

function formFigures(form: PerformanceForm, disclosure: Disclosure): [string, string, Fact][] {
  const row = form.project?.name ?? `${disclosure.variables.body}支出预算数`;
  const figures: [string, string, Fact][] = [[row, "amount", form.amount]];
  if (form.district !== undefined) figures.push([row, "district", form.district]);
  if (form.townSubsidy !== undefined) figures.push([row, "town-subsidy", form.townSubsidy]);
  return figures;
}
