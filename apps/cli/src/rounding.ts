import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type PublishedFigure, publishedFigures, type Rounding } from "@mingzhang/core";
import { readCsvSheet } from "@mingzhang/readers";
import { loadSolver } from "@mingzhang/solver";
import { type CommandInput, EXIT, type OptionDefinition, textOption } from "./command.ts";
import { Failure } from "./failure.ts";

/** The options of commands that print figures. */
export const ROUNDING_OPTIONS: readonly OptionDefinition[] = [
  {
    flags: "--rounding <mode>",
    default: "consistent",
    text: {
      zh: "取整方式：consistent 使每一处加总都成立；conventional 各数分别四舍五入。",
      en: "consistent: rounded so that every sum holds; conventional: each figure on its own.",
    },
  },
  {
    flags: "--published <data>",
    text: {
      zh: "上年公开的开放数据（上年输出文件夹、其中的 data，或 facts.csv）：上年数照上年印出的数。",
      en: "Last year's open data (its output folder, the folder data, or facts.csv): last year's figures are repeated as published.",
    },
  },
];

/** How the options of a command ask for figures to be rounded. */
export async function roundingOf({ options }: Pick<CommandInput, "options">): Promise<Rounding> {
  const mode = textOption(options.rounding) ?? "consistent";
  const path = textOption(options.published);
  if (mode === "conventional") {
    if (path === undefined) return { mode };
    throw new Failure({
      zh: "--published 只用于一致取整（--rounding consistent）。",
      en: "--published goes with consistent rounding (--rounding consistent).",
    });
  }
  if (mode !== "consistent") {
    throw new Failure({
      zh: `没有取整方式“${mode}”。可用：consistent、conventional。`,
      en: `There is no rounding "${mode}". Choose consistent or conventional.`,
    });
  }
  const solve = await loadSolver();
  return path === undefined ? { mode, solve } : { mode, solve, published: await publishedIn(path) };
}

async function publishedIn(path: string): Promise<PublishedFigure> {
  for (const candidate of [path, join(path, "facts.csv"), join(path, "data", "facts.csv")]) {
    if (!(await stat(candidate).catch(() => undefined))?.isFile()) continue;
    const { sheet } = readCsvSheet(await readFile(candidate), candidate);
    const published = publishedFigures((sheet?.rows ?? []).map((row) => row.map(({ text }) => text)));
    if (published !== undefined) return published;
    break;
  }
  throw new Failure(
    {
      zh: `“${path}”里没有上年的开放数据 facts.csv。请给出上年 mingzhang build 写出的文件夹。`,
      en: `"${path}" has no facts.csv of last year's open data. Give the folder that mingzhang build wrote last year.`,
    },
    EXIT.unreadable,
  );
}
