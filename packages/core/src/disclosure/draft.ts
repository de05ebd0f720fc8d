import { DEPARTMENT, openBook } from "../book/book.ts";
import type { Budget } from "../budget/budget.ts";
import type { Fact } from "../fact/fact.ts";
import { FactBook } from "../fact/fact-book.ts";
import type { Finding } from "../finding/finding.ts";
import { roundingFindings } from "../inspect/receipt.ts";
import type { Figure } from "../money/figure.ts";
import { collectSection } from "../narrative/collect.ts";
import type { SectionDefinition } from "../narrative/definition.ts";
import { type PlacedSection, writeSections } from "../narrative/derive.ts";
import type { DerivedSection } from "../narrative/derived.ts";
import { missingReasons } from "../narrative/reasons.ts";
import { missingTexts } from "../narrative/texts.ts";
import type { Profile } from "../profile/profile.ts";
import type { RoundingDraft } from "../rounding/draft.ts";
import { type Printing, printConventionally } from "../rounding/printing.ts";
import { SECTIONS } from "../sections/index.ts";
import { isPerformanceTable } from "../table/definition.ts";
import { deriveTable } from "../table/derive.ts";
import { deriveForms } from "../table/performance.ts";
import { fillText, type TextVariables } from "../table/text.ts";
import { TABLES } from "../tables/index.ts";
import type { DisclosedTable, Disclosure } from "./disclosure.ts";

/** A body's disclosure before its figures are decided. */
export interface DisclosureDraft extends Omit<RoundingDraft, "printed"> {
  readonly budget: Budget;
  readonly profile: Profile;
  readonly variables: TextVariables;
  readonly disclosed: readonly DisclosedTable[];
}

/** Derives what a body publishes up to its figures. A group of units is a body under a name of its own. */
export function draftDisclosure(
  budget: Budget,
  profile: Profile,
  body: string,
  members?: ReadonlySet<string>,
): DisclosureDraft {
  const facts = new FactBook(openBook(budget, body, members), profile.format, profile.narrativeFormat);
  const variables = variablesOf(budget, profile, body);
  const disclosed = discloseTables(profile, facts, variables);
  for (const { definition } of placedSections(profile)) collectSection(definition, facts);
  const tables = disclosed.flatMap(({ content }) => (content.kind === "table" ? [content.table] : []));
  return { budget, profile, body, facts, variables, tables, disclosed };
}

/** The facts that tables, forms and sentences print; sentences as they read conventionally. */
export function printedFacts(draft: DisclosureDraft): ReadonlySet<string> {
  const inTables = draft.disclosed.flatMap(({ content }) =>
    content.kind === "forms"
      ? content.forms.flatMap(({ amount, district, townSubsidy }) => [amount, district, townSubsidy])
      : content.table.blocks.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells))),
  );
  const inSentences = writeDraft(draft, printConventionally(draft.facts)).flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) =>
      paragraph.kind === "text" ? paragraph.runs.map(({ fact }) => fact) : [],
    ),
  );
  return new Set([...inTables.map((fact) => fact?.id), ...inSentences].filter((id) => id !== undefined));
}

function writeDraft(draft: DisclosureDraft, { figures }: Printing): readonly DerivedSection[] {
  const { budget, profile, body, facts, variables } = draft;
  return writeSections(placedSections(profile), {
    facts,
    print: (fact) => figures.get(fact.id),
    variables,
    base: fillText(profile.comparisonBase, variables),
    reasons: reasonsOf(budget, body),
    texts: textsOf(budget),
  });
}

/** Prints the figures, and with them the sentences. */
export function finishDisclosure(draft: DisclosureDraft, printing: Printing): Disclosure {
  const { budget, profile, body, facts, variables, disclosed } = draft;
  const { figures, receipt } = printing;
  const sections = placedSections(profile).map(({ definition }) => definition);
  const print = (fact: Fact) => figures.get(fact.id);
  const disclosure = {
    profile,
    book: facts.book,
    variables,
    tables: disclosed,
    sections: writeDraft(draft, printing),
    facts: new Map(facts.facts.map((fact) => [fact.id, fact])),
    figures,
    ...(receipt === undefined ? {} : { receipt }),
  };
  const findings = findingsOf(sections, facts, print, profile, reasonsOf(budget, body));
  return { ...disclosure, findings: [...findings, ...roundingFindings(disclosure)] };
}

function reasonsOf({ reasons }: Budget, body: string): Budget["reasons"] {
  return reasons.filter((reason) => reason.unit === (body === DEPARTMENT ? undefined : body));
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
