import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Text } from "@mingzhang/core";
import { ServerFailure } from "../database/failure.ts";

/** The longest that somebody else's program may take to hand a secret out, in milliseconds. */
const LONGEST_COMMAND = 30_000;
const READABLE_BY_OTHERS = 0o077;

/** Where a secret may come from, by the word before the first colon. */
const KINDS: Readonly<Record<string, (place: string) => Promise<string>>> = {
  file: readPrivateFile,
  command: outputOf,
  credential: readCredential,
};

/**
 * A secret from where it is kept: "file:PATH", which nobody else may read; "command:PROGRAM ARGUMENTS", a vault's
 * client that prints it, started without a shell; or "credential:NAME", which systemd hands to a service. Without the
 * blanks around it.
 */
export async function readSecret(source: string): Promise<string> {
  const [, kind = "", place = ""] = /^(\w+):(.+)$/s.exec(source) ?? [];
  const read = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (read === undefined) {
    throw new ServerFailure({
      zh: `“${source}”不是密钥或地址的来源：应为 file:文件、command:命令 或 credential:名称。`,
      en: `"${source}" is no source: it is file:PATH, command:PROGRAM ARGUMENTS or credential:NAME.`,
    });
  }
  const secret = (await read(place)).trim();
  if (secret !== "") return secret;
  throw new ServerFailure({ zh: `“${source}”里什么也没有。`, en: `There is nothing in "${source}".` });
}

/** A file that only its owner may read; Windows has no such modes. */
async function readPrivateFile(path: string): Promise<string> {
  try {
    const { mode } = await stat(path);
    if (process.platform !== "win32" && (mode & READABLE_BY_OTHERS) !== 0) throw readableByOthers(path);
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof ServerFailure) throw error;
    throw unreadable(path, error);
  }
}

function readableByOthers(path: string): ServerFailure {
  return new ServerFailure({
    zh: `“${path}”别人也能读，没有使用。请改为只有本账号可读（chmod 600）；可能已被读过的，请换一个。`,
    en: `Others may read "${path}", so it was not used. Make it readable by this account only (chmod 600); where it may have been read, use another secret.`,
  });
}

async function readCredential(name: string): Promise<string> {
  const folder = process.env.CREDENTIALS_DIRECTORY;
  if (folder === undefined || /[/\\]/.test(name)) {
    throw new ServerFailure({
      zh: `没有凭据“${name}”：credential: 只用于 systemd 服务，须在服务里写 LoadCredentialEncrypted=${name}。`,
      en: `There is no credential "${name}": credential: is for services of systemd, with LoadCredentialEncrypted=${name} in the unit.`,
    });
  }
  const path = join(folder, name);
  return readFile(path, "utf8").catch((error: unknown) => {
    throw unreadable(path, error);
  });
}

function unreadable(path: string, error: unknown): ServerFailure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new ServerFailure({
    zh: `“${path}”读不了（${code}）：请检查路径和权限。`,
    en: `"${path}" cannot be read (${code}): look at the path and its rights.`,
  });
}

function outputOf(line: string): Promise<string> {
  const [program = "", ...args] = line.trim().split(/\s+/);
  return new Promise((done, fail) => {
    execFile(program, args, { timeout: LONGEST_COMMAND, windowsHide: true }, (error, output, said) => {
      if (error === null) done(output);
      else fail(new ServerFailure(failedCommand(program, said.trim().slice(-300) || String(error.code))));
    });
  });
}

/** What the program printed as its result is a secret and not repeated. */
function failedCommand(program: string, said: string): Text {
  return {
    zh: `命令“${program}”没有给出密钥或地址：${said}`,
    en: `The command "${program}" gave no secret: ${said}`,
  };
}
