import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type KernelFiles, linuxDisk } from "./linux.ts";
import { diskOf } from "./look.ts";
import { fileVaultState } from "./mac.ts";
import { mountOf } from "./mounts.ts";
import { bitLockerQuestion, bitLockerState, driveOf } from "./windows.ts";

/** A block device as /sys shows it. */
interface Block {
  readonly name: string;
  readonly number: string;
  /** The disk that it is a part of. */
  readonly partOf?: string;
  readonly uuid?: string;
  /** What it lies on. */
  readonly on?: readonly string[];
}

const DISK: Block = { name: "sda", number: "8:0" };
const PART: Block = { name: "sda2", number: "8:2", partOf: "sda" };
const OTHER_DISK: Block = { name: "sdb", number: "8:16" };
const LUKS = "CRYPT-LUKS2-8f2cf4b0d0c14f0d8f2a6c6d4f1c9a11-sda2_crypt";
const LVM = "LVM-q3J0bTnTqz8m1VJ3m2W0fY6k4x9sW1dCkq2m5z7r8t9u0v1w2x3y4z5a6b7c8d9e";
/** LUKS on a partition, as installers make it. */
const CRYPT: Block = { name: "dm-0", number: "253:0", uuid: LUKS, on: ["sda2"] };

function kernel(mountinfo: readonly string[], blocks: readonly Block[], more: Record<string, string> = {}) {
  const folderOf = (name: string): string => {
    const block = blocks.find((one) => one.name === name);
    if (block?.partOf !== undefined) return `${folderOf(block.partOf)}/${name}`;
    return `/sys/devices/${block?.on === undefined ? "pci0000:00/ata1" : "virtual"}/block/${name}`;
  };
  const files: Record<string, string> = { "/proc/self/mountinfo": mountinfo.join("\n"), ...more };
  const links: Record<string, string> = {};
  for (const { name, number, partOf, uuid, on = [] } of blocks) {
    const folder = folderOf(name);
    links[`/sys/dev/block/${number}`] = folder;
    links[`/sys/class/block/${name}`] = folder;
    files[`${folder}/dev`] = number;
    if (partOf !== undefined) files[`${folder}/partition`] = "2";
    if (uuid !== undefined) files[`${folder}/dm/uuid`] = uuid;
    for (const one of on) links[`${folder}/slaves/${one}`] = folderOf(one);
  }
  const paths = [...Object.keys(files), ...Object.keys(links)];
  const shown: KernelFiles = {
    read: (path) => files[path],
    list: (path) => {
      const within = paths.filter((each) => each.startsWith(`${path}/`));
      return [...new Set(within.map((each) => each.slice(path.length + 1).split("/")[0] ?? ""))];
    },
    real: (path) =>
      links[path] ?? more[path] ?? (paths.some((one) => one.startsWith(path)) ? path : undefined),
  };
  return shown;
}

/** "LUKS2（dm-0）" where it is encrypted, or the reason why it is not. */
function said(path: string, files: KernelFiles): string {
  const state = linuxDisk(path, files);
  return state.encrypted ? state.by : `no: ${state.why.en}`;
}

const PROC = "22 27 0:21 / /proc rw,relatime shared:12 - proc proc rw";
const root = (device: string, type = "ext4", source = "/dev/mapper/root") =>
  `27 1 ${device} / / rw,relatime shared:1 - ${type} ${source} rw`;

