import { createContext, useContext } from "react";
import type { YearView } from "./compute-year.ts";

/** The year of the budget that is open, as of a date. */
export interface OpenYear {
  /** ISO date that everything is shown as of. */
  readonly at: string;
  readonly setAt: (date: string) => void;
  /** Absent while it is computed, or where something entered cannot be read. */
  readonly view: YearView | undefined;
}

export const OpenYearContext = createContext<OpenYear | undefined>(undefined);

export function useOpenYear(): OpenYear {
  const open = useContext(OpenYearContext);
  if (open === undefined) throw new Error("outside of a year");
  return open;
}

/** Today in the budget's year: its last day once it is over, its first before it begins. */
export function todayIn(year: number, now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return today < first ? first : today > last ? last : today;
}
