import type { Indicator } from "../budget/budget.ts";
import type { MeasureTemplate } from "../measure/measure.ts";
import { type Book, DEPARTMENT, selectLines } from "./book.ts";

/**
 * Counts of a body: projects by rank ("projects", "projects/key", "projects/general") and assets
 * ("assets/held/vehicle", "assets/planned/vehicle/service", …), and units by type ("units/administrative"). A
 * prefix counts all below it: "units/public-welfare" both classes.
 */
export function countOf(book: Book, measure: MeasureTemplate): number {
  const [kind = "", ...rest] = (measure.item ?? "").split("/");
  if (kind === "projects") return countProjects(book, rest[0]);
  if (kind === "assets")
    return countAssets(book, rest[0] === "planned" ? "planned" : "held", rest.slice(1).join("/"));
  return kind === "units" ? book.units.filter((unit) => unit.type.startsWith(rest[0] ?? "")).length : 0;
}

/** The projects that this body spends on, in the order of the projects sheet. */
export function projectsOf(book: Book, rank?: string) {
  return book.budget.projects.filter(
    (project) =>
      (rank === undefined || project.rank === rank) &&
      (book.body === DEPARTMENT || selectLines(book, { project: project.name }).length > 0),
  );
}

/** The indicators of this body's own forms of targets. */
export function bodyIndicatorsOf(book: Book): readonly Indicator[] {
  const { body, budget } = book;
  if (body === DEPARTMENT) return budget.indicators.filter(({ unit }) => unit === undefined);
  const projects = new Set(projectsOf(book).map(({ name }) => name));
  return budget.indicators.filter(
    ({ unit, project }) => unit === body || (project !== undefined && projects.has(project)),
  );
}

/** Whether this body's assets are known; of a unit they are not where they were entered for the department only. */
export function areAssetsKnown({ body, budget: { assets } }: Book): boolean {
  return (
    body === DEPARTMENT ||
    assets.some(({ unit }) => unit === body) ||
    assets.every(({ unit }) => unit !== undefined)
  );
}

function countProjects(book: Book, rank: string | undefined): number {
  return projectsOf(book, rank).length;
}

function countAssets(book: Book, column: "held" | "planned", item: string): number {
  return book.budget.assets
    .filter((asset) => asset.item.startsWith(item) && (book.body === DEPARTMENT || asset.unit === book.body))
    .reduce((total, asset) => total + asset[column], 0);
}
