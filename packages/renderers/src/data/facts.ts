import {
  type Disclosure,
  describeQuantity,
  type Fact,
  fen,
  figureText,
  formatYuan,
  measureKey,
} from "@mingzhang/core";

const HEADER = ["fact", "kind", "measure", "base", "description", "exact", "printed", "unit"];

/** Every fact that the pack prints: its measure, its exact value (yuan, or a count) and its printed figure. */
export function factRows(disclosure: Disclosure): string[][] {
  const rows = [...disclosure.facts.values()].flatMap((fact) => {
    const figure = disclosure.figures.get(fact.id);
    if (figure === undefined) return [];
    const { quantity } = fact;
    const base = "base" in quantity ? measureKey(quantity.base) : "";
    return [
      [
        fact.id,
        quantity.kind,
        measureKey(quantity.measure),
        base,
        describeQuantity(quantity),
        exactText(fact),
        figureText(figure),
        figure.unit,
      ],
    ];
  });
  return [HEADER, ...rows];
}

function exactText(fact: Fact): string {
  return fact.quantity.kind === "count" ? String(fact.exact) : formatYuan(fen(fact.exact));
}
