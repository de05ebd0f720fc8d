import { ApiError, type BudgetEvent, type Change, type EditResult, type Row } from "@mingzhang/server/api";
import { type Conflict, insisted, splitConflicts } from "./conflicts.ts";
import type { KeptEdit, KeptEdits, KeptHead } from "./kept-edits.ts";
import { applyChanges, applyRows, inverseOf, type Sheets, sheetsOf, stillFitting } from "./sheets.ts";

interface Presence {
  readonly personId: string;
  readonly personName: string;
  readonly sheet: string;
  readonly row: string | null;
  readonly at: number;
}

/** What the pages see of an entry. */
export interface EntryState {
  readonly sheets: Sheets;
  /** Edits that the server has not acknowledged. */
  readonly waiting: number;
  readonly offline: boolean;
  readonly conflicts: readonly Conflict[];
  /** Why the server refused an edit for good. */
  readonly refusal: ApiError | undefined;
  /** Edits from before that wait in this browser and cannot be read. */
  readonly unreadable: readonly KeptHead[];
  readonly present: readonly Presence[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Of changes in one edit, as the contract allows; more are sent one after the other. */
const MOST_CHANGES = 5000;

/** What the store needs of the world. */
export interface EntryServer {
  sheets(): Promise<{
    readonly sheets: readonly { readonly sheet: string; readonly rows: readonly Row[] }[];
  }>;
  send(edit: { readonly id: string; readonly changes: readonly Change[] }): Promise<EditResult>;
  later(work: () => void): void;
  newId(): string;
  now(): number;
}

/**
 * One person's view of a budget's entry: what the server has, with the person's own edits on top until they are
 * acknowledged, in order. Nothing is overwritten that the person has not seen.
 */
export class EntryStore {
  private base: Sheets = new Map();
  private pending: KeptEdit[] = [];
  private undone: (readonly Change[])[] = [];
  private done: (readonly Change[])[] = [];
  private busy = false;
  private sending: Promise<void> = Promise.resolve();
  private closed = false;
  private order = 0;
  private readonly listeners = new Set<() => void>();
  state: EntryState = {
    sheets: new Map(),
    waiting: 0,
    offline: false,
    conflicts: [],
    refusal: undefined,
    unreadable: [],
    present: [],
    canUndo: false,
    canRedo: false,
  };

  constructor(
    private readonly server: EntryServer,
    private readonly kept: KeptEdits,
    private readonly who: { readonly budget: string; readonly person: string },
  ) {}

  /** Reads the sheets and takes up edits that were left from before. */
  async open(): Promise<void> {
    this.base = sheetsOf((await this.server.sheets()).sheets);
    const { edits, unreadable } = await this.kept.load();
    this.pending = [...edits];
    this.order = Math.max(0, ...[...edits, ...unreadable].map(({ order }) => order));
    this.rebuild({ unreadable });
    void this.flush();
  }

  /** Nothing more is sent or taken. */
  close(): void {
    this.closed = true;
    this.listeners.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Shows changes at once and sends them in their turn. */
  edit(changes: readonly Change[]): void {
    if (this.closed || changes.length === 0) return;
    this.done.push(inverseOf(this.state.sheets, changes));
    this.undone = [];
    this.queue(changes);
  }

  undo(): void {
    this.take(this.done, this.undone);
  }

  redo(): void {
    this.take(this.undone, this.done);
  }

  private take(from: (readonly Change[])[], to: (readonly Change[])[]): void {
    if (this.closed) return;
    const changes = stillFitting(this.state.sheets, from.pop() ?? []);
    if (changes.length > 0) {
      to.push(inverseOf(this.state.sheets, changes));
      this.queue(changes);
    } else this.show({});
  }

  private queue(changes: readonly Change[]): void {
    for (let from = 0; from < changes.length; from += MOST_CHANGES) {
      const part = changes.slice(from, from + MOST_CHANGES);
      const edit = { ...this.who, id: this.server.newId(), order: ++this.order, changes: part };
      this.pending.push(edit);
      this.kept.keep(edit).catch(() => undefined);
    }
    this.show({ sheets: applyChanges(this.state.sheets, changes) });
    void this.flush();
  }

  /** Sends what waits, one after the other, until all is sent or something fails for now. */
  flush(): Promise<void> {
    if (!this.busy) this.sending = this.send();
    return this.sending;
  }

  private async send(): Promise<void> {
    this.busy = true;
    try {
      for (let edit = this.pending[0]; edit !== undefined && !this.closed; edit = this.pending[0]) {
        try {
          const { rows } = await this.server.send({ id: edit.id, changes: edit.changes });
          this.base = applyRows(this.base, rows);
          this.drop(edit);
          if (this.state.offline) this.show({ offline: false });
        } catch (error) {
          if (this.closed || !this.settle(edit, error)) break;
        }
      }
    } finally {
      this.busy = false;
    }
  }

  /** Whether the next edit can be sent after this one failed. */
  private settle(edit: KeptEdit, error: unknown): boolean {
    if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429 || error.status === 401) {
      this.show({ offline: true });
      this.server.later(() => void this.flush());
      return false;
    }
    // An answer, if a refusal: the line is there.
    this.show({ offline: false });
    const split = error.status === 409 ? splitConflicts(edit.changes, error.problem.details) : undefined;
    if (split !== undefined) {
      const known = new Map(this.state.conflicts.map((one) => [one.key, one]));
      for (const one of split.conflicts) known.set(one.key, one);
      this.base = applyRows(
        this.base,
        split.conflicts.map(({ conflict }) => ({
          sheet: conflict.sheet,
          id: conflict.row,
          row: conflict.current,
        })),
      );
      this.drop(edit, { conflicts: [...known.values()] });
      if (split.rest.length > 0) this.queue(split.rest);
    } else this.drop(edit, { refusal: error });
    return true;
  }

  private drop(edit: KeptEdit, change: Partial<EntryState> = {}): void {
    this.pending = this.pending.filter(({ id }) => id !== edit.id);
    this.kept.drop(edit.id).catch(() => undefined);
    this.rebuild(change);
  }

  /** Puts mine in place of theirs, or lets theirs stand. */
  resolve(conflict: Conflict, take: "mine" | "theirs"): void {
    this.show({ conflicts: this.state.conflicts.filter((one) => one !== conflict) });
    const change = take === "mine" ? insisted(conflict) : undefined;
    if (change !== undefined) this.edit([change]);
  }

  /** Gives up what cannot be read. */
  dropUnreadable(): void {
    for (const { id } of this.state.unreadable) this.kept.drop(id).catch(() => undefined);
    this.show({ unreadable: [] });
  }

  forgetRefusal(): void {
    this.show({ refusal: undefined });
  }

  /** What others did. */
  async hear(event: BudgetEvent): Promise<void> {
    if (event.kind === "edit") {
      this.base = applyRows(this.base, event.rows);
      this.rebuild();
    } else if (event.kind === "reload") {
      this.base = sheetsOf((await this.server.sheets()).sheets);
      this.rebuild();
    } else if (event.kind === "presence") {
      const others = this.state.present.filter(({ personId }) => personId !== event.personId);
      const { sheet, row, personId, personName } = event;
      const here = sheet === null || personId === this.who.person;
      this.show({
        present: here ? others : [...others, { personId, personName, sheet, row, at: this.server.now() }],
      });
    }
  }

  private rebuild(change: Partial<EntryState> = {}): void {
    const sheets = this.pending.reduce((view, { changes }) => applyChanges(view, changes), this.base);
    this.show({ ...change, sheets });
  }

  private show(change: Partial<EntryState>): void {
    this.state = {
      ...this.state,
      ...change,
      waiting: this.pending.length,
      canUndo: this.done.length > 0,
      canRedo: this.undone.length > 0,
    };
    for (const listener of this.listeners) listener();
  }
}
