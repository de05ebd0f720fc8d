import type { Anchor, BudgetHead, Comment } from "@mingzhang/server/api";
import { createContext, useContext } from "react";
import type { OpenEntry } from "../entry/use-entry.ts";
import type { Live } from "../live/use-live.ts";

/** One budget as it is open in the browser. */
export interface OpenBudget {
  readonly head: BudgetHead;
  readonly entry: OpenEntry;
  readonly live: Live;
  readonly comments: readonly Comment[];
  readonly explanations: readonly {
    readonly key: string;
    readonly text: string;
    readonly personName: string;
  }[];
  readonly reload: () => void;
  /** The place that somebody asked to be shown, until it is. */
  readonly place: Anchor | undefined;
  /** The page of the budget, as its address goes on, on which a place is shown. */
  readonly pageOf: (anchor: Anchor) => string;
  readonly goToPlace: (anchor: Anchor) => void;
  readonly placeShown: () => void;
  readonly can: (action: BudgetHead["actions"][number]) => boolean;
}

export const OpenBudgetContext = createContext<OpenBudget | undefined>(undefined);

export function useOpenBudget(): OpenBudget {
  const open = useContext(OpenBudgetContext);
  if (open === undefined) throw new Error("outside of a budget");
  return open;
}
