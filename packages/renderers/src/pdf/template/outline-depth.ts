/**
 * The depth of headings in the PDF's outline. PDF/UA wants the first heading at depth 1 and no depth left out;
 * a document may begin with a section or go from a part straight to a subsection.
 */
export class OutlineDepth {
  #open: number[] = [];

  ofHeading(level: number): number {
    this.#open = [...this.#open.filter((outer) => outer < level), level];
    return this.#open.length;
  }

  /** A table's caption stands one below the heading that it belongs to. */
  ofCaption(): number {
    return this.#open.length + 1;
  }
}
