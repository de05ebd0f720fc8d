import { TONES } from "../tones.ts";

/** Rules for the tones that the tables use; on paper too, where other cells have no ground. */
export function toneRules(html: string): string {
  return Object.entries(TONES)
    .filter(([tone]) => new RegExp(` class="[^"]*\\btone-${tone}\\b`, "u").test(html))
    .map(
      ([tone, { ink, ground }]) =>
        `.grid tr>.tone-${tone}{color:#${ink};background:#${ground}!important;-webkit-print-color-adjust:exact;print-color-adjust:exact}`,
    )
    .join("");
}
