import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ServerFailure } from "../database/failure.ts";
import type { KeyKeeper } from "./keeper.ts";
import { keyIdOf } from "./sealed-text.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * The password of a data folder's own database; made where there is none. Its file holds it sealed: one in clear, of
 * an earlier version or put there after the database was given another, is sealed.
 */
export async function databasePassword(folder: string, keeper: KeyKeeper): Promise<string> {
  const known = await storedPassword(folder);
  if (keyIdOf(known) !== undefined) return keeper.openPassword(known);
  const password = known === "" ? randomBytes(24).toString("hex") : known;
  await writeWhole(fileIn(folder), await keeper.sealPassword(password));
  return password;
}

/** Brings the file under the keeper's first key. */
export async function sealPasswordAgain(folder: string, keeper: KeyKeeper): Promise<void> {
  const [current] = await keeper.keyIds(false);
  const known = await storedPassword(folder);
  if (keyIdOf(known) === current) return;
  await writeWhole(fileIn(folder), await keeper.sealPassword(await keeper.openPassword(known)));
}

/** Empty where there is none. A file that cannot be read is another matter: the database would be lost with it. */
async function storedPassword(folder: string): Promise<string> {
  try {
    return (await readFile(fileIn(folder), "utf8")).trim();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return "";
    throw new ServerFailure({
      zh: `“${fileIn(folder)}”读不了（${code}）：请检查这个文件的所有者和权限。`,
      en: `"${fileIn(folder)}" cannot be read (${code}): look at its owner and rights.`,
    });
  }
}

const fileIn = (folder: string) => join(folder, "database-password");
