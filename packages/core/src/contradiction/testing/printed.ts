import fc from "fast-check";
import { fen } from "../../money/fen.ts";
import { type AmountFormat, figureText, roundAmount } from "../../money/figure.ts";
import { type Identity, type PrintedFigure, sumIdentity } from "../../rules/identity.ts";
import { Surroundings } from "../surroundings.ts";
import type { StatedIdentity } from "../system.ts";

const WAN: AmountFormat = { unit: "wan-yuan", decimals: 2 };
const YUAN: AmountFormat = { unit: "yuan", decimals: 2 };

/** No pack around the figures: neither neighbours nor usual decimals. */
export const NOWHERE = new Surroundings(new Map());

/** A figure of so many units as printed, e.g. wan("a", "12.34"). */
export function wan(id: string, text: string): PrintedFigure {
  const decimals = text.split(".")[1]?.length ?? 0;
  return { id, text, figure: { unit: "wan-yuan", decimals, scaled: BigInt(text.replace(".", "")) } };
}

export function state(total: PrintedFigure, ...parts: readonly PrintedFigure[]): StatedIdentity {
  return {
    rule: "test",
    identity: sumIdentity(
      total,
      parts.map((fact) => ({ fact, sign: 1 })),
    ),
  };
}

/** A table of amounts with totals down and across, printed rounded, and its totals again elsewhere in yuan. */
export interface PrintedTable {
  readonly stated: readonly StatedIdentity[];
  /** True amounts in fen by the figures' ids. */
  readonly truth: ReadonlyMap<string, bigint>;
}

export const arbitraryTable: fc.Arbitrary<PrintedTable> = fc
  .integer({ min: 2, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: columns, maxLength: columns }), {
      minLength: 2,
      maxLength: 5,
    }),
  )
  .map(tableOf);

function tableOf(amounts: readonly (readonly number[])[]): PrintedTable {
  const truth = new Map<string, bigint>();
  const add = (id: string, value: bigint, format: AmountFormat) => {
    truth.set(id, value);
    const figure = roundAmount(fen(value), format);
    return { id, figure, text: figureText(figure) };
  };
  const cells = amounts.map((row, r) => row.map((value, c) => add(`${r}:${c}`, BigInt(value), WAN)));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + BigInt(value), 0n);
  const rows = amounts.map((row, r) => add(`row ${r}`, sum(row), WAN));
  const columns = (amounts[0] ?? []).map((_, c) =>
    add(`column ${c}`, sum(amounts.map((row) => row[c] ?? 0)), WAN),
  );
  const total = add("total", sum(amounts.flat()), WAN);
  const again = rows.map((_, r) => add(`again ${r}`, truth.get(`row ${r}`) ?? 0n, YUAN));
  const stated = [
    ...rows.map((row, r) => state(row, ...(cells[r] ?? []))),
    ...columns.map((column, c) => state(column, ...cells.flatMap((row) => row[c] ?? []))),
    state(total, ...rows),
    state(total, ...columns),
    ...rows.flatMap((row, r) => (again[r] === undefined ? [] : [state(row, again[r])])),
  ];
  return { stated, truth };
}

/** The identities with one figure printed otherwise. */
export function replant(
  stated: readonly StatedIdentity[],
  id: string,
  by: bigint,
): readonly StatedIdentity[] {
  const replace = ({ terms }: Identity): Identity => ({
    terms: terms.map((term) => {
      if (term.figure.id !== id) return term;
      const figure = { ...term.figure.figure, scaled: term.figure.figure.scaled + by };
      return { ...term, figure: { ...term.figure, figure, text: figureText(figure) } };
    }),
  });
  return stated.map(({ rule, identity }) => ({ rule, identity: replace(identity) }));
}
