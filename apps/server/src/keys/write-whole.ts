import { randomUUID } from "node:crypto";
import { chown, link, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes a file that only its owner may read: after a crash it is there whole, or as before. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const part = await writePart(path, text);
  await rename(part, path);
  await syncFolder(dirname(path));
}

/** The same, unless the file is there already: of programs that write at once, one does. */
export async function writeOnce(path: string, text: string): Promise<void> {
  const part = await writePart(path, text);
  try {
    await link(part, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(part, { force: true });
  }
  await syncFolder(dirname(path));
}

/** Makes a folder that only its owner may enter, where there is none. */
export async function privateFolder(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if ((await mkdir(path, { recursive: true, mode: 0o700 })) !== undefined) await giveToOwner(path);
}

async function writePart(path: string, text: string): Promise<string> {
  const part = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(part, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await giveToOwner(part);
  return part;
}

/** What root writes belongs to whom the folder belongs to, who is to read it afterwards. */
async function giveToOwner(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(dirname(path));
  await chown(path, uid, gid);
}

/** A new name is on disk when its folder is; Windows knows no such thing. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
