import type { Text } from "../finding/finding.ts";
import type { Pack, PackFact } from "../pack/pack.ts";
import { wherePublished } from "../prior/where-published.ts";
import type { PrintedFigure } from "../rules/identity.ts";
import { whereIs, withUnit } from "../rules/tables/sum-results.ts";
import type { Surroundings } from "./surroundings.ts";

/** Words before a figure of a sentence that say what it is. */
const WORDS_BEFORE = 14;

/** A figure in words: its cell, what its rule calls it, or the words before it. */
export function nameOf(printed: PrintedFigure, surroundings: Surroundings): string {
  const { pack = "", name } = printed;
  const from = surroundings.packs.get(pack);
  const fact = surroundings.factOf(printed);
  const where = pack === "" ? "" : `${pack === "prior" ? "上年公开件" : pack} `;
  if (from !== undefined && fact?.source.kind === "cell") return where + cellOf(from, fact, pack);
  if (name !== undefined) return `${where}${fact === undefined ? "" : "文字中"}${name}`;
  if (fact?.source.kind !== "sentence") return where + printed.id;
  const { paragraph, start } = fact.source;
  const text = from?.paragraphs[paragraph]?.text.slice(Math.max(0, start - WORDS_BEFORE), start) ?? "";
  return `${where}文字中“…${
    text
      .split(/[。；]/u)
      .at(-1)
      ?.replace(/[“”]/gu, "") ?? ""
  }”`;
}

/** A cell of a unit's pack with its page: a place can only point into the pack that is checked. */
function cellOf(from: Pack, fact: PackFact, pack: string): string {
  return pack === "" || pack === "prior" ? whereIs(from, fact) : wherePublished(from, fact);
}

/** A figure with its unit, as printed. */
export function printedText({ text, figure }: PrintedFigure): string {
  return text + withUnit(figure).replace(/^-?[\d.]+/u, "");
}

const PER_YUAN = 10n ** 12n;

/** 10^-12 yuan as yuan, or as pieces where things are counted; rounded down to what one can see. */
export function gapText(gap: bigint, unit: "yuan" | "count"): Text {
  const magnitude = gap < 0n ? -gap : gap;
  if (unit === "count") return { zh: `${magnitude / PER_YUAN}`, en: `${magnitude / PER_YUAN}` };
  const digits = (magnitude / 10n ** 8n).toString().padStart(5, "0");
  const decimals = digits.slice(-4).replace(/0+$/u, "");
  const number = `${digits.slice(0, -4)}${decimals === "" ? "" : `.${decimals}`}`;
  return { zh: `${number}元`, en: `${number} yuan` };
}
