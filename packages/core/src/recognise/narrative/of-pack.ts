import type { Pack } from "../../pack/pack.ts";
import { readSentences, type Sentences } from "./read-sentences.ts";

const read = new WeakMap<Pack, Sentences>();

/** What the prose of a pack states, read once for all rules. */
export function narrativeOf(pack: Pack): Sentences {
  const known = read.get(pack);
  if (known !== undefined) return known;
  const sentences = readSentences(pack.paragraphs, pack.year);
  read.set(pack, sentences);
  return sentences;
}
