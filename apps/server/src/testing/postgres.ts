import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Binaries, binariesIn } from "../database/binaries.ts";
import { type Cluster, startCluster } from "../database/cluster.ts";

/** A PostgreSQL that the tests run on. */
export interface Backend {
  readonly name: string;
  readonly binaries?: Binaries;
}

/** The embedded PostgreSQL and, where it is installed, Debian's. */
export const BACKENDS: readonly Backend[] = [{ name: "embedded PostgreSQL" }, ...debian()];

function debian(): Backend[] {
  const folder = "/usr/lib/postgresql";
  const versions = existsSync(folder) ? readdirSync(folder).filter((name) => Number(name) >= 15) : [];
  const version = versions.sort().at(-1);
  if (version === undefined) {
    console.warn(
      "没有 Debian 的 PostgreSQL：跳过其测试。Debian's PostgreSQL is not installed: its tests are skipped.",
    );
    return [];
  }
  return [{ name: `Debian's PostgreSQL ${version}`, binaries: binariesIn(join(folder, version, "bin")) }];
}

const PASSWORD = "of-the-tests";

/** A new cluster in a temporary folder; `remove` stops it and takes the folder away. */
export async function temporaryCluster({ binaries }: Backend, settings = FAST) {
  const folder = await mkdtemp(join(tmpdir(), "mingzhang-"));
  const options = { settings, ...(binaries !== undefined && { binaries }) };
  const cluster: Cluster = await startCluster(folder, PASSWORD, options);
  const remove = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, cluster, password: PASSWORD, options, remove };
}

/** The operating system outlives the tests; what a killed program has written is in its hands. */
const FAST: Readonly<Record<string, string>> = { fsync: "off", full_page_writes: "off" };
