import {
  type Disclosure,
  describeQuantity,
  describeSum,
  type Figure,
  fen,
  figureText,
  formatYuan,
  type ReceiptSum,
  type RoundingDifference,
  reasonOf,
} from "@mingzhang/core";

const HEADER = ["kind", "facts", "description", "exact", "conventional", "printed", "difference", "reason"];

/** The receipt of consistent rounding: every figure off its conventional rounding, and every sum that is left. */
export function roundingRows(disclosure: Disclosure): string[][] {
  const { receipt } = disclosure;
  if (receipt === undefined) return [];
  return [
    HEADER,
    ...receipt.differences.map((difference) => differenceRow(difference, disclosure)),
    ...receipt.unmet.map((sum) => unmetRow(sum, disclosure)),
  ];
}

function differenceRow(difference: RoundingDifference, { facts }: Disclosure): string[] {
  const known = difference.facts.flatMap((id) => facts.get(id) ?? []);
  const [first] = known;
  const { conventional, printed } = difference;
  return [
    "difference",
    difference.facts.join(" "),
    known.map(({ quantity }) => describeQuantity(quantity)).join("；"),
    first === undefined ? "" : formatYuan(fen(first.exact)),
    figureText(conventional),
    printed === undefined ? "" : figureText(printed),
    printed === undefined ? "" : figureText(less(printed, conventional)),
    reasonOf(difference).zh,
  ];
}

function less(printed: Figure, conventional: Figure): Figure {
  return { ...printed, scaled: printed.scaled - conventional.scaled };
}

function unmetRow(sum: ReceiptSum, { book, figures }: Disclosure): string[] {
  const { total, parts } = sum;
  const own = [total, ...parts].filter(({ body }) => body === book.body);
  const figure = total.body === book.body ? figures.get(total.fact.id) : undefined;
  return [
    "unmet",
    own.map(({ fact }) => fact.id).join(" "),
    describeQuantity(total.fact.quantity),
    formatYuan(fen(total.fact.exact)),
    "",
    figure === undefined ? "" : figureText(figure),
    "",
    describeSum(sum).zh,
  ];
}
