import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  type Budget,
  type Finding,
  findProfile,
  hasError,
  holdsYear,
  type PerformanceYear,
  PROFILES,
  type Profile,
  type RawSheet,
  readBudget,
  readYear,
} from "@mingzhang/core";
import { type LedgerEntry, readLedger } from "@mingzhang/readers";
import { EXIT, type ExitCode } from "./command.ts";
import { isFolder, YEAR_FOLDER } from "./entry-files.ts";
import { Failure } from "./failure.ts";

/** A budget with the place it is published under, or what is wrong with it. */
export type LoadedBudget = {
  readonly findings: readonly Finding[];
} & (
  | { readonly budget: Budget; readonly profile: Profile }
  | { readonly budget?: undefined; readonly code: ExitCode }
);

/** A budget with what was recorded in its year, or what is wrong with either. */
export type LoadedYear = {
  readonly findings: readonly Finding[];
} & (
  | { readonly budget: Budget; readonly year: PerformanceYear; readonly profile: Profile }
  | { readonly budget?: undefined; readonly code: ExitCode }
);

/** Reads a budget from a workbook or a folder of CSV files, and checks it against the profile it is published under. */
export async function loadBudget(path: string, profileId: string | undefined): Promise<LoadedBudget> {
  const { sheets, findings, profile, named } = await ledgerOf([path], profileId);
  if (hasError(findings)) return { findings, code: EXIT.unreadable };
  const read = readBudget(sheets, profile === undefined ? {} : { weights: profile.weights });
  const all = [...findings, ...read.findings];
  if (read.budget === undefined || hasError(all)) return { findings: all, code: EXIT.findings };
  return { budget: read.budget, profile: profile ?? profileFor(named), findings: all };
}

/**
 * Reads a budget with its year: from `year` where that is given, else from the folder `year` below the budget's, else
 * from the budget's own files. Fails where no sheet of a year is there: nothing recorded is not the same as no record.
 */
export async function loadYear(
  path: string,
  { year, profile: profileId }: { readonly year?: string; readonly profile?: string },
): Promise<LoadedYear> {
  const beside = join(path, YEAR_FOLDER);
  const own = year ?? ((await isFolder(beside)) ? beside : undefined);
  const paths = own === undefined ? [path] : [path, own];
  const { sheets, findings, profile, named } = await ledgerOf(paths, profileId);
  if (hasError(findings)) return { findings, code: EXIT.unreadable };
  if (!holdsYear(sheets)) throw noYear(own ?? path);
  const read = readYear(sheets, profile === undefined ? {} : { weights: profile.weights });
  const all = [...findings, ...read.findings];
  if (read.budget === undefined || read.year === undefined || hasError(all))
    return { findings: all, code: EXIT.findings };
  return { budget: read.budget, year: read.year, profile: profile ?? profileFor(named), findings: all };
}

function noYear(path: string): Failure {
  return new Failure({
    zh: `“${path}”中没有绩效管理的表。CSV 放在预算文件夹下的 year 中，或用 --year 指定；空白工作簿用 mingzhang new --year-of 新建。`,
    en: `"${path}" has no sheet of a year. Put its CSV files in year below the budget's folder, or name them with --year; mingzhang new --year-of makes a blank workbook.`,
  });
}

interface Ledger {
  readonly sheets: readonly RawSheet[];
  readonly findings: readonly Finding[];
  readonly profile?: Profile;
  /** What the department sheet says under 公开口径, known or not. */
  readonly named?: string;
}

/** The sheets of files and folders together, and the profile that is asked for or that they name. */
async function ledgerOf(paths: readonly string[], profileId: string | undefined): Promise<Ledger> {
  const asked = profileId === undefined ? undefined : profileFor(profileId);
  const entries = await Promise.all(paths.map(entriesOf));
  const { sheets, findings } = await readLedger(entries.flat());
  if (asked !== undefined) return { sheets, findings, profile: asked };
  const named = profileIn(sheets);
  const profile = named === undefined ? undefined : findProfile(named);
  return {
    sheets,
    findings,
    ...(profile === undefined ? {} : { profile }),
    ...(named === undefined ? {} : { named }),
  };
}

/** The unit's id by its id, name or code. */
export function unitIdOf(budget: Budget, name: string): string {
  const unit = budget.units.find((candidate) =>
    [candidate.id, candidate.name, candidate.code].includes(name),
  );
  if (unit !== undefined) return unit.id;
  const choices = budget.units.map((candidate) => candidate.id).join("、");
  throw new Failure({
    zh: `没有预算单位“${name}”。可选：${choices}。`,
    en: `There is no unit "${name}". Choose one of: ${choices}.`,
  });
}

/** The files of a path with their bytes; a folder's in the order of their names. */
export async function entriesOf(path: string): Promise<readonly LedgerEntry[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new Failure(
      {
        zh: `找不到“${path}”。请检查路径是否写对。`,
        en: `There is no "${path}". Check the path.`,
      },
      EXIT.unreadable,
    );
  }
  if (!found.isDirectory()) return [await entryOf(path)];
  const names = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => entryOf(join(path, name))));
}

async function entryOf(path: string): Promise<LedgerEntry> {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch {
    throw new Failure(
      { zh: `读不了“${path}”。请检查权限。`, en: `Cannot read "${path}". Check its permissions.` },
      EXIT.unreadable,
    );
  }
}

/** The profile by its id; without one, the profile that most places resemble is not guessed: it is asked for. */
export function profileFor(id: string | undefined): Profile {
  const profile = id === undefined ? undefined : findProfile(id);
  if (profile !== undefined) return profile;
  const choices = PROFILES.map((candidate) => candidate.id).join("、");
  throw new Failure({
    zh:
      id === undefined
        ? `没有指定公开口径。请在部门信息中填写，或用 --profile 指定：${choices}。`
        : `没有公开口径“${id}”。可用：${choices}。`,
    en:
      id === undefined
        ? `No profile is given. Fill it in under department, or use --profile: ${choices}.`
        : `There is no profile "${id}". Choose one of: ${choices}.`,
  });
}

/** The profile that is asked for, else the one that the department sheet names; undefined where it is not known. */
export function profileOf(sheets: readonly RawSheet[], asked: string | undefined): Profile | undefined {
  if (asked !== undefined) return profileFor(asked);
  const named = profileIn(sheets);
  return named === undefined ? undefined : findProfile(named);
}

/** What the department sheet says under 公开口径. */
function profileIn(sheets: readonly RawSheet[]): string | undefined {
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      const field = row.findIndex((cell) => cell.text === "profile" || cell.text.startsWith("公开口径"));
      const value =
        field < 0
          ? ""
          : (row.slice(field + 1).find((cell) => findProfile(cell.text.trim()) !== undefined)?.text ??
            row[field + 1]?.text ??
            "");
      if (value.trim() !== "" && row.length <= 8) return value.trim();
    }
  }
  return undefined;
}
