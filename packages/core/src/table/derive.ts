import { type Book, codesOf, isPriorKnown } from "../book/book.ts";
import { nameOf } from "../catalogue/name.ts";
import type { Fact } from "../fact/fact.ts";
import type { FactBook } from "../fact/fact-book.ts";
import { combine, type MeasureTemplate } from "../measure/measure.ts";
import {
  type BlockDefinition,
  type Classification,
  type ClassifiedRows,
  CODE_LENGTH,
  type FixedRow,
  type TableDefinition,
} from "./definition.ts";
import { type DerivedBlock, type DerivedRow, type DerivedTable, figureColumns } from "./derived.ts";
import { identitiesOf } from "./identities.ts";
import { fillText, type TextVariables } from "./text.ts";

const CATALOGUES = {
  functional: "functional",
  departmentEconomic: "department-economic",
  governmentEconomic: "government-economic",
} as const satisfies Record<Classification, string>;

/** Fills a table definition from a body's book. */
export function deriveTable(
  definition: TableDefinition,
  facts: FactBook,
  variables: TextVariables,
): DerivedTable {
  const blocks = definition.blocks.map((block) => deriveBlock(definition, block, facts, variables));
  return {
    definition,
    blocks,
    identities: blocks.flatMap((block, index) => identitiesOf(block, index)),
    filled: blocks.some((block) => block.rows.some((row) => Object.keys(row.cells).length > 0)),
  };
}

function deriveBlock(
  table: TableDefinition,
  block: BlockDefinition,
  facts: FactBook,
  variables: TextVariables,
): DerivedBlock {
  const scope = combine(table.scope, block.scope);
  const fill = new RowFiller(table, block, scope, facts);
  const rows = block.rows.flatMap((row) => {
    if ("each" in row) return classifiedRows(row, block, scope, facts.book, fill);
    const fixed = fixedRow(row, fill, variables);
    return row.whenFilled && !isFilled(fixed) ? [] : [fixed];
  });
  const columns = block.columns.filter(
    (column) => !column.whenFilled || rows.some((row) => isFilled(row, column.id)),
  );
  return { definition: { ...block, columns }, rows };
}

/** Whether a row states an amount other than nil, anywhere or in one column. */
function isFilled({ cells }: DerivedRow, column?: string): boolean {
  const facts = column === undefined ? Object.values(cells) : [cells[column]];
  return facts.some((fact) => fact !== undefined && fact.exact !== 0n);
}

function fixedRow(row: FixedRow, fill: RowFiller, variables: TextVariables): DerivedRow {
  const id = fillText(row.id, variables);
  return {
    id,
    source: row.id,
    name: fillText(row.name ?? row.id, variables),
    label: fillText(row.label, variables),
    ...(row.code === undefined ? {} : { code: row.code }),
    indent: row.indent ?? 0,
    strong: row.strong ?? false,
    ...(row.band === undefined ? {} : { band: row.band }),
    cells: fill.cells(row.measure, row.cells),
  };
}

/** One row for each code in use, every code under its parents. */
function classifiedRows(
  rows: ClassifiedRows,
  block: BlockDefinition,
  scope: MeasureTemplate,
  book: Book,
  fill: RowFiller,
): DerivedRow[] {
  const measures = figureColumns(block).flatMap((column) =>
    "measure" in column ? [combine(scope, rows.measure, column.measure)] : [],
  );
  const used = new Set(measures.flatMap((measure) => [...codesOf(book, measure, rows.each)]));
  const lengths = rows.levels.map((level) => CODE_LENGTH[level]);
  const codes = new Set([...used].flatMap((code) => lengths.map((length) => code.slice(0, length))));
  return [...codes].sort().map((code, index) => {
    const name = nameOf(CATALOGUES[rows.each], code, book.budget.department.year) ?? `科目${code}`;
    const key = rows.named === "code-and-name" ? `${code} ${name}` : code;
    return {
      id: key,
      source: rows.id,
      name: rows.named === "code-and-name" ? key : name,
      label: rows.numbered ? `${chineseNumber(index + 1)}、${name}` : name,
      code,
      indent: rows.indent ?? lengths.indexOf(code.length),
      strong: false,
      cells: fill.cells({ ...rows.measure, [rows.each]: code }),
    };
  });
}

/** Fills the cells of one row; a cell that states nothing or nil stays blank. */
class RowFiller {
  constructor(
    private readonly table: TableDefinition,
    private readonly block: BlockDefinition,
    private readonly scope: MeasureTemplate,
    private readonly facts: FactBook,
  ) {}

  cells(measure: MeasureTemplate | undefined, overrides: FixedRow["cells"] = {}): Record<string, Fact> {
    const cells: Record<string, Fact> = {};
    const nils: [string, Fact][] = [];
    for (const column of figureColumns(this.block)) {
      const override = overrides[column.id];
      if (override === null) continue;
      if ("growth" in column) this.growth(cells, column.id, measure, column.growth);
      else {
        const template = combine(this.scope, override ?? measure, column.measure);
        const fact = this.facts.amount(template, this.format());
        if (fact.exact !== 0n) cells[column.id] = fact;
        else if (column.nil === "zero") nils.push([column.id, fact]);
      }
    }
    if (Object.keys(cells).length > 0) for (const [id, fact] of nils) cells[id] = fact;
    return cells;
  }

  private growth(
    cells: Record<string, Fact>,
    id: string,
    measure: MeasureTemplate | undefined,
    [now, base]: readonly [string, string],
  ): void {
    if (cells[now] === undefined && cells[base] === undefined) return;
    const template = (column: string) => combine(this.scope, measure, this.measureOf(column));
    if (!isPriorKnown(this.facts.book, template(base))) return;
    cells[id] = this.facts.growth(template(now), template(base));
  }

  private measureOf(columnId: string): MeasureTemplate {
    const column = figureColumns(this.block).find((candidate) => candidate.id === columnId);
    return column !== undefined && "measure" in column ? column.measure : {};
  }

  private format() {
    return { ...this.facts.format, ...this.table.format };
  }
}

const DIGITS = "零一二三四五六七八九";

/** 1 → 一, 12 → 十二, 20 → 二十; for the numbers of headings and list items (1 to 99). */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return head + (ones === 0 && tens > 0 ? "" : DIGITS[ones]);
}
