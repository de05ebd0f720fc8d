import type { Place } from "../../document/document.ts";
import type { Pack } from "../../pack/pack.ts";
import { isoDate } from "./calendar.ts";

export interface PrintedDate {
  readonly iso: string;
  readonly quote: string;
  readonly place?: Place;
}

const DAY = "(?<day>20\\d\\d\\s*(?:年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日|[-/.]\\d{1,2}[-/.]\\d{1,2}))";
const PUBLISHED = new RegExp(`(?:公开|公布|发布|发文)(?:日期|时间)\\s*[：:]\\s*${DAY}`, "u");
const APPROVED = new RegExp(`批复(?:日期|时间)\\s*[：:]\\s*${DAY}`, "u");

/** A day that the pack itself calls the day of its publication (of its approval): other days are never taken for it. */
export function printedDate(pack: Pack, what: "published" | "approved"): PrintedDate | undefined {
  const pattern = what === "published" ? PUBLISHED : APPROVED;
  for (const { text, place } of pack.paragraphs) {
    const match = pattern.exec(text);
    const iso = isoDate(match?.groups?.day ?? "");
    if (match !== null && iso !== undefined)
      return { iso, quote: match[0], ...(place === undefined ? {} : { place }) };
  }
  return undefined;
}
