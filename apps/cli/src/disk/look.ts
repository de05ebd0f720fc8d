import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type DiskState, notEncrypted } from "./disk-state.ts";
import { type KernelFiles, linuxDisk } from "./linux.ts";
import { DATA_VOLUME, fileVaultState } from "./mac.ts";
import { bitLockerQuestion, bitLockerState, driveOf } from "./windows.ts";

/** Looks whether what lies at a path, or is going to, lies on an encrypted disk of this machine. */
export function diskOf(path: string): DiskState {
  const place = attempt(() => realpathSync.native(existing(resolve(path))));
  if (place === undefined) return notEncrypted("读不到这个位置", "the place cannot be read");
  switch (process.platform) {
    case "linux":
      return linuxDisk(place, KERNEL);
    case "win32":
      return windowsDisk(place);
    case "darwin":
      return fileVaultState(isSameVolume(place, DATA_VOLUME), answerOf("fdesetup", ["status"]));
    default:
      return notEncrypted(
        "在这种操作系统上看不到硬盘是否加密",
        "of this operating system's disks it cannot be told",
      );
  }
}

/** The path, or the nearest folder above it that is there; a link counts, wherever it leads. */
function existing(path: string): string {
  const isThere = attempt(() => lstatSync(path)) !== undefined;
  return isThere || dirname(path) === path ? path : existing(dirname(path));
}

const KERNEL: KernelFiles = {
  read: (path) => attempt(() => readFileSync(path, "utf8").trim()),
  list: (path) => attempt(() => readdirSync(path)) ?? [],
  real: (path) => attempt(() => realpathSync(path)),
};

function windowsDisk(place: string): DiskState {
  const drive = driveOf(place);
  // Another volume may be mounted in a folder of the drive.
  if (drive === undefined || !isSameVolume(place, drive))
    return notEncrypted("它不在本机的盘符上，看不到是否加密", "it does not lie on a drive of this machine");
  const options = ["-NoProfile", "-NonInteractive", "-Command", bitLockerQuestion(drive)];
  return bitLockerState(drive, answerOf("powershell.exe", options));
}

function isSameVolume(one: string, other: string): boolean {
  return attempt(() => statSync(one).dev === statSync(other).dev) ?? false;
}

const PATIENCE = 30_000;

function answerOf(program: string, options: readonly string[]): string | undefined {
  return attempt(() =>
    execFileSync(program, options, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: PATIENCE,
    }),
  );
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
