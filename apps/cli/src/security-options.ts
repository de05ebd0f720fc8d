import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { SecurityLog, SecuritySettings } from "@mingzhang/server";
import { type CommandInput, type OptionDefinition, type Terminal, textOption } from "./command.ts";
import type { DiskState } from "./disk/disk-state.ts";
import { diskOf } from "./disk/look.ts";
import { Failure } from "./failure.ts";
import { both } from "./report.ts";

/** For commands that keep names and accounts of people. */
export const DISK_OPTION: OptionDefinition = {
  flags: "--require-encrypted-disk",
  text: {
    zh: "所写的内容不在加密的硬盘上（LUKS、BitLocker、FileVault），或看不出是否加密，就不做。",
    en: "Do nothing unless what is written lies on a disk that is seen to be encrypted (LUKS, BitLocker, FileVault).",
  },
};

/** What an office decides of its security when it starts the server. */
export const SECURITY_OPTIONS: readonly OptionDefinition[] = [
  {
    flags: "--require-second-factor <roles>",
    text: {
      zh: "这些角色（逗号分隔，如 administrator,bureau）登录后须先启用动态口令，才能做别的事。",
      en: "These roles (with commas, as administrator,bureau) turn one-time codes on before anything else.",
    },
  },
  {
    flags: "--log-to <file>",
    text: {
      zh: "安全日志另写一份：每条一行 JSON，追加到文件；“-”为标准输出，由 journald 等带走。",
      en: 'Write the security log there as well, a line of JSON each: appended to a file, or "-" for standard output, which journald takes elsewhere.',
    },
  },
  {
    flags: "--alert-at <number>",
    default: "50",
    text: {
      zh: "一刻钟内登录失败、被拒绝和不合规的请求达到几次时提醒管理员。",
      en: "Administrators are alerted at so many failed sign-ins, refused calls and misfits in a quarter of an hour.",
    },
  },
  {
    flags: "--uploads-a-day <number>",
    default: "5000",
    text: { zh: "每人每天上传几个文件为止。", en: "Files that a person uploads on one day at most." },
  },
  {
    flags: "--megabytes-a-day <number>",
    default: "10240",
    text: { zh: "每人每天上传多少 MB 为止。", en: "Megabytes that a person uploads on one day at most." },
  },
  {
    flags: "--antivirus <address>",
    text: {
      zh: "上传的文件先交给 ClamAV 查毒，带毒的和未能查毒的都不收：unix:/run/clamav/clamd.ctl 或 tcp:主机:3310。",
      en: "ClamAV looks at uploaded files first, and what is infected or could not be checked is refused: unix:/run/clamav/clamd.ctl or tcp:host:3310.",
    },
  },
  DISK_OPTION,
];

type Server = Pick<typeof import("@mingzhang/server"), "USUAL_SECURITY" | "MEGABYTE" | "ROLES">;

/** The settings that the options ask for. */
export function securitySettings(options: CommandInput["options"], server: Server): SecuritySettings {
  return {
    ...server.USUAL_SECURITY,
    secondFactor: rolesOf(textOption(options.requireSecondFactor), server.ROLES),
    alertAt: wholeNumber("--alert-at", options.alertAt),
    uploads: {
      files: wholeNumber("--uploads-a-day", options.uploadsADay),
      bytes: wholeNumber("--megabytes-a-day", options.megabytesADay) * server.MEGABYTE,
    },
  };
}

function rolesOf(given: string | undefined, known: Server["ROLES"]): SecuritySettings["secondFactor"] {
  return (given?.split(",") ?? []).map((part) => {
    const role = known.find((one) => one === part.trim());
    if (role !== undefined) return role;
    throw new Failure({
      zh: `--require-second-factor 里的“${part}”不是角色；角色有：${known.join(", ")}。`,
      en: `"${part}" in --require-second-factor is no role; there are ${known.join(", ")}.`,
    });
  });
}

function wholeNumber(name: string, given: unknown): number {
  const number = Number(given);
  if (Number.isSafeInteger(number) && number > 0 && number < 1_000_000_000) return number;
  throw new Failure({
    zh: `${name} 应为正整数，而不是“${given}”。`,
    en: `${name} is a whole number above 0, not "${given}".`,
  });
}

/** A file, which is taken up where it ends and which only the program's account reads; "-" is standard output. */
export function securityLogTo(to: string | undefined, terminal: Terminal): SecurityLog | undefined {
  if (to === undefined) return undefined;
  if (to === "-") return { last: undefined, write: (lines) => terminal.out(lines.join("\n")) };
  const write = (lines: readonly string[]) =>
    appendFileSync(to, lines.map((line) => `${line}\n`).join(""), { mode: 0o600 });
  try {
    write([]);
  } catch {
    throw new Failure({
      zh: `--log-to 的文件“${to}”写不了：请检查文件夹和权限。`,
      en: `"${to}" of --log-to cannot be written: look at the folder and its rights.`,
    });
  }
  return { last: lastNumber(to), write };
}

/** Number of the last whole line's entry; undefined where there is none yet. */
function lastNumber(file: string): number | undefined {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const numbers = [...text.matchAll(/^\{"number":(\d+),.*\}$/gm)];
  const last = numbers.at(-1)?.[1];
  return last === undefined ? undefined : Number(last);
}

export interface KeptPlaces {
  /** Files and folders of this machine. */
  readonly paths: readonly string[];
  /** Whether the database is another one than that of the data folder. */
  readonly elsewhere?: boolean;
}

/** Fails, where the option asks for encrypted disks, unless every place is seen to lie on one; says by what. */
export function requireEncryptedDisk(
  options: CommandInput["options"],
  { paths, elsewhere = false }: KeptPlaces,
  terminal: Terminal,
  look: (path: string) => DiskState = diskOf,
): void {
  if (options.requireEncryptedDisk !== true) return;
  if (elsewhere)
    throw new Failure({
      zh: "--require-encrypted-disk 看不到另外给出的 PostgreSQL 放在什么硬盘上，什么也没有做：请改用自带的数据库；或者请那台机器的管理员确认硬盘已加密，再去掉这个选项。",
      en: "--require-encrypted-disk cannot see the disk of a PostgreSQL that is given by its address, and nothing was done: use the built-in database, or have that machine's disk confirmed to be encrypted and leave the option out.",
    });
  for (const path of paths) {
    const state = look(path);
    if (!state.encrypted)
      throw new Failure({
        zh: `“${path}”不在加密的硬盘上（${state.why.zh}），按 --require-encrypted-disk 什么也没有做：请先用 LUKS、BitLocker 或 FileVault 加密，或换到加密的硬盘上；由本程序看不到的办法加密的，去掉这个选项。`,
        en: `"${path}" does not lie on an encrypted disk (${state.why.en}), so that nothing was done, as --require-encrypted-disk asks: encrypt it with LUKS, BitLocker or FileVault, or choose a disk that is; where it is encrypted in a way that cannot be seen from here, leave the option out.`,
      });
    terminal.error(
      both({ zh: `“${path}”由 ${state.by} 加密。`, en: `"${path}" is encrypted by ${state.by}.` }),
    );
  }
}
