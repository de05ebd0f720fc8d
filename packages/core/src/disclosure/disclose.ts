import { DEPARTMENT, openBook } from "../book/book.ts";
import type { Budget } from "../budget/budget.ts";
import type { Fact } from "../fact/fact.ts";
import { FactBook, roundConventionally } from "../fact/fact-book.ts";
import type { Finding } from "../finding/finding.ts";
import type { Figure } from "../money/figure.ts";
import { collectSection } from "../narrative/collect.ts";
import type { SectionDefinition } from "../narrative/definition.ts";
import { type PlacedSection, writeSections } from "../narrative/derive.ts";
import { missingReasons } from "../narrative/reasons.ts";
import { missingTexts } from "../narrative/texts.ts";
import type { Profile } from "../profile/profile.ts";
import { SECTIONS } from "../sections/index.ts";
import { isPerformanceTable } from "../table/definition.ts";
import { deriveTable } from "../table/derive.ts";
import { deriveForms } from "../table/performance.ts";
import { fillText, type TextVariables } from "../table/text.ts";
import { TABLES } from "../tables/index.ts";
import type { DisclosedTable, Disclosure } from "./disclosure.ts";

/** Derives everything that a body (the department, or a unit by its id) publishes under a profile. */
export function disclose(budget: Budget, profile: Profile, body: string = DEPARTMENT): Disclosure {
  const facts = new FactBook(openBook(budget, body), profile.format, profile.narrativeFormat);
  const variables = variablesOf(budget, profile, body);
  const tables = discloseTables(profile, facts, variables);
  const placed = placedSections(profile);
  const sections = placed.map(({ definition }) => definition);
  for (const section of sections) collectSection(section, facts);
  const figures = printAll(facts.facts);
  const print = (fact: Fact) => figures.get(fact.id);
  const reasons = budget.reasons.filter((reason) => reason.unit === (body === DEPARTMENT ? undefined : body));
  const base = fillText(profile.comparisonBase, variables);
  const written = writeSections(placed, { facts, print, variables, base, reasons, texts: textsOf(budget) });
  return {
    profile,
    book: facts.book,
    variables,
    tables,
    sections: written,
    facts: new Map(facts.facts.map((fact) => [fact.id, fact])),
    figures,
    findings: findingsOf(sections, facts, print, profile, reasons),
  };
}

function discloseTables(
  profile: Profile,
  facts: FactBook,
  variables: TextVariables,
): readonly DisclosedTable[] {
  return profile.tables.flatMap((entry): DisclosedTable[] => {
    const definition = TABLES.find((table) => table.id === entry.table);
    if (definition === undefined) return [];
    const title = fillText(entry.title ?? definition.title, variables);
    const content = isPerformanceTable(definition)
      ? ({ kind: "forms", forms: deriveForms(definition, facts) } as const)
      : ({ kind: "table", table: deriveTable(definition, facts, variables) } as const);
    return [{ entry, title, content }];
  });
}

/** The printing step: decides each printed figure once, for all the places that print it. */
function printAll(facts: readonly Fact[]): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const fact of facts) {
    const figure = roundConventionally(fact);
    if (figure !== undefined) figures.set(fact.id, figure);
  }
  return figures;
}

function findingsOf(
  sections: readonly SectionDefinition[],
  facts: FactBook,
  print: (fact: Fact) => Figure | undefined,
  profile: Profile,
  reasons: Budget["reasons"],
): readonly Finding[] {
  return sections.flatMap((section) => [
    ...missingTexts(section, facts.book),
    ...missingReasons(section, facts, print, reasons, profile.reasonThreshold),
  ]);
}

function placedSections({ outline }: Profile): readonly PlacedSection[] {
  return outline.flatMap((item): PlacedSection[] => {
    if (!("section" in item)) return [];
    const definition = SECTIONS.find((candidate) => candidate.id === item.section);
    return definition === undefined ? [] : [{ definition, level: item.level ?? 2 }];
  });
}

/** What the texts of definitions may name. */
function variablesOf(budget: Budget, profile: Profile, body: string): TextVariables {
  const { year, region, name } = budget.department;
  const unit = budget.units.find((candidate) => candidate.id === body);
  return {
    year: String(year),
    prior: String(year - 1),
    region,
    body: unit === undefined ? profile.body.department : profile.body.unit,
    name: unit?.name ?? name,
  };
}

function textsOf(budget: Budget): Record<string, string | undefined> {
  const { operatingUses, assetsAsOf, contact, telephone } = budget.department;
  return { operatingUses: operatingUses?.replace(/[。；;.]+$/u, ""), assetsAsOf, contact, telephone };
}
