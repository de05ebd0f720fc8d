import { describe, expect, it } from "vitest";
import { verifyCertificate } from "./certificate.ts";
import { type Contradictions, findContradictions } from "./contradictions.ts";
import { proofOf, remedyOf } from "./explain.ts";
import { NOWHERE, state, wan } from "./testing/printed.ts";

/** 10^-12 yuan. */
const YUAN = 10n ** 12n;

/** What an accountant would write down: which sets, by how many yuan, and the corrections. */
function flatten({ found }: Contradictions) {
  return found.map(({ set, gap, corrections, determined }) => ({
    identities: set.identities.length,
    gap: Number(gap / YUAN),
    determined,
    corrections: corrections.map(({ figure, text, slip, settles }) => [figure.id, text, slip, settles]),
  }));
}

describe("two tables that print one sum", () => {
  // 基本 8.00 + 项目 4.00 = 12.00, as table A and both columns say; table B prints 21.00 for the total.
  const basic = wan("basic", "8.00");
  const project = wan("project", "4.00");
  const total = wan("total", "21.00");
  const again = wan("again", "12.00");
  const third = wan("third", "12.00");
  const contradictions = findContradictions(
    [state(total, basic, project), state(total, again), state(third, basic, project)],
    NOWHERE,
  );

  it("show which figure is wrong, what it should be and how it came about", () => {
    // 21.00 - 12.00 = 9.00; three figures are rounded by 0.005 at most: 9.00 - 0.015 ten thousands = 89 850 yuan.
    expect(flatten(contradictions)).toEqual([
      { identities: 1, gap: 89_850, determined: true, corrections: [["total", "12.00", "swapped", 2]] },
    ]);
  });

  it("are explained in words", () => {
    const [found] = contradictions.found;
    if (found === undefined) throw new Error("nothing was found");
    expect(proofOf(found, NOWHERE).zh).toBe(
      "应有 total 21.00万元 ＝ basic 8.00＋project 4.00，相差 90000元；按印出位数四舍五入，至少仍差 89850元。",
    );
    expect(remedyOf(found, NOWHERE)?.zh).toBe(
      "最可能有误的是total：21.00 改为 12.00（疑为相邻两位颠倒），即可使 2 处核对都成立。",
    );
  });
});

describe("a contradiction that no single sum shows", () => {
  // T = A + B, A = a1 + a2, B = b1 + b2. Each sum is 0.01 off, which rounding of three figures explains (0.015);
  // together T misses a1 + a2 + b1 + b2 by 0.03, and five figures explain 0.025.
  const [t, a, b] = [wan("T", "10.03"), wan("A", "5.01"), wan("B", "5.01")];
  const [a1, a2, b1, b2] = [wan("a1", "2.50"), wan("a2", "2.50"), wan("b1", "2.50"), wan("b2", "2.50")];
  const stated = [state(t, a, b), state(a, a1, a2), state(b, b1, b2)];

  it("is proved by adding the sums up", () => {
    const { found, undecided } = findContradictions(stated, NOWHERE);
    expect(undecided).toBe(0);
    expect(found).toHaveLength(1);
    const [only] = found;
    if (only === undefined) throw new Error("nothing was found");
    expect(only.set.identities).toHaveLength(3);
    expect(only.certificate.multipliers.map(({ multiplier }) => multiplier)).toEqual([1n, 1n, 1n]);
    // 0.03 - 0.025 = 0.005 ten thousands.
    expect(only.gap).toBe(50n * YUAN);
    expect(verifyCertificate(only.set, only.certificate)).toBe(true);
    expect(proofOf(only, NOWHERE).zh).toContain("相差 300元；按印出位数四舍五入，至少仍差 50元");
  });

  it("is none where the figures can be roundings", () => {
    const { found } = findContradictions([state(wan("T", "10.02"), a, b), ...stated.slice(1)], NOWHERE);
    expect(found).toEqual([]);
  });
});

describe("two errors far from each other", () => {
  const column = (name: string, total: string) => [
    state(wan(`${name} total`, total), wan(`${name} 1`, "3.00"), wan(`${name} 2`, "4.00")),
    state(wan(`${name} again`, "7.00"), wan(`${name} 1`, "3.00"), wan(`${name} 2`, "4.00")),
    state(wan(`${name} total`, total), wan(`${name} third`, "7.00")),
  ];

  it("are two contradictions with a correction each, though their figures hang together", () => {
    const sum = state(wan("all", "14.00"), wan("left again", "7.00"), wan("right again", "7.00"));
    const { found } = findContradictions(
      [...column("left", "70.00"), ...column("right", "1.00"), sum],
      NOWHERE,
    );
    expect(flatten({ found, undecided: 0, identities: 0, figures: 0 })).toEqual([
      { identities: 1, gap: 629_850, determined: true, corrections: [["left total", "7.00", "point", 2]] },
      { identities: 1, gap: 59_850, determined: true, corrections: [["right total", "7.00", "digit", 2]] },
    ]);
  });
});

describe("a sum that stands alone", () => {
  it("names every figure that may be wrong, and takes none for sure", () => {
    const { found } = findContradictions(
      [state(wan("T", "9.00"), wan("a", "2.00"), wan("b", "4.00"))],
      NOWHERE,
    );
    expect(flatten({ found, undecided: 0, identities: 0, figures: 0 })).toEqual([
      {
        identities: 1,
        gap: 29_850,
        determined: false,
        corrections: [
          ["T", "6.00", "digit", 1],
          ["a", "5.00", "digit", 1],
          ["b", "7.00", "digit", 1],
        ],
      },
    ]);
  });
});
