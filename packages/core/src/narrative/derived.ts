/** A section as written for one body: paragraphs of runs, with the facts that the figures state. */
export interface DerivedSection {
  readonly id: string;
  /** 1: a part of the document; 2: a section of a part. */
  readonly level: 1 | 2;
  readonly heading: string;
  readonly paragraphs: readonly DerivedParagraph[];
}

export type DerivedParagraph =
  | { readonly kind: "subheading"; readonly text: string }
  | { readonly kind: "text"; readonly runs: readonly Run[]; readonly style: "body" | "list" | "signature" };

export interface Run {
  readonly text: string;
  /** The id of the fact that the text prints. */
  readonly fact?: string;
}
