import type { Contradiction } from "./contradictions.ts";
import type { Correction } from "./correction.ts";
import { gapText } from "./names.ts";

/**
 * A contradiction for machines: everything that is needed to check its certificate elsewhere. Whole numbers are
 * texts, in 10^-12 yuan (of one piece).
 */
export function contradictionToJson(contradiction: Contradiction): Readonly<Record<string, unknown>> {
  const { set, certificate, gap, printed, corrections, determined, together } = contradiction;
  const multipliers = new Map(certificate.multipliers.map((each) => [each.identity, each.multiplier]));
  return {
    gapYuan: gapText(gap, "yuan").en.replace(" yuan", ""),
    gap: String(gap),
    printed: String(printed),
    figures: set.variables.map(({ figure, low, high }) => ({
      id: figure.id,
      pack: figure.pack,
      text: figure.text,
      unit: figure.figure.unit,
      place: figure.place,
      low: String(low),
      high: String(high),
    })),
    identities: set.identities.map(({ rule, terms }, index) => ({
      rule,
      multiplier: String(multipliers.get(index) ?? 0n),
      terms: terms.map(({ variable, coefficient }) => ({
        figure: variable,
        coefficient: String(coefficient),
      })),
    })),
    corrections: corrections.map(correctionToJson),
    determined,
    together,
  };
}

function correctionToJson(correction: Correction): unknown {
  const { figure, text, slip, settles, confirming, unique, low, high } = correction;
  return {
    id: figure.id,
    pack: figure.pack,
    printed: figure.text,
    text,
    slip,
    settles,
    confirming,
    unique,
    low: low === undefined ? undefined : String(low),
    high: high === undefined ? undefined : String(high),
  };
}
