/** Distance of new rows, so that others fit between them. */
const GAP = 1024;

/** The rows of one sheet in their order while an edit is worked out. */
export class RowOrder {
  readonly #ids: string[];
  readonly #positions: number[];
  #renumbered = false;

  constructor(rows: readonly { readonly id: string; readonly position: number }[]) {
    this.#ids = rows.map(({ id }) => id);
    this.#positions = rows.map(({ position }) => position);
  }

  /** Whether no number was left between two rows, so that all were numbered anew. */
  get renumbered(): boolean {
    return this.#renumbered;
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  has(id: string): boolean {
    return this.#ids.includes(id);
  }

  positionOf(id: string): number {
    return this.#positions[this.#ids.lastIndexOf(id)] ?? 0;
  }

  /** Puts a row behind another; null: first; one that is not there: last. */
  insert(id: string, after: string | null): void {
    const found = after === null ? -1 : this.#ids.lastIndexOf(after);
    const index = after === null ? 0 : found < 0 ? this.#ids.length : found + 1;
    this.#ids.splice(index, 0, id);
    this.#positions.splice(index, 0, this.#between(index));
    if (!this.#fits(index)) this.#renumber();
  }

  remove(id: string): void {
    const index = this.#ids.lastIndexOf(id);
    if (index < 0) return;
    this.#ids.splice(index, 1);
    this.#positions.splice(index, 1);
  }

  #between(index: number): number {
    const before = this.#positions[index - 1];
    const behind = this.#positions[index];
    if (before === undefined) return behind === undefined ? GAP : behind - GAP;
    return behind === undefined ? before + GAP : (before + behind) / 2;
  }

  #fits(index: number): boolean {
    const position = this.#positions[index] ?? 0;
    const before = this.#positions[index - 1] ?? Number.NEGATIVE_INFINITY;
    const behind = this.#positions[index + 1] ?? Number.POSITIVE_INFINITY;
    return before < position && position < behind;
  }

  #renumber(): void {
    this.#renumbered = true;
    for (const index of this.#positions.keys()) this.#positions[index] = (index + 1) * GAP;
  }
}
