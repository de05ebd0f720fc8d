import type { EditInput } from "@mingzhang/server/api";

/** What an edit that waits is found by; nothing of it was typed. */
export interface KeptHead {
  readonly id: string;
  readonly budget: string;
  readonly person: string;
  /** Order of making. */
  readonly order: number;
}

/** An edit that the server has not acknowledged. */
export interface KeptEdit extends KeptHead {
  readonly changes: EditInput["changes"];
}

/** What was left from before, in its order. */
export interface LeftEdits {
  readonly edits: readonly KeptEdit[];
  /** Those that the person's key does not open: they were sealed with another, or are damaged. */
  readonly unreadable: readonly KeptHead[];
}

/** Where edits wait until the server has them, so that closing the browser loses none. */
export interface KeptEdits {
  /** Comes before any other call. Rejects where there is no key to be had. */
  load(): Promise<LeftEdits>;
  keep(edit: KeptEdit): Promise<void>;
  drop(id: string): Promise<void>;
}
