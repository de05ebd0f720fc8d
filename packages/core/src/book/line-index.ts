import type { MeasureTemplate } from "../measure/measure.ts";
import type { LineLike } from "./book.ts";

const KEYS = ["project", "departmentEconomic", "governmentEconomic", "functional"] as const;

/** Lines by project and by every prefix of their codes, so that a cell looks at few of them. */
export class LineIndex<Line extends LineLike> {
  private readonly buckets = new Map<string, Line[]>();

  constructor(private readonly lines: readonly Line[]) {
    for (const line of lines) for (const key of keysOf(line)) this.add(key, line);
  }

  /** A superset of the lines that the measure selects, in ledger order. */
  candidates(measure: MeasureTemplate): readonly Line[] {
    let best = this.lines;
    for (const key of KEYS) {
      const value = measure[key];
      if (value === undefined) continue;
      const bucket = this.buckets.get(`${key}:${value}`) ?? [];
      if (bucket.length < best.length) best = bucket;
    }
    return best;
  }

  private add(key: string, line: Line): void {
    const bucket = this.buckets.get(key);
    if (bucket === undefined) this.buckets.set(key, [line]);
    else bucket.push(line);
  }
}

function* keysOf(line: LineLike): Generator<string> {
  if (line.project !== undefined) yield `project:${line.project}`;
  yield* prefixes("departmentEconomic", line.departmentEconomic);
  yield* prefixes("governmentEconomic", line.governmentEconomic);
  yield* prefixes("functional", line.functional);
}

function* prefixes(key: string, code: string | undefined): Generator<string> {
  for (let length = 3; code !== undefined && length <= code.length; length += 2)
    yield `${key}:${code.slice(0, length)}`;
}
