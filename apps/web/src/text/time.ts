import type { Language } from "./language.tsx";

/** A moment as people of the office write it. */
export function localTime(instant: string, language: Language): string {
  return new Date(instant).toLocaleString(language === "zh" ? "zh-CN" : "en-GB", {
    dateStyle: "short",
    timeStyle: "short",
  });
}
