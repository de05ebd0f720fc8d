import { compareSame, fineValue, halfUnit } from "../../money/compare.ts";
import type { Figure } from "../../money/figure.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import type { Mention } from "../../recognise/narrative/mention.ts";
import { sentenceFactId } from "../../recognise/narrative/read-sentences.ts";
import type { Statement } from "../../recognise/narrative/statement.ts";
import { type Identity, sameIdentity } from "../identity.ts";
import { conflict, type Prose, shown } from "../narrative/context.ts";
import type { RuleResult } from "../rule.ts";
import { whereIs } from "../tables/sum-results.ts";

/** An amount that a sentence states, beside the cells of the tables that may print the same. */
export interface Stated {
  readonly statement: Statement;
  readonly amount: Mention;
  /** The amount; a nil beside amounts with decimals has as many. */
  readonly figure: Figure;
  /** The words that name it. */
  readonly name: string;
}

/** 工程0万元 beside 货物0.2万元 is nothing at all, not something below half a 万元. */
export function figureIn(prose: Prose, { paragraph }: Statement, { figure }: Mention): Figure {
  if (figure.scaled !== 0n) return figure;
  const decimals = prose.statements.flatMap(({ paragraph: other, amount }) =>
    other === paragraph && amount?.figure.unit === figure.unit ? [amount.figure.decimals] : [],
  );
  return { ...figure, decimals: Math.max(figure.decimals, ...decimals) };
}

/** The cells that print what the sentence states, within rounding or cut off instead of rounded. */
export function agreeingWith({ figure }: Stated, cells: readonly PackFact[]): readonly PackFact[] {
  return cells.filter(
    ({ figure: printed }) => compareSame(figure, printed).verdict !== "conflict" || isCutOff(figure, printed),
  );
}

/** Some bodies cut off the digits of a finer figure: 408.11 for 408.118448. */
function isCutOff(figure: Figure, printed: Figure): boolean {
  const next = { ...figure, scaled: figure.scaled + 1n };
  const finer = halfUnit(printed) < halfUnit(figure);
  const value = fineValue(printed);
  return finer && value >= fineValue(figure) && value < fineValue(next);
}

export function holdsWith(stated: Stated, agreeing: readonly PackFact[]): RuleResult {
  return { outcome: "holds", ...identityOf(stated, agreeing) };
}

/** None of the cells that may be meant prints the amount of the sentence: one of both is wrong. */
export function conflictWith(
  pack: Pack,
  prose: Prose,
  stated: Stated,
  cells: readonly PackFact[],
): RuleResult {
  const { statement, amount, figure, name } = stated;
  const nearest = nearestTo(figure, cells);
  const where = nearest === undefined ? "" : whereIs(pack, nearest);
  return conflict({
    message: {
      zh: `文字中“${name}”写作${shown(amount)}，表中是 ${nearest?.text ?? ""}（${where}）。`,
      en: `The text gives ${shown(amount)} for “${name}”; the table prints ${nearest?.text ?? ""} (${where}).`,
    },
    remedy: {
      zh: "核对文字和表，改正有误的一处。",
      en: "Check the text and the table and correct the wrong one.",
    },
    ...prose.place(statement),
    quote: prose.quote(statement, statement.start, statement.end),
    printed: amount.text,
    expected: nearest?.text ?? "",
    facts: [...prose.facts(statement, amount), ...(nearest === undefined ? [] : [nearest.id])],
    ...identityOf(stated, cells),
  });
}

/** The sentence repeats a cell for sure only where all cells that it may mean print the same. */
function identityOf(
  { statement, amount, figure, name }: Stated,
  [first, ...others]: readonly PackFact[],
): { readonly identity?: Identity } {
  const sure =
    first !== undefined &&
    others.every((other) => compareSame(first.figure, other.figure).verdict !== "conflict");
  if (!sure) return {};
  const id = sentenceFactId(statement.paragraph, amount);
  return { identity: sameIdentity({ id, figure, text: amount.text, name }, first) };
}

function nearestTo(figure: Figure, cells: readonly PackFact[]): PackFact | undefined {
  const distance = (printed: PackFact) => {
    const apart = fineValue(printed.figure) - fineValue(figure);
    return apart < 0n ? -apart : apart;
  };
  const printed = cells.filter(({ figure: { scaled } }) => scaled !== 0n);
  return (printed.length > 0 ? printed : cells).reduce<PackFact | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  );
}
