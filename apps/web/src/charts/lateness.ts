import type { Obligation } from "@mingzhang/server/api";

/** Days late, inclusive; without an end the last class holds all that are later. */
export interface LatenessClass {
  readonly from: number;
  readonly to: number | undefined;
  readonly bodies: number;
}

const ENDS = [0, 5, 10, 20, 60];

/** The days that an obligation is late by its slowest clock; 0: in time. */
export function daysLate({ clocks }: Pick<Obligation, "clocks">): number {
  return Math.max(0, ...clocks.map((clock) => clock.daysLate));
}

/** How many obligations are how late; every one falls into one class. */
export function latenessOf(obligations: readonly Pick<Obligation, "clocks">[]): readonly LatenessClass[] {
  const days = obligations.map(daysLate);
  const classes = [...ENDS, undefined].map((to, index) => ({ from: (ENDS[index - 1] ?? -1) + 1, to }));
  return classes.map(({ from, to }) => ({
    from,
    to,
    bodies: days.filter((late) => late >= from && (to === undefined || late <= to)).length,
  }));
}
