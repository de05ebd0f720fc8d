import { execFileSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { ServerFailure } from "./failure.ts";

/** A user of the operating system. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** In this order: the accounts that a database may run as where the program itself is root. */
const NAMES = ["mingzhang", "postgres"];

/**
 * Whom the database runs as: undefined where this program is no root and the database may run as the same user.
 * PostgreSQL refuses to run as root; where none of the accounts exists, a system account is made.
 */
export async function databaseAccount(): Promise<Account | undefined> {
  if (process.platform === "win32" || process.getuid?.() !== 0) return undefined;
  for (const name of NAMES) {
    const account = await find(name);
    if (account !== undefined) return account;
  }
  try {
    execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "mingzhang"], {
      stdio: "ignore",
    });
  } catch {
    // Said below.
  }
  const made = await find("mingzhang");
  if (made !== undefined) return made;
  throw new ServerFailure({
    zh: "数据库不能以 root 运行，也建不了系统用户 mingzhang。请用普通用户运行，或先建立这个用户。",
    en: "The database cannot run as root, and the system user mingzhang cannot be made. Run as another user, or create it first.",
  });
}

/** Refuses a folder that the account cannot get into, because a folder above it is closed to others. */
export async function requireReachable(folder: string, { uid, gid }: Account): Promise<void> {
  for (let above = dirname(folder); ; above = dirname(above)) {
    const { mode, uid: owner, gid: group } = await stat(above);
    const enters = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
    if (enters === 0) {
      throw new ServerFailure({
        zh: `数据库以另一个用户运行，进不了“${above}”。请把数据文件夹放到别处，或用普通用户运行。`,
        en: `The database runs as another user, who cannot enter "${above}". Put the data folder elsewhere, or run as that folder's owner.`,
      });
    }
    if (above === dirname(above)) return;
  }
}

async function find(name: string): Promise<Account | undefined> {
  const line = (await readFile("/etc/passwd", "utf8").catch(() => ""))
    .split("\n")
    .find((candidate) => candidate.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
