import type { PackDocument, Unread } from "../../pack/pack.ts";
import type { PerformanceForm } from "../../pack/performance-form.ts";
import { PerformanceReader } from "./reader.ts";

/** The forms of performance targets of the documents of a pack, and the rows of them that were not understood. */
export function recognisePerformance(
  documents: readonly PackDocument[],
  usualUnit: "yuan" | "wan-yuan",
): { readonly performance: readonly PerformanceForm[]; readonly unreadForms: readonly Unread[] } {
  const performance: PerformanceForm[] = [];
  const unreadForms: Unread[] = [];
  for (const { name, document } of documents) {
    const reader = new PerformanceReader(name, usualUnit, performance.length + 1);
    for (const [index, block] of document.blocks.entries())
      if (block.type === "grid") reader.read(block, document.blocks.slice(Math.max(0, index - 4), index));
    performance.push(...reader.forms());
    unreadForms.push(...reader.unread);
  }
  return { performance, unreadForms };
}
