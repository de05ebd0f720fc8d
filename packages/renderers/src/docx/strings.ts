export type Path = readonly (string | number)[];

/** The same value with every string in it changed; parts without a change are returned as they are. */
export function mapStrings<Value>(
  value: Value,
  change: (text: string, path: Path) => string,
  path: Path = [],
): Value {
  if (typeof value === "string") return change(value, path) as Value;
  if (typeof value !== "object" || value === null) return value;
  let changed = false;
  const entries = Object.entries(value).map(([key, part]) => {
    const mapped = mapStrings(part, change, [...path, key]);
    changed ||= mapped !== part;
    return [key, mapped] as const;
  });
  if (!changed) return value;
  return (Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries)) as Value;
}
