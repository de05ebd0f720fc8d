import { type Correction, type Document, fineValue, type ReportedContradiction } from "@mingzhang/core";
import { type Audited, audit, factsAt } from "./audit.ts";
import { CHANGES, neighboursOf, pick, type Random, sizeOf } from "./changes.ts";
import { placeOf, plant, type Site } from "./sites.ts";

/** As many printed units as an error must have to be counted here: less may be rounding. */
const LEAST_SIZE = 3n;

/** One of the errors that were planted in a pack at the same time, and what became of it. */
export interface PlantedError {
  readonly kind: string;
  readonly size: bigint;
  /** How many were planted at once. */
  readonly together: number;
  /** Whether this error alone makes the pack's figures contradictory, proved. */
  readonly proved: boolean;
  /** Whether a minimal set has the wrong figure in it. */
  readonly inSet: boolean;
  /** Whether the identities leave one figure only to correct. */
  readonly oneFigure: boolean;
  /** And, up to rounding, one printed value for it. */
  readonly oneValue: boolean;
  /** Whether the first correction names the wrong figure, and gives its true value. */
  readonly rightFigure: boolean;
  readonly rightValue: boolean;
}

interface Spoiled {
  readonly site: Site;
  readonly text: string;
  readonly kind: string;
  readonly size: bigint;
}

/** Plants so many errors at once in different figures of a document, and looks what the audit proves. */
export function plantSeveral(
  document: Document,
  { sites, random }: { readonly sites: readonly Site[]; readonly random: Random },
  count: number,
): readonly PlantedError[] {
  const errors: Spoiled[] = [];
  for (let attempt = 0; attempt < 500 && errors.length < count; attempt++) {
    const error = spoil(sites, random);
    const taken = errors.some(
      ({ site }) => site === error?.site || JSON.stringify(placeOf(site)) === placeKey(error),
    );
    if (error !== undefined && !taken) errors.push(error);
  }
  const spoiled = errors.reduce((whole, { site, text }) => plant(whole, site, text), document);
  const after = audit(spoiled);
  return errors.map((error) => ({
    kind: error.kind,
    size: error.size,
    together: count,
    proved: count === 1 ? after.contradictions.length > 0 : contradictsAlone(document, error),
    ...verdictOn(error, after, spoiled),
  }));
}

function contradictsAlone(document: Document, { site, text }: Spoiled): boolean {
  return audit(plant(document, site, text)).contradictions.length > 0;
}

function placeKey(error: Spoiled | undefined): string {
  return error === undefined ? "" : JSON.stringify(placeOf(error.site));
}

function spoil(sites: readonly Site[], random: Random): Spoiled | undefined {
  const kind = pick(CHANGES, random);
  const site = pick(sites, random);
  if (kind === undefined || site === undefined || isRatio(site)) return undefined;
  const text = kind.change(site, random, neighboursOf(site, sites));
  const size = text === undefined ? undefined : sizeOf(site, text);
  if (text === undefined || size === undefined || size < LEAST_SIZE) return undefined;
  return { site, text, kind: kind.id, size };
}

/** Growth rates and shares are in no sum. */
function isRatio({ figure }: Site): boolean {
  return figure.unit === "percent";
}

function verdictOn({ site, text }: Spoiled, { pack, contradictions }: Audited, spoiled: Document) {
  const facts = factsAt(pack, site, spoiled);
  const at = JSON.stringify(placeOf(site));
  const isWrong = ({ figure }: { figure: Correction["figure"] }) =>
    facts.has(figure.id) ||
    (JSON.stringify(figure.place) === at && (site.kind !== "sentence" || figure.text === text));
  const own = contradictions.filter(({ set }) => set.variables.some(isWrong));
  const telling = own.find(({ corrections }) => corrections.some(isWrong)) ?? own[0];
  const [first] = telling?.corrections ?? [];
  const rightFigure = first !== undefined && isWrong(first);
  return {
    inSet: own.length > 0,
    oneFigure: leavesOne(telling),
    oneValue: leavesOne(telling) && first?.unique === true,
    rightFigure,
    rightValue: rightFigure && fineValue(first.value) === fineValue(site.figure),
  };
}

function leavesOne(contradiction: ReportedContradiction | undefined): boolean {
  return contradiction?.corrections.length === 1;
}
