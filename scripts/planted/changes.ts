import { figureOf, type Site } from "./sites.ts";

/** A number in [0, 1). */
export type Random = () => number;

/** One way in which a hand or a spreadsheet spoils a figure. */
export interface ChangeKind {
  readonly id: string;
  readonly title: string;
  /** The spoiled text; undefined where the figure cannot be spoiled so. */
  change(site: Site, random: Random, neighbours: readonly Site[]): string | undefined;
}

const isNil = (site: Site) => site.figure.scaled === 0n;

export const CHANGES: readonly ChangeKind[] = [
  {
    id: "last-digit",
    title: "末位数字 the last digit",
    change: ({ text }, random) => replaceDigit(text, digitsOf(text).at(-1), random),
  },
  {
    id: "digit",
    title: "任一位数字 any digit",
    change: ({ text }, random) => replaceDigit(text, pick(digitsOf(text), random), random),
  },
  {
    id: "swapped",
    title: "相邻两位对调 two digits swapped",
    change: ({ text }, random) => {
      const pair = pick(swappable(text), random);
      if (pair === undefined) return undefined;
      const [a, b] = pair;
      return put(put(text, a, text[b] ?? ""), b, text[a] ?? "");
    },
  },
  {
    id: "point",
    title: "小数点移一位 decimal point moved",
    change: (site, random) => (isNil(site) ? undefined : movePoint(site.text, random() < 0.5 ? 1 : -1)),
  },
  {
    id: "neighbour",
    title: "抄了邻近的数 copied neighbour",
    change: (site, random, neighbours) =>
      pick(
        neighbours.filter(({ text, figure }) => text !== site.text && figure.unit === site.figure.unit),
        random,
      )?.text,
  },
  {
    id: "sign",
    title: "正负号 sign",
    change: (site) => {
      if (isNil(site)) return undefined;
      return site.text.startsWith("-") ? site.text.slice(1) : `-${site.text}`;
    },
  },
  {
    id: "unit",
    title: "元当作万元 unit (×10,000)",
    change: ({ text, figure, fact }) => {
      const { kind } = fact.quantity;
      if (figure.scaled === 0n || kind === "count" || kind === "growth") return undefined;
      const [whole = "", decimals] = text.replaceAll(",", "").split(".");
      return `${whole}0000${decimals === undefined ? "" : `.${decimals}`}`;
    },
  },
];

/** How far the printed figure was moved, in units of its own last printed place; undefined if not at all. */
export function sizeOf(site: Site, text: string): bigint | undefined {
  const figure = figureOf(text, site.figure.unit);
  if (figure === undefined) return undefined;
  const decimals = Math.max(figure.decimals, site.figure.decimals);
  const gap =
    figure.scaled * 10n ** BigInt(decimals - figure.decimals) -
    site.figure.scaled * 10n ** BigInt(decimals - site.figure.decimals);
  if (gap === 0n) return undefined;
  const unit = 10n ** BigInt(decimals - site.figure.decimals);
  const magnitude = gap < 0n ? -gap : gap;
  return (magnitude + unit - 1n) / unit;
}

/** The figures beside, above and below a cell, or before and after in a sentence. */
export function neighboursOf(site: Site, sites: readonly Site[]): readonly Site[] {
  const near = (a: number, b: number) => Math.abs(a - b) <= 1;
  return sites.filter(
    (other) =>
      other !== site &&
      other.block === site.block &&
      (site.kind === "sentence" || (near(other.row, site.row) && near(other.item, site.item))),
  );
}

export function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Mulberry32: small, even, and the same everywhere. */
export function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function digitsOf(text: string): readonly number[] {
  return [...text].flatMap((character, index) => (/\d/u.test(character) ? [index] : []));
}

/** Neighbouring digits that differ; a nought does not come to the front. */
function swappable(text: string): (readonly [number, number])[] {
  const digits = digitsOf(text);
  return digits.flatMap((at, index) => {
    const next = digits[index + 1];
    if (next === undefined || text[at] === text[next]) return [];
    const leads = index === 0 && next === at + 1 && text[next] === "0";
    return leads ? [] : [[at, next] as const];
  });
}

/** Another digit at a position; a figure does not begin with a nought that it had not before. */
function replaceDigit(text: string, at: number | undefined, random: Random): string | undefined {
  if (at === undefined) return undefined;
  const leads = at === digitsOf(text)[0] && /\d/u.test(text[at + 1] ?? "");
  const digits = [..."0123456789"].filter((digit) => digit !== text[at] && !(leads && digit === "0"));
  return put(text, at, pick(digits, random) ?? "");
}

function put(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}

function movePoint(text: string, by: 1 | -1): string | undefined {
  const [, sign = "", number = "", rest = ""] = /^(-?)([\d,]+(?:\.\d+)?)(.*)$/u.exec(text) ?? [];
  const [whole = "", decimals = ""] = number.replaceAll(",", "").split(".");
  if (by === 1 && decimals === "") return undefined;
  const at = whole.length + by;
  const digits = (at < 1 ? "0" : "") + whole + decimals;
  const cut = Math.max(at, 1);
  const head = digits.slice(0, cut).replace(/^0+(?=\d)/u, "");
  const tail = digits.slice(cut);
  return `${sign}${head}${tail === "" ? "" : `.${tail}`}${rest}`;
}
