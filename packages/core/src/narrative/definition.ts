import type { MeasureTemplate } from "../measure/measure.ts";

/**
 * One section of the narrative as data: sentence patterns whose slots are bound to measures. Composing fills the
 * slots; reading matches the same patterns.
 */
export interface SectionDefinition {
  readonly id: string;
  readonly heading: string;
  /** The figures that the section's slots and conditions name. */
  readonly figures: Readonly<Record<string, FigureDefinition>>;
  readonly paragraphs: readonly ParagraphDefinition[];
}

/** A figure of a sentence: an amount of the year, or a count. */
export interface FigureDefinition {
  readonly measure: MeasureTemplate;
  /** The item of `book/count.ts`; the measure is then ignored. */
  readonly count?: string;
  /** What a reason for its change is filed under; a large change without one is an error, unless optional. */
  readonly reason?: string;
  readonly reasonOptional?: true;
}

export type ParagraphDefinition =
  /** A subsection, numbered within the section: 一、 in a section that is a part of its own, （一） in others. */
  | { readonly subheading: string; readonly when?: Condition }
  | { readonly sentences: readonly Piece[]; readonly when?: Condition; readonly style?: "list" | "signature" }
  /** Texts that the body wrote, a paragraph each. */
  | { readonly texts: "mandate" | "structure" | "notes"; readonly numbered?: boolean }
  /** The same paragraphs for each member of a list; their slots may name the member and its {number}. */
  | {
      readonly each: ListSource;
      readonly paragraphs: readonly ParagraphDefinition[];
      readonly when?: Condition;
    }
  /** The professional terms that the rest of the narrative uses, each with its explanation. */
  | { readonly terms: true };

/**
 * A piece of a sentence. Strings may hold slots:
 *   {year} {prior} {name} {region} {body}   variables
 *   {key}                                   a figure: an amount with its unit, or a bare count
 *   {change:key} {since:key}                比2022年增加1.2万元 or 与2022年持平; the same with 较. The profile
 *                                           names what is compared with: 2022年, 2022年预算
 *   {move:key}                              增加1.2万元 or 持平, without the year
 *   {reason:key} {use:key}                  ，主要原因是… and ，主要用于…; nothing where none is given
 *   {text:field}                            a text of the list's member, or of the department sheet
 * Inside a list {label}, {number} and {it} are the member's, and so are {change:it}, {reason:it}, …
 */
export type Piece =
  | string
  | {
      readonly each: ListSource;
      readonly as: string;
      readonly join: string;
      /** Before the first and after the last member; an empty list prints neither. */
      readonly lead?: string;
      readonly tail?: string;
      /** Leaves out the members that do not meet it. */
      readonly where?: Condition;
    }
  | { readonly when: Condition; readonly print: readonly Piece[]; readonly otherwise?: readonly Piece[] };

/** What a list runs over. */
export type ListSource =
  | { readonly members: readonly Member[] }
  /** The functional codes in use under a measure: 类 (level 1) or 项 (level 3). */
  | { readonly functional: MeasureTemplate; readonly level: 1 | 3; readonly reasons?: "optional" }
  /** The kinds of assets that the body reports. */
  | { readonly assets: "held" | "planned"; readonly prefix: string }
  /** The projects that the body spends on, with their amounts. */
  | { readonly projects: true }
  /** The units of the body; members without a figure. */
  | { readonly units: true };

export interface Member extends FigureDefinition {
  readonly label: string;
  /** What {text:field} prints for it; a text that it does not have is left out. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** When a piece is printed; keys are the section's figures, or "it". */
export type Condition =
  | { readonly positive: string }
  | { readonly nil: string }
  | { readonly changed: string }
  /** Last year's figure is known. Without it slots that compare print nothing, and the comma before them goes too. */
  | { readonly comparable: string }
  | { readonly body: "department" | "unit" }
  | { readonly known: "assets" }
  | { readonly text: string }
  | { readonly any: readonly Condition[] };

/** Types a section definition; the definition is the section. */
export function defineSection<const Definition extends SectionDefinition>(
  definition: Definition,
): Definition {
  return definition;
}
