import { CHANGES } from "./changes.ts";

/** One planted error and what became of it. */
export interface Outcome {
  readonly pack: string;
  readonly kind: string;
  readonly site: "cell" | "form" | "sentence";
  /** The table's caption, or the words before the figure. */
  readonly name: string;
  readonly size: bigint;
  /** Whether an interval check could show it at all. */
  readonly reachable: boolean;
  readonly found: boolean;
  readonly located: boolean;
  readonly marked: boolean;
}

export interface FormatCheck {
  readonly format: string;
  readonly plants: number;
  /** Errors and warnings on the packs without a planted error. */
  readonly sound: number;
  readonly found: number;
  /** Found straight from the document. */
  readonly expected: number;
  /** With the same findings, word by word, as straight from the document. */
  readonly same: number;
}

const SIZES: readonly (readonly [string, (size: bigint) => boolean])[] = [
  ["1", (size) => size === 1n],
  ["2–3", (size) => size === 2n || size === 3n],
  ["4–10", (size) => size >= 4n && size <= 10n],
  ["> 10", (size) => size > 10n],
];
const SITES = { cell: "表 tables", form: "绩效表 performance forms", sentence: "文字 sentences" } as const;

/** The section of docs/benchmarks.md. */
export function sectionOf(
  outcomes: readonly Outcome[],
  formats: readonly FormatCheck[],
  { date, seconds, seed }: { readonly date: string; readonly seconds: number; readonly seed: number },
): string {
  const packs = [...new Set(outcomes.map(({ pack }) => pack))];
  const by = (fits: (outcome: Outcome) => boolean) => outcomes.filter(fits);
  return [
    "## 人为差错 Planted errors",
    `\`npm run measure:planted\` 写出。${date}，随机种子 ${seed}，${Math.round(seconds)} 秒，${outcomes.length} 次。每次只改成品中印出的一个数，再读、再查。没有改动的成品没有任何错误或警告。“理论上限”：改动使预算本身决定的某个重复或加总超出舍入所容许的差，区间核对才可能发现；“其中查出”：这样的改动中查出的比例。`,
    "Written by `npm run measure:planted`. One printed figure of a built pack is changed at a time, and the pack is read and checked again; unchanged, it has no error and no warning. *Found*: a new error or warning. *Located*: the finding that names the cause rests on the changed figure. *Marked*: its mark stands on that very cell or paragraph. *At best*: the change breaks, beyond rounding, a repeat or a sum that the budget itself implies, so that an interval check can show it. *Of these*: the share of such changes that were found.",
    "### 按大小 By size",
    "以所印末位为一。In units of the last printed place.",
    tableOf(
      "大小 Size",
      SIZES.map(([title, fits]) => [title, by(({ size }) => fits(size))]),
    ),
    "### 按改法 By kind",
    tableOf(
      "改法 Kind",
      CHANGES.map(({ id, title }) => [title, by(({ kind }) => kind === id)]),
    ),
    "### 按位置 By place",
    tableOf(
      "位置 Place",
      Object.entries(SITES).map(([id, title]) => [title, by(({ site }) => site === id)]),
    ),
    "### 按成品 By pack",
    tableOf(
      "成品 Pack",
      packs.map((name) => [name, by(({ pack }) => pack === name)]),
    ),
    "### 本可查出而未查出 Missed though a check could show it",
    missedTable(by(({ reachable, found }) => reachable && !found)),
    "### 各种格式 Formats",
    "以上直接查所排的文档；其中一部分写成文件、读回再查，与直接查得的相比。The above is checked on the composed document; some of the plants are also written to a file and read back, and the result compared.",
    formatTable(formats),
  ].join("\n\n");
}

function tableOf(head: string, rows: readonly (readonly [string, readonly Outcome[]])[]): string {
  const all = rows.flatMap(([, outcomes]) => outcomes);
  const filled = rows.filter(([, outcomes]) => outcomes.length > 0);
  return [
    `| ${head} | 次数 Plants | 查出 Found | 定位 Located | 标在该处 Marked | 理论上限 At best | 其中查出 Of these |`,
    "|---|---:|---:|---:|---:|---:|---:|",
    ...[...filled, ["合计 All", all] as const].map(([title, outcomes]) => {
      const reachable = outcomes.filter((outcome) => outcome.reachable);
      const cells = [
        share(outcomes, "found"),
        share(outcomes, "located"),
        share(outcomes, "marked"),
        share(outcomes, "reachable"),
        share(reachable, "found"),
      ];
      return `| ${title} | ${outcomes.length} | ${cells.join(" | ")} |`;
    }),
  ].join("\n");
}

/** Where they are: tables by their titles without the body, sentences by the words before the figure. */
function missedTable(missed: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { site, name } of missed) {
    const words =
      site === "sentence"
        ? `…${name.split(/[\d.，。；、：]+/u).at(-1)}`
        : name.replace(/^\d{4}年[^“（]*?部门(?=.)/u, "");
    const place = `${SITES[site]}：${words}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [
    "| 位置 Place | 次数 Plants |",
    "|---|---:|",
    ...rows.map(([place, count]) => `| ${place} | ${count} |`),
  ].join("\n");
}

function share(outcomes: readonly Outcome[], key: "found" | "located" | "marked" | "reachable"): string {
  if (outcomes.length === 0) return "—";
  return `${((100 * outcomes.filter((outcome) => outcome[key]).length) / outcomes.length).toFixed(1)} %`;
}

function formatTable(formats: readonly FormatCheck[]): string {
  return [
    "| 格式 Format | 次数 Plants | 未改时的错误、警告 Findings unchanged | 查出 Found | 直接查出 Found directly | 结果逐字相同 Same words |",
    "|---|---:|---:|---:|---:|---:|",
    ...formats.map(
      ({ format, plants, sound, found, expected, same }) =>
        `| ${format} | ${plants} | ${sound} | ${found} | ${expected} | ${same} |`,
    ),
  ].join("\n");
}
