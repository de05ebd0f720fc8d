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

  /** A fact that is stated already. */
  find(quantity: Quantity, format: FactFormat): Fact | undefined {
    return this.byKey.get(quantityKey(quantity, format));
  }

  amount(template: MeasureTemplate, format: FactFormat = this.format): Fact {
    const amount = this.evaluate(template);
    return this.state({ kind: "amount", measure: this.bind(template) }, format, amount);
  }

  /** The signed difference of the measure to the same measure of the prior year, as sentences print it. */
  change(template: MeasureTemplate): Fact {
    const prior = { ...template, year: -1 } as const;
    const [now, base] = [this.evaluate(template), this.evaluate(prior)];
    const quantity: Quantity = { kind: "change", measure: this.bind(template), base: this.bind(prior) };
    return this.state(quantity, this.narrativeFormat, difference(now, base));
  }

  growth(template: MeasureTemplate, baseTemplate: MeasureTemplate): Fact {
    const [now, base] = [this.evaluate(template), this.evaluate(baseTemplate)];
    const quantity: Quantity = {
      kind: "growth",
      measure: this.bind(template),
      base: this.bind(baseTemplate),
    };
    const fact = this.state(quantity, this.format, difference(now, base));
    return base.value === 0n ? fact : this.replace({ ...fact, base: base.value }, quantity);
  }

  count(template: MeasureTemplate): Fact {
    const value = BigInt(countOf(this.book, template));
    const quantity: Quantity = { kind: "count", measure: this.bind(template) };
    return this.state(quantity, this.format, { value, stated: true });
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

  private state(quantity: Quantity, format: FactFormat, { value, mark, stated }: Stated): Fact {
    const known = this.byKey.get(quantityKey(quantity, format));
    if (known !== undefined) return known;
    const id = `f${this.byId.size + 1}`;
    const fact = { id, quantity, format, exact: value, stated, ...(mark === undefined ? {} : { mark }) };
    return this.replace(fact, quantity);
  }

  private replace(fact: Fact, quantity: Quantity): Fact {
    this.byKey.set(quantityKey(quantity, fact.format), fact);
    this.byId.set(fact.id, fact);
    return fact;
  }
}

/** A value, what it sums, and whether anything is stated for it. */
interface Stated {
  readonly value: bigint;
  readonly mark?: bigint;
  readonly stated: boolean;
}

function difference(now: Amount, base: Amount): Stated {
  return {
    value: now.value - base.value,
    mark: now.mark - base.mark,
    stated: now.stated || base.stated,
  };
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
