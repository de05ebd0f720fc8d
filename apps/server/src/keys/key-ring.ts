import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ServerFailure } from "../database/failure.ts";
import { type MasterKey, masterKeyOf, newKeyText } from "./cipher.ts";
import { readSecret } from "./source.ts";
import { privateFolder, syncFolder, writeOnce } from "./write-whole.ts";

/** Where the master key is. */
export interface KeySources {
  /** The data folder, which has a key of its own where no source is given. */
  readonly folder: string;
  /** As `readSecret` takes it. */
  readonly from?: string;
  /** The key that takes its place, likewise. */
  readonly next?: { readonly from?: string };
}

/** The first key seals; all of them open. */
export type KeyRing = readonly MasterKey[];

/**
 * The keys as they are now: one, or none where the data folder has none yet, or two while one takes the other's place.
 * `make`: makes the data folder's own where it is missing; without it nothing is written.
 */
export async function loadKeyRing(sources: KeySources, make: boolean): Promise<KeyRing> {
  const { folder, from, next } = sources;
  if (next === undefined) {
    if (from !== undefined) return [await keyFrom(from)];
    if (make && (await ownKeys(folder)).length === 0) await makeOwn(ownFile(folder));
    return ownKeys(folder);
  }
  const former = from === undefined ? await ownKeys(folder) : [await keyFrom(from)];
  if (former.length === 0) {
    throw new ServerFailure({
      zh: `“${folder}”里没有密钥，没有可更换的。原来的密钥在别处的，请用 --key-from 给出。`,
      en: `There is no key in "${folder}" to be changed. Where it is elsewhere, give it by --key-from.`,
    });
  }
  const current = await nextKey(sources, make);
  if (current === undefined) return former;
  const others = former.filter(({ id }) => id !== current.id);
  if (others.length > 0) return [current, ...others];
  throw new ServerFailure({
    zh: "新密钥就是原来的密钥，没有更换。请用 --new-key-from 给出另一把。",
    en: "The new key is the old one; nothing was changed. Give another by --new-key-from.",
  });
}

/** The place of the former key is taken: where it was the data folder's own, it is destroyed. */
export async function destroyFormer({ folder, from, next }: KeySources): Promise<void> {
  const own = ownFile(folder);
  if (from !== undefined) return;
  if (next?.from !== undefined) for (const file of [own, nextFile(folder)]) await rm(file, { force: true });
  else if (existsSync(nextFile(folder))) await rename(nextFile(folder), own);
  else return;
  await syncFolder(join(folder, "keys"));
}

const ownFile = (folder: string) => join(folder, "keys", "master.key");
/** There while the folder's own key is changed: what is sealed by either opens. */
const nextFile = (folder: string) => join(folder, "keys", "master.key.next");

async function nextKey({ folder, from, next }: KeySources, make: boolean): Promise<MasterKey | undefined> {
  if (next?.from !== undefined) return keyFrom(next.from);
  const file = from === undefined ? nextFile(folder) : ownFile(folder);
  if (make) await makeOwn(file);
  return existsSync(file) ? keyFrom(`file:${file}`) : undefined;
}

async function ownKeys(folder: string): Promise<KeyRing> {
  const files = [nextFile(folder), ownFile(folder)].filter((file) => existsSync(file));
  return Promise.all(files.map((file) => keyFrom(`file:${file}`)));
}

async function makeOwn(file: string): Promise<void> {
  await privateFolder(dirname(file));
  await writeOnce(file, `${newKeyText()}\n`);
}

async function keyFrom(source: string): Promise<MasterKey> {
  const key = masterKeyOf(await readSecret(source));
  if (key !== undefined) return key;
  throw new ServerFailure({
    zh: `“${source}”给出的不是密钥：应为 64 位十六进制数，可用 openssl rand -hex 32 生成。`,
    en: `What "${source}" gives is no key: it is 64 hexadecimal digits, as openssl rand -hex 32 makes them.`,
  });
}
