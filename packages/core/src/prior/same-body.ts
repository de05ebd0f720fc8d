import { plain } from "../recognise/text.ts";

/** Whether two names are of one body; unknown where a name is missing or one may be a short form of the other. */
export type BodyMatch = "same" | "different" | "unknown";

/** The comparison form of a body's name: no code, no scope in brackets, long and short forms of parts alike. */
export function bodyKey(name: string): string {
  return plain(name)
    .replace(/^\d[\d_-]*/u, "")
    .replace(/\((?:本级|本部|机关|汇总|部门|单位|含.*)\)/gu, "")
    .replace(/中国共产党/gu, "中共")
    .replace(/委员会/gu, "委");
}

export function compareBodies(a: string | undefined, b: string | undefined): BodyMatch {
  if (a === undefined || b === undefined) return "unknown";
  const [first, second] = [bodyKey(a), bodyKey(b)];
  if (first === second) return "same";
  return first.endsWith(second) || second.endsWith(first) ? "unknown" : "different";
}
