import {
  type Actual,
  actualOf,
  type Book,
  type Budget,
  DISCLOSED_DOCUMENTS,
  type DisclosedDocumentId,
  findProfile,
  fold,
  openBook,
  type PerformanceYear,
  type Profile,
  readYear,
  refersTo,
  targetsInForce,
  wordsOf,
} from "@mingzhang/core";
import { bodyOf, NO_PROFILE, profileIdOf } from "./check.ts";
import { type EnteredRows, type KeyedFindings, keyFindings } from "./keyed-findings.ts";
import { entryOf, toRawSheets } from "./raw-sheets.ts";
import type { KnownDisclosure } from "./routes/year.ts";

/** A year that can be monitored and evaluated. */
export interface ReadableYear {
  readonly budget: Budget;
  readonly year: PerformanceYear;
  readonly profile: Profile;
  /** Of the body that the budget is of. */
  readonly book: Book;
}

export interface CheckedYear extends KeyedFindings {
  /** Absent where a finding is an error. */
  readonly readable?: ReadableYear;
}

/**
 * Reads a budget together with its year as entered, in the browser and on the server. `unit` is the short name of the
 * body where it is a unit.
 */
export function checkYear(sheets: EnteredRows, unit?: string): CheckedYear {
  const profile = findProfile(profileIdOf(sheets));
  const read = readYear(toRawSheets(sheets), profile === undefined ? {} : { weights: profile.weights });
  const { budget, year } = read;
  if (budget === undefined || year === undefined) return keyFindings(read.findings, sheets);
  if (profile === undefined) return keyFindings([...read.findings, NO_PROFILE], sheets);
  const book = openBook(budget, bodyOf(budget, unit));
  return { ...keyFindings(read.findings, sheets), readable: { budget, year, profile, book } };
}

/** Positions in the register of the records from which an indicator is counted up to a date. */
export function trailOf(
  { budget, year, profile }: ReadableYear,
  wanted: { readonly project?: string | undefined; readonly indicator: string; readonly until: string },
): readonly number[] {
  const { until, indicator, project } = wanted;
  const reference = { indicator, ...(project === undefined ? {} : { project }) };
  const target = targetsInForce(budget, year, project, until).find(({ current }) =>
    refersTo(reference, { ...reference, indicator: current.name }),
  );
  if (target === undefined) return [];
  const context = { budget, year, settings: profile.performance, until };
  const { counted }: Actual = actualOf(target.current, undefined, context);
  return (counted?.records ?? []).flatMap(({ source }) => entryOf(source)?.row ?? []);
}

/** The sheets with what the workspace knows of publications that nobody typed. */
export function withDisclosures(sheets: EnteredRows, known: readonly KnownDisclosure[]): EnteredRows {
  const typed = sheets.find(({ sheet }) => sheet === "disclosures")?.rows ?? [];
  const isTyped = (document: DisclosedDocumentId) =>
    typed.some(({ cells }) => namesOf(document).includes(fold(cells.document ?? "")));
  const added = known
    .filter(({ document }) => !isTyped(document))
    .map(({ document, approvalDate, publicationDate, address }) => ({
      id: document,
      cells: {
        document,
        approval_date: approvalDate,
        ...(publicationDate !== null && { publication_date: publicationDate }),
        ...(address !== "" && { address }),
      },
    }));
  if (added.length === 0) return sheets;
  const others = sheets.filter(({ sheet }) => sheet !== "disclosures");
  return [...others, { sheet: "disclosures", rows: [...typed, ...added] }];
}

function namesOf(document: DisclosedDocumentId): readonly string[] {
  return DISCLOSED_DOCUMENTS.filter(({ id }) => id === document)
    .flatMap(wordsOf)
    .map(fold);
}
