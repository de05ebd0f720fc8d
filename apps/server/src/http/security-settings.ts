import type { Role } from "../api/index.ts";

/** What an office decides of its security. */
export interface SecuritySettings {
  /** Whoever has one of these roles sets up one-time codes before anything else. */
  readonly secondFactor: readonly Role[];
  /** Failed sign-ins, refusals and calls that do not fit, of a quarter of an hour, at which administrators are alerted. */
  readonly alertAt: number;
  /** Calls of one session, or of an address where there is none. */
  readonly calls: { readonly perSecond: number; readonly burst: number };
  /** Of one person and day. */
  readonly uploads: { readonly files: number; readonly bytes: number };
}

export const MEGABYTE = 1024 * 1024;

export const USUAL_SECURITY: SecuritySettings = {
  secondFactor: [],
  alertAt: 50,
  calls: { perSecond: 100, burst: 600 },
  uploads: { files: 5000, bytes: 10_240 * MEGABYTE },
};