describe("a folder of Linux", () => {
  it("is encrypted on a partition, disk or volume of LUKS, whatever lies above it", () => {
    const logical: Block = { name: "dm-1", number: "253:1", uuid: LVM, on: ["dm-0"] };
    const array: Block = { name: "md0", number: "9:0", on: ["dm-0", "dm-2"] };
    const second: Block = { name: "dm-2", number: "253:2", uuid: LUKS, on: ["sdb"] };
    const part: Block = { name: "md0p1", number: "259:0", partOf: "md0" };
    const machine = [DISK, PART, OTHER_DISK, CRYPT, logical, second, array, part];
    expect(said("/srv/data", kernel([PROC, root("253:0")], machine))).toBe("LUKS2（dm-0）");
    expect(said("/srv/data", kernel([PROC, root("253:1", "xfs")], machine))).toBe("LUKS2（dm-0）");
    expect(said("/srv/data", kernel([PROC, root("9:0")], machine))).toBe("LUKS2（dm-0）");
    expect(said("/srv/data", kernel([PROC, root("259:0")], machine))).toBe("LUKS2（dm-0）");
    const above: Block = { ...CRYPT, on: ["dm-3"] };
    const below: Block = { name: "dm-3", number: "253:3", uuid: LVM, on: ["sda2"] };
    expect(said("/", kernel([root("253:0")], [DISK, PART, above, below]))).toBe("LUKS2（dm-0）");
  });

  it("is not on a plain disk or partition, nor where one of several disks is plain", () => {
    const volume: Block = { name: "dm-1", number: "253:1", uuid: LVM, on: ["dm-0", "sdb"] };
    const machine = [DISK, PART, OTHER_DISK, CRYPT, volume];
    expect(said("/srv/data", kernel([root("8:2")], machine))).toBe('no: the disk "sda" shows no encryption');
    expect(said("/srv/data", kernel([root("8:16")], machine))).toBe('no: the disk "sdb" shows no encryption');
    expect(said("/srv/data", kernel([root("253:1")], machine))).toBe(
      'no: the disk "sdb" shows no encryption',
    );
  });

  it("is not by what only guards against changes, or by a name that looks like encryption", () => {
    for (const uuid of [
      "CRYPT-VERITY-0af3-root",
      "CRYPT-INTEGRITY-root",
      "CRYPT-SUBDEV-0af3-root",
      "LVM-CRYPT-LUKS2-x",
    ])
      expect(said("/data", kernel([root("253:0")], [DISK, PART, { ...CRYPT, uuid }]))).toMatch(
        /^no: .*"sda"/,
      );
    const cache: Block = { name: "bcache0", number: "252:0", on: ["dm-0"] };
    expect(said("/data", kernel([root("252:0")], [DISK, PART, CRYPT, cache]))).toMatch(/^no: .*"bcache0"/);
  });

  it("is where btrfs has all of its devices encrypted, and not where one is plain", () => {
    const mounted = [root("0:30", "btrfs", "/dev/mapper/root")];
    const files = (devices: readonly string[]) =>
      kernel(mounted, [DISK, PART, OTHER_DISK, CRYPT], {
        "/dev/mapper/root": "/dev/dm-0",
        ...Object.fromEntries(devices.map((name) => [`/sys/fs/btrfs/1f0c-22/devices/${name}/size`, "1"])),
        "/sys/fs/btrfs/9f0c-33/devices/sdc/size": "1",
        "/sys/fs/btrfs/features/raid1c34": "0",
      });
    expect(said("/home/data", files(["dm-0"]))).toBe("LUKS2（dm-0）");
    expect(said("/home/data", files(["dm-0", "sdb"]))).toBe('no: the disk "sdb" shows no encryption');
    expect(said("/home/data", files(["dm-0", "sdz"]))).toMatch(/^no: .*"btrfs"/);
    expect(said("/home/data", files([]))).toMatch(/^no: .*"btrfs"/);
  });

  it("cannot be told of a container's own layer, memory, other machines or an unknown file system", () => {
    const inContainer = [
      "611 530 0:52 / / rw,relatime - overlay overlay rw,lowerdir=/var/lib/l:/var/lib/m,upperdir=/var/lib/u,workdir=/var/lib/w",
      "640 611 253:1 /volumes/mingzhang /data rw,relatime - ext4 /dev/mapper/vg-root rw",
    ];
    const volume: Block = { name: "dm-1", number: "253:1", uuid: LVM, on: ["dm-0"] };
    const files = kernel(inContainer, [DISK, PART, CRYPT, volume]);
    expect(said("/srv/data", files)).toMatch(/^no: .*"overlay"/);
    expect(said("/data/budgets", files)).toBe("LUKS2（dm-0）");
    expect(said("/data2", files)).toMatch(/^no: .*"overlay"/);
    for (const [type, source] of [
      ["tmpfs", "tmpfs"],
      ["nfs4", "10.0.0.2:/srv"],
      ["cifs", "//10.0.0.2/srv"],
      ["zfs", "tank/root"],
      ["fuse.sshfs", "me@there:"],
    ] as const)
      expect(said("/data", kernel([root("0:44", type, source)], [DISK, PART, CRYPT]))).toContain(`"${type}"`);
    expect(said("/data", kernel([], [DISK]))).toMatch(/^no: /);
    expect(said("/data", kernel([root("253:9")], [DISK, PART, CRYPT]))).toMatch(/^no: /);
  });

  it("lies on the mount that is seen at its path: the deepest, the last, by the name with its blanks", () => {
    const table = [
      root("8:2"),
      "40 27 253:0 / /srv rw - ext4 /dev/mapper/crypt rw",
      "41 40 8:16 / /srv/data rw - ext4 /dev/sdb rw",
      "42 27 253:0 / /media/我的\\040硬盘 rw - ext4 /dev/mapper/crypt rw",
      "43 27 8:16 / /mnt rw - ext4 /dev/sdb rw",
      "44 43 253:0 / /mnt/data rw - ext4 /dev/mapper/crypt rw",
      "45 43 253:1 / /mnt rw - ext4 /dev/sdc rw",
    ].join("\n");
    const device = (path: string) => mountOf(path, table)?.device;
    expect(["/", "/home", "/srv", "/srv/database", "/srv/data/x"].map(device)).toEqual([
      "8:2",
      "8:2",
      "253:0",
      "253:0",
      "8:16",
    ]);
    expect(device("/media/我的 硬盘/数据")).toBe("253:0");
    // Something was mounted over /mnt after /mnt/data.
    expect(device("/mnt/data")).toBe("253:1");
    const overRoot = ["1 0 0:1 / / rw - rootfs rootfs rw", "27 1 8:2 / / rw - ext4 /dev/sda2 rw"].join("\n");
    expect(mountOf("/data", overRoot)?.device).toBe("8:2");
  });
});

