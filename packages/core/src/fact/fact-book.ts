import { type Amount, amountOf, type Book } from "../book/book.ts";
import { countOf } from "../book/count.ts";
import { bind, type MeasureTemplate } from "../measure/measure.ts";
import { fen } from "../money/fen.ts";
import { countFigure, type Figure, percentage, roundAmount } from "../money/figure.ts";
import { type Fact, type FactFormat, type Quantity, quantityKey } from "./fact.ts";

/**
 * Collects the facts that a disclosure prints, each once: whoever asks for the same quantity gets the same fact.
 * Printing comes after collecting, so that one figure is decided once for all its places.
 */
export class FactBook {
  private readonly byKey = new Map<string, Fact>();
  private readonly byId = new Map<string, Fact>();
  private readonly amounts = new Map<string, Amount>();

  constructor(
    readonly book: Book,
    /** How tables print, unless a table says otherwise. */
    readonly format: FactFormat,
    /** How sentences print. */
    readonly narrativeFormat: FactFormat,
  ) {}

  get facts(): readonly Fact[] {
    return [...this.byId.values()];
  }

  get(id: string): Fact | undefined {
    return this.byId.get(id);
  }

  amount(template: MeasureTemplate, format: FactFormat = this.format): Fact {
    const { value, stated } = this.evaluate(template);
    return this.state({ kind: "amount", measure: this.bind(template) }, format, value, stated);
  }

  /** The signed difference of the measure to the same measure of the prior year, as sentences print it. */
  change(template: MeasureTemplate): Fact {
    const prior = { ...template, year: -1 } as const;
    const [now, base] = [this.evaluate(template), this.evaluate(prior)];
    const quantity: Quantity = { kind: "change", measure: this.bind(template), base: this.bind(prior) };
    return this.state(quantity, this.narrativeFormat, now.value - base.value, now.stated || base.stated);
  }

  growth(template: MeasureTemplate, baseTemplate: MeasureTemplate): Fact {
    const [now, base] = [this.evaluate(template), this.evaluate(baseTemplate)];
    const quantity: Quantity = {
      kind: "growth",
      measure: this.bind(template),
      base: this.bind(baseTemplate),
    };
    const fact = this.state(quantity, this.format, now.value - base.value, now.stated || base.stated);
    return base.value === 0n ? fact : this.replace({ ...fact, base: base.value }, quantity);
  }

  count(template: MeasureTemplate): Fact {
    const value = BigInt(countOf(this.book, template));
    return this.state({ kind: "count", measure: this.bind(template) }, this.format, value, true);
  }

  private evaluate(template: MeasureTemplate): Amount {
    const key = JSON.stringify(template, Object.keys(template).sort());
    let amount = this.amounts.get(key);
    if (amount === undefined) {
      amount = amountOf(this.book, template);
      this.amounts.set(key, amount);
    }
    return amount;
  }

  private bind(template: MeasureTemplate) {
    return bind(template, this.book.body, this.book.budget.department.year);
  }

  private state(quantity: Quantity, format: FactFormat, exact: bigint, stated: boolean): Fact {
    const known = this.byKey.get(quantityKey(quantity, format));
    if (known !== undefined) return known;
    return this.replace({ id: `f${this.byId.size + 1}`, quantity, format, exact, stated }, quantity);
  }

  private replace(fact: Fact, quantity: Quantity): Fact {
    this.byKey.set(quantityKey(quantity, fact.format), fact);
    this.byId.set(fact.id, fact);
    return fact;
  }
}

/** Conventional rounding: each figure on its own, half away from zero. A growth on a nil base has no figure. */
export function roundConventionally(fact: Fact): Figure | undefined {
  switch (fact.quantity.kind) {
    case "count":
      return countFigure(Number(fact.exact));
    case "growth":
      return fact.base === undefined
        ? undefined
        : percentage(fact.exact, fact.base, fact.format.percentDecimals);
    default:
      return roundAmount(fen(fact.exact), fact.format);
  }
}
