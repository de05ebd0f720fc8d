import { type MeasureTemplate, measureKey } from "../measure/measure.ts";
import type { Pack, PackFact, PackTable, TableConcept } from "../pack/pack.ts";

/** Tables that do not print one figure for one measure: lists, forms, and what was not recognised. */
export const LISTS: readonly TableConcept[] = [
  "other",
  "catalogue",
  "project-list",
  "purchased-services",
  "overall-performance",
  "project-performance",
];

/** The figures that a pack published for its own year, found by what they measure. */
export class PublishedFigures {
  private readonly byKey = new Map<string, PackFact[]>();
  private readonly bySubject = new Map<string, PackFact[]>();
  private readonly tables: ReadonlyMap<string, PackTable>;
  private readonly unclear: ReadonlySet<string>;

  constructor(readonly pack: Pack) {
    this.tables = new Map(pack.tables.map((table) => [table.id, table]));
    this.unclear = new Set(pack.tables.flatMap(unclearCells));
    for (const fact of pack.facts) if (this.isPublished(fact)) this.add(fact);
  }

  /** Every figure of the measure; a measure that names no funds takes those of any. */
  find(measure: MeasureTemplate): readonly PackFact[] {
    const exact = this.byKey.get(keyOf(measure)) ?? [];
    const subject = subjectOf(measure);
    if (subject === undefined || measure.fund !== undefined) return exact;
    const others = this.bySubject.get(`${measure.stage ?? ""}|${subject}`) ?? [];
    return [...exact, ...others.filter((fact) => !exact.includes(fact))];
  }

  private add(fact: PackFact): void {
    const measure = this.measureOf(fact);
    push(this.byKey, keyOf(measure), fact);
    const subject = subjectOf(measure);
    if (subject !== undefined) push(this.bySubject, `${measure.stage ?? ""}|${subject}`, fact);
  }

  /** Final accounts print outturn, whether their headers repeat it or not. */
  private measureOf(fact: PackFact): MeasureTemplate {
    const table = fact.source.kind === "cell" ? this.tables.get(fact.source.table) : undefined;
    const measure = table === undefined ? fact.measure : measureInTable(table, fact);
    if (this.pack.kind !== "final-accounts" || measure.stage !== undefined) return measure;
    return { ...measure, stage: "final" };
  }

  private isPublished({ id, kind, measure, source }: PackFact): boolean {
    if ((kind !== "amount" && kind !== "count") || measure.year === -1) return false;
    if (source.kind === "sentence") return true;
    const concept = this.tables.get(source.table)?.concept ?? "other";
    if (LISTS.includes(concept) || this.unclear.has(id)) return false;
    if (concept === "procurement" && measure.procurement === undefined) return false;
    // Elsewhere the same words name an economic code, whatever the source of its funds.
    return measure.item?.startsWith("three-public") !== true || concept === "three-public-expenses";
  }
}

/**
 * Cells of rows whose labels were not understood: they would pass for totals. A table without labels has one row,
 * and its columns say what it is.
 */
export function unclearCells({ rows }: PackTable): readonly string[] {
  const single = rows.length === 1;
  return rows
    .filter(({ role, label, measure }) =>
      role === "unknown" ? !(single && label === "") : role === "of-which" && isEmpty(measure),
    )
    .flatMap(({ cells }) => Object.values(cells));
}

/** What a cell measures: the total of a table of the three public expenses is their total, unless it adds others. */
export function measureInTable(
  { concept, columns }: PackTable,
  { measure, source }: PackFact,
): MeasureTemplate {
  if (concept !== "three-public-expenses" || measure.item !== undefined || source.kind !== "cell")
    return measure;
  const mixed = columns.some(
    ({ measure: { item } }) => item !== undefined && !item.startsWith("three-public"),
  );
  const total = /^(?:合计|总计)$/u.test(columns[source.column]?.header.at(-1) ?? "");
  return total && !mixed ? { ...measure, item: "three-public" } : measure;
}

/** An item that is named alike everywhere, whatever funds it is paid from. */
function subjectOf({
  item,
  functional,
  kind,
  flow,
  departmentEconomic,
}: MeasureTemplate): string | undefined {
  if (kind !== undefined || flow !== undefined || departmentEconomic !== undefined) return undefined;
  if (functional?.length === 7) return functional;
  return item?.startsWith("three-public") || item === "organ-operating-funds" ? item : undefined;
}

function keyOf(measure: MeasureTemplate): string {
  return measureKey({ ...measure, body: "", year: 0 });
}

function isEmpty(measure: MeasureTemplate): boolean {
  return Object.keys(measure).length === 0;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
