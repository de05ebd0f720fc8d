import { CHANGES } from "./changes.ts";
import type { PlantedError } from "./several.ts";

const SIZES: readonly (readonly [string, (size: bigint) => boolean])[] = [
  ["3–10", (size) => size <= 10n],
  ["11–100", (size) => size > 10n && size <= 100n],
  ["101–1000", (size) => size > 100n && size <= 1000n],
  ["> 1000", (size) => size > 1000n],
];

/** The section of docs/benchmarks.md on proofs of contradiction. */
export function contradictionsOf(
  errors: readonly PlantedError[],
  { date, seed }: { readonly date: string; readonly seed: number },
): string {
  const counts = [...new Set(errors.map(({ together }) => together))];
  const by = (fits: (error: PlantedError) => boolean) => errors.filter(fits);
  const single = by(({ together }) => together === 1);
  return [
    "## 矛盾的证明 Proofs of contradiction",
    `\`npm run measure:planted\` 写出。${date}，随机种子 ${seed}。同样的成品，每份同时改 1、2 或 5 个数（比率除外），每处至少差三个末位单位。“已证”：单有这一处差错，就能证明各数不能同时成立；其余各栏只就已证的而言。“在集中”：某个极小矛盾集含有改错的数。“首选为真”：排在第一的改法正是这个数、且正是原数。“唯一”：各等式只容许改一个数、且只容许一个印出值。`,
    "Written by `npm run measure:planted`: the same packs with 1, 2 or 5 figures changed at once (ratios apart), each by at least three of its last printed places. *Proved*: this error alone makes the figures contradictory, with a checked certificate; the other columns speak of these only. *In the set*: a minimal contradictory set has the wrong figure in it. *First right*: the first correction is this figure and its true value. *Determined*: the identities leave one figure to correct and one printed value for it; *of these right*: the share whose first correction is true.",
    "### 按差错个数 By number of errors",
    tableOf(
      "同时差错 Errors at once",
      counts.map((count) => [String(count), by(({ together }) => together === count)]),
    ),
    "### 一处差错，按大小 One error, by size",
    "以所印末位为一。In units of the last printed place.",
    tableOf(
      "大小 Size",
      SIZES.map(([title, fits]) => [title, single.filter(({ size }) => fits(size))]),
    ),
    "### 按改法 By kind",
    tableOf(
      "改法 Kind",
      CHANGES.map(({ id, title }) => [title, by(({ kind }) => kind === id)]),
    ),
  ].join("\n\n");
}

function tableOf(head: string, rows: readonly (readonly [string, readonly PlantedError[]])[]): string {
  const filled = rows.filter(([, errors]) => errors.length > 0);
  return [
    `| ${head} | 差错 Errors | 已证 Proved | 在集中 In the set | 首选为真 First right | 唯一 Determined | 其中为真 Of these right |`,
    "|---|---:|---:|---:|---:|---:|---:|",
    ...filled.map(([title, errors]) => {
      const proved = errors.filter((error) => error.proved);
      const determined = proved.filter(({ oneFigure, oneValue }) => oneFigure && oneValue);
      const cells = [
        share(proved.length, errors.length),
        share(proved.filter(({ inSet }) => inSet).length, proved.length),
        share(proved.filter(({ rightValue }) => rightValue).length, proved.length),
        share(determined.length, proved.length),
        share(determined.filter(({ rightValue }) => rightValue).length, determined.length),
      ];
      return `| ${title} | ${errors.length} | ${cells.join(" | ")} |`;
    }),
  ].join("\n");
}

function share(part: number, whole: number): string {
  return whole === 0 ? "—" : `${((100 * part) / whole).toFixed(1)} %`;
}
