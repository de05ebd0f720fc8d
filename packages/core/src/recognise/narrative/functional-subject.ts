import { entriesOf } from "../../catalogue/catalogue.ts";
import { namesOf } from "../../catalogue/name.ts";
import { plain } from "../text.ts";

const NUMBERED = /\((\d{3})类?\).*?\((\d{2})款?\)(?:.*?\((\d{2})项?\))?/u;
const WHOLE_CODE = /\(?(2\d{6}|2\d{4}|2\d{2})\)?$/u;
const LEVELS = /^(?<category>.+?)\(类\)(?:支出)?(?:(?<sub>.+?)\(款\)(?:支出)?)?(?:(?<item>.+?)\(项\))?/u;

/**
 * The functional code that a subject names: "公共安全支出(204类)司法(06款)行政运行(01项)", "行政运行(2040601)", or by
 * names alone where only one code bears them all.
 */
export function functionalSubject(subject: string): string | undefined {
  const numbered = NUMBERED.exec(subject);
  if (numbered !== null) return numbered.slice(1).join("");
  const whole = WHOLE_CODE.exec(subject)?.[1];
  if (whole !== undefined && /\p{Script=Han}\(?2\d+\)?$/u.test(subject)) return whole;
  const groups = LEVELS.exec(subject)?.groups;
  return groups === undefined ? undefined : byNames(groups);
}

let codes: ReadonlyMap<string, readonly string[]> | undefined;

function codesNamed(name: string): readonly string[] {
  if (codes === undefined) {
    const byName = new Map<string, string[]>();
    for (const code of new Set(entriesOf("functional").map((entry) => entry.code))) {
      for (const known of namesOf("functional", code))
        byName.set(plain(known), [...(byName.get(plain(known)) ?? []), code]);
    }
    codes = byName;
  }
  return codes.get(plain(name)) ?? codes.get(`${plain(name)}支出`) ?? [];
}

function byNames(groups: { readonly [name in "category" | "sub" | "item"]?: string }): string | undefined {
  const category = codesNamed(groups.category ?? "").find((code) => code.length === 3);
  if (category === undefined) return undefined;
  if (groups.sub === undefined) return category;
  const sub = codesNamed(groups.sub).find((code) => code.length === 5 && code.startsWith(category));
  if (sub === undefined) return undefined;
  if (groups.item === undefined) return sub;
  return codesNamed(groups.item).find((code) => code.length === 7 && code.startsWith(sub));
}
