import { type Book, codesOf, DEPARTMENT } from "../book/book.ts";
import { projectsOf } from "../book/count.ts";
import type { Project } from "../budget/budget.ts";
import { ASSET_ITEMS } from "../budget/terms.ts";
import { codePath } from "../catalogue/catalogue.ts";
import { nameOf } from "../catalogue/name.ts";
import { CODE_LENGTH } from "../table/definition.ts";
import type { ListSource, Member } from "./definition.ts";

/** The members that a list of a sentence runs over, for one body. */
export function membersOf(source: ListSource, book: Book): readonly Member[] {
  if ("members" in source) return source.members;
  if ("assets" in source) return assetMembers(source.assets, source.prefix, book);
  if ("projects" in source) {
    return projectsOf(book).map((project) => ({
      label: project.name,
      measure: { side: "expenditure", flow: "current", project: project.name },
      texts: projectTexts(project),
    }));
  }
  if ("units" in source) return book.units.map((unit) => ({ label: unit.name, measure: {} }));
  return functionalMembers(source, book);
}

function functionalMembers(source: Extract<ListSource, { functional: unknown }>, book: Book): Member[] {
  const year = book.budget.department.year;
  const length = CODE_LENGTH[source.level];
  const codes = [...codesOf(book, source.functional, "functional")].map((code) => code.slice(0, length));
  return [...new Set(codes)].sort().map((code) => ({
    label: source.level === 1 ? functionalName(code, year) : itemPath(code, year),
    measure: { ...source.functional, functional: code },
    reason: code,
    ...(source.reasons === "optional" ? { reasonOptional: true as const } : {}),
  }));
}

/** A project's own words as parts of sentences: on one line, without the unit's code or the last full stop. */
function projectTexts({ summary, basis, goal, compiledBy }: Project): Record<string, string> {
  const texts = { summary, basis, goal, compiledBy: compiledBy.replace(/^\d+\s*[-－—]\s*/u, "") };
  return Object.fromEntries(
    Object.entries(texts)
      .map(([field, text]) => [field, text.replace(/\s*\n\s*/gu, "").replace(/[。；;.\s]+$/u, "")])
      .filter(([, text]) => text !== ""),
  );
}

/** “一般公共服务支出（类）财政事务（款）行政运行（项）” */
function itemPath(code: string, year: number): string {
  const levels = ["类", "款", "项"];
  return codePath(code)
    .map((part, index) => `${functionalName(part, year)}（${levels[index]}）`)
    .join("");
}

function functionalName(code: string, year: number): string {
  return nameOf("functional", code, year) ?? `科目${code}`;
}

function assetMembers(column: "held" | "planned", prefix: string, book: Book): Member[] {
  const reported = book.budget.assets.filter((asset) => book.body === DEPARTMENT || asset.unit === book.body);
  return ASSET_ITEMS.filter(
    (item) => item.id.startsWith(prefix) && reported.some((asset) => asset.item === item.id),
  ).map((item) => ({ label: item.zh, measure: {}, count: `assets/${column}/${item.id}` }));
}
