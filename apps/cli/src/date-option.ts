import { isoDate } from "@mingzhang/core";
import { type OptionValue, textOption } from "./command.ts";
import { Failure } from "./failure.ts";

/** The ISO form of an option that takes a day; undefined where it was not given. */
export function dateOption(value: OptionValue, option: string): string | undefined {
  const text = textOption(value);
  if (text === undefined) return undefined;
  const iso = isoDate(text);
  if (iso !== undefined) return iso;
  throw new Failure({
    zh: `${option} 要一个日期，如 2024-02-29，不能是“${text}”。`,
    en: `${option} takes a date such as 2024-02-29, not "${text}".`,
  });
}
