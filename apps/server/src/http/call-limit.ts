import { Later } from "./refusal.ts";
import type { SecuritySettings } from "./security-settings.ts";

interface Allowance {
  left: number;
  at: number;
  /** Whether a refusal was noted since the allowance was last whole. */
  noted: boolean;
}

export interface CallLimit {
  /**
   * Takes one call from an allowance that fills up steadily. Throws `Later` where none is left; `note` is told of the
   * first such refusal only.
   */
  take(subject: string, note: () => void): void;
}

const SWEEP_AFTER = 10_000;

/** Counts calls in this process's memory; `now` is in milliseconds. */
export function callLimit(
  { perSecond, burst }: SecuritySettings["calls"],
  now: () => number = () => performance.now(),
): CallLimit {
  const allowances = new Map<string, Allowance>();
  let swept = now();
  const leftOf = ({ left, at }: Allowance, time: number) =>
    Math.min(burst, left + ((time - at) / 1000) * perSecond);
  /** Forgets what has filled up, so that made-up sessions fill no memory. */
  const sweep = (time: number) => {
    swept = time;
    for (const [subject, allowance] of allowances)
      if (leftOf(allowance, time) >= burst) allowances.delete(subject);
  };
  return {
    take(subject, note) {
      const time = now();
      if (time - swept > SWEEP_AFTER) sweep(time);
      const known = allowances.get(subject);
      const left = known === undefined ? burst : leftOf(known, time);
      const noted = left < burst && known?.noted === true;
      if (left >= 1) {
        allowances.set(subject, { left: left - 1, at: time, noted });
        return;
      }
      allowances.set(subject, { left, at: time, noted: true });
      if (!noted) note();
      throw tooManyCalls(Math.ceil((1 - left) / perSecond));
    },
  };
}

function tooManyCalls(seconds: number): Later {
  return new Later(seconds, {
    zh: `操作太快：请等${seconds}秒再试，没有改动任何内容。`,
    en: `Too many calls at once: try again in ${seconds} s; nothing was changed.`,
  });
}
