import type { EditInput } from "@mingzhang/server/api";

/** An edit that the server has not acknowledged. */
export interface KeptEdit {
  readonly id: string;
  readonly budget: string;
  readonly person: string;
  /** Order of making. */
  readonly order: number;
  readonly changes: EditInput["changes"];
}

/** Where edits wait until the server has them, so that closing the browser loses none. */
export interface KeptEdits {
  load(): Promise<readonly KeptEdit[]>;
  keep(edit: KeptEdit): Promise<void>;
  drop(id: string): Promise<void>;
}