describe("a drive of Windows", () => {
  it("is encrypted where BitLocker is on, and not while it is suspended, at work, off or unknown", () => {
    expect(bitLockerState("D:\\", "1\r\n")).toEqual({ encrypted: true, by: "BitLocker（D:\\）" });
    for (const answer of ["0", "2", "3", "4", "5", "6", "7", "8", "11", "1 1", "", "\r\n", undefined])
      expect([answer, bitLockerState("D:\\", answer).encrypted]).toEqual([answer, false]);
  });

  it("is asked for by its own letter; what lies on another machine has none", () => {
    expect(driveOf("D:\\预算\\数据")).toBe("D:\\");
    expect(driveOf("\\\\server\\share\\data")).toBeUndefined();
    expect(driveOf("\\\\?\\Volume{0c1d}\\data")).toBeUndefined();
    expect(bitLockerQuestion("D:\\")).toContain("NameSpace('D:\\')");
  });
});

describe("a Mac's disk", () => {
  it("is encrypted where FileVault is on and done, on the Mac's own volume only", () => {
    expect(fileVaultState(true, "FileVault is On.\n").encrypted).toBe(true);
    const atWork = "FileVault is On.\nEncryption in progress: Percent completed = 22.1";
    for (const answer of ["FileVault is Off.\n", atWork, "", undefined])
      expect([answer, fileVaultState(true, answer).encrypted]).toEqual([answer, false]);
    expect(fileVaultState(false, "FileVault is On.\n").encrypted).toBe(false);
  });
});

describe("this machine", () => {
  it("says the same of a folder and of what is going to lie in it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mingzhang-disk-"));
    try {
      const state = diskOf(folder);
      expect(diskOf(join(folder, "not", "there.mzb"))).toEqual(state);
      expect(state).toHaveProperty(state.encrypted ? "by" : "why");
      await symlink(join(folder, "nowhere"), join(folder, "link"));
      expect(diskOf(join(folder, "link"))).toMatchObject({ why: { en: "the place cannot be read" } });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it.skipIf(process.platform !== "linux")("is seen by its kernel: /proc lies on no disk", () => {
    expect(diskOf("/proc/self")).toEqual({
      encrypted: false,
      why: expect.objectContaining({ en: expect.stringContaining('"proc"') }),
    });
  });
});
