import { type DiskState, notEncrypted } from "./disk-state.ts";
import { type Mount, mountOf } from "./mounts.ts";

/** What the kernel shows of itself in /proc, /sys and /dev. */
export interface KernelFiles {
  /** Content without blanks at its ends; undefined where there is no such file. */
  read(path: string): string | undefined;
  /** Names in a folder; none where there is no such folder. */
  list(path: string): readonly string[];
  /** The path without symbolic links; undefined where it leads nowhere. */
  real(path: string): string | undefined;
}

/** Whether a folder's file system lies on encrypted block devices only. The path is a real one. */
export function linuxDisk(path: string, files: KernelFiles): DiskState {
  const mount = mountOf(path, files.read("/proc/self/mountinfo") ?? "");
  if (mount === undefined)
    return notEncrypted("看不到它在哪个文件系统上", "it cannot be seen on which file system it lies");
  const devices = devicesOf(mount, files);
  if (devices.length === 0)
    return notEncrypted(
      `它在“${mount.type}”文件系统上，看不到下面的硬盘`,
      `it lies on a file system "${mount.type}", behind which no disk can be seen`,
    );
  return allOf(devices, files);
}

/** Folders of /sys of the block devices that a file system lies on; none where they cannot be told. */
function devicesOf({ device, type, source }: Mount, files: KernelFiles): readonly string[] {
  if (!device.startsWith("0:")) return known([`/sys/dev/block/${device}`], files);
  // One file system over several devices, which has a number of its own.
  const first = type === "btrfs" ? nameOf(files.real(source) ?? "") : "";
  if (first === "") return [];
  const members = files
    .list("/sys/fs/btrfs")
    .map((id) => files.list(`/sys/fs/btrfs/${id}/devices`))
    .find((names) => names.includes(first));
  return known(members?.map((name) => `/sys/class/block/${name}`) ?? [], files);
}

/** All of them by their real folders, or none where one is not there. */
function known(paths: readonly string[], files: KernelFiles): readonly string[] {
  const folders = paths.flatMap((path) => files.real(path) ?? []);
  return folders.length === paths.length ? folders : [];
}

function allOf(devices: readonly string[], files: KernelFiles): DiskState {
  const states = devices.map((device) => stateOf(device, files));
  return states.find(({ encrypted }) => !encrypted) ?? (states[0] as DiskState);
}

/**
 * Kinds of dm-crypt that keep content secret, as cryptsetup puts them before the names that it gives devices;
 * CRYPT-VERITY and CRYPT-INTEGRITY only guard it against changes.
 */
const SECRET = /^CRYPT-(LUKS1|LUKS2|PLAIN|LOOPAES|TCRYPT|BITLK|FVAULT2)-/;

/** A device is encrypted, or everything beneath it is: volume groups, arrays, partitions. */
function stateOf(device: string, files: KernelFiles): DiskState {
  const name = nameOf(device);
  const [, kind] = SECRET.exec(files.read(`${device}/dm/uuid`) ?? "") ?? [];
  if (kind !== undefined) return { encrypted: true, by: `${kind}（${name}）` };
  // A cache's own device is not among what the kernel lists beneath a bcache.
  const beneath = name.startsWith("bcache") ? [] : files.list(`${device}/slaves`);
  if (beneath.length > 0) {
    const folders = known(
      beneath.map((one) => `${device}/slaves/${one}`),
      files,
    );
    if (folders.length > 0) return allOf(folders, files);
  }
  if (files.read(`${device}/partition`) !== undefined) return stateOf(device.replace(/\/[^/]+$/, ""), files);
  return notEncrypted(`硬盘“${name}”看不出加密`, `the disk "${name}" shows no encryption`);
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? "";
}
