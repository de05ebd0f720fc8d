import { z } from "zod";

export const Id = z.uuid();
export const Instant = z.iso.datetime({ offset: true }).describe("ISO 8601 with time zone");
export const Day = z.iso.date().describe("YYYY-MM-DD, a calendar day of the office");
export const Year = z.int().min(2000).max(2999);
export const LocalText = z.object({ zh: z.string(), en: z.string() });
/** One line of text that people type: a name, a title. */
export const Line = z.string().trim().min(1).max(200);
/** Text of any length that people type: a reason, a comment. */
export const Prose = z.string().trim().min(1).max(10_000);
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const Empty = z.strictObject({});

/** A finding as core makes it; `place`, `actual`, `expected` and the rest are passed through. */
export const FindingValue = z.looseObject({
  rule: z.string(),
  level: z.enum(["error", "warning", "notice"]),
  message: LocalText,
});

/** Every answer that is not 2xx has this body. */
export const Problem = z.object({
  code: z.enum([
    "invalid",
    "unauthenticated",
    "forbidden",
    "not-found",
    "conflict",
    "blocked",
    "too-large",
    "unsupported",
    "too-many",
    "internal",
  ]),
  message: LocalText,
  /** invalid: what is wrong where; conflict: EditConflict[] or the current state; blocked: Blocker[]. */
  details: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Status of each problem. */
export const PROBLEM_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  unsupported: 415,
  blocked: 422,
  "too-many": 429,
  internal: 500,
} as const satisfies Record<Problem["code"], number>;
