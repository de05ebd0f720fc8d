import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import type { Text } from "@mingzhang/core";
import { writeCsvRecords, writeYearCsvRecords } from "@mingzhang/renderers";
import type { Publication } from "../api/index.ts";
import { unitOf } from "../budgets/checked.ts";
import type { Database, Transaction } from "../database/database.ts";
import { entryRecordsOf, sheetsOfContent } from "../entry/sheets.ts";
import { found } from "../http/refusal.ts";
import { keepFile } from "./files.ts";
import { reportJob } from "./progress.ts";

/** What is to be made from a folder of CSV files (those of the year in its folder `year`), and where. */
export interface BuildTask {
  readonly document: Publication["document"];
  readonly input: string;
  readonly output: string;
  /** The short name of a body that publishes as a unit. */
  readonly unit: string | undefined;
}

/**
 * Makes a pack exactly as the command line does. The command line brings it: the published files are equal to those of
 * `mingzhang build` and `mingzhang evaluate` because they are made by it.
 */
export type BuildPack = (task: BuildTask) => Promise<{ readonly built: boolean; readonly said: string }>;

/** What the command line writes for its own use. */
const NOT_PUBLISHED: ReadonlySet<string> = new Set(["pack.json"]);

/** Makes the files of a frozen version and keeps them with their digests; again without effect. */
export async function publish(database: Database, job: string, build: BuildPack): Promise<void> {
  const about = await database.system((sql) => publicationOf(sql, job));
  if (about.finished) return reportJob(database, job, DONE);
  await reportJob(database, job, {
    state: "running",
    progress: 0.1,
    message: { zh: "正在生成文件", en: "making the files" },
  });
  const folder = await mkdtemp(join(tmpdir(), "mingzhang-publish-"));
  try {
    const input = join(folder, "entry");
    await writeEntry(input, about);
    const output = join(folder, "out");
    const { built, said } = await build({ document: about.document, input, output, unit: about.unit });
    if (!built) {
      await reportJob(database, job, failed(said));
      return;
    }
    const files = await filesBelow(output);
    await database.system((sql) => keepFiles(sql, about.publication, files));
    await reportJob(database, job, DONE);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const DONE = { state: "done", progress: 1, message: { zh: "文件已生成", en: "the files are made" } } as const;

function failed(said: string) {
  const message: Text = { zh: `没有生成文件：${said}`, en: `No files were made: ${said}` };
  return { state: "failed", progress: 1, message } as const;
}

async function publicationOf(sql: Transaction, job: string) {
  const row = found(
    await sql.row(
      `select publication.id, publication.document, content, body.kind, body.short_name,
         exists (select 1 from published_file where publication_id = publication.id) as finished
       from job join publication on publication.id = job.subject
       join version on version.budget_id = publication.budget_id and version.document = publication.document
         and version.number = publication.version
       join body on body.id = publication.body_id where job.id = $1`,
      [job],
    ),
  );
  return {
    publication: row.id as string,
    document: row.document as Publication["document"],
    content: row.content as string,
    finished: row.finished === true,
    unit: unitOf(row),
  };
}

async function writeEntry(
  folder: string,
  { content, document }: Pick<Awaited<ReturnType<typeof publicationOf>>, "content" | "document">,
): Promise<void> {
  const records = entryRecordsOf(sheetsOfContent(content));
  await writeAll(folder, writeCsvRecords(records));
  if (document === "self-evaluation") await writeAll(join(folder, "year"), writeYearCsvRecords(records));
}

async function writeAll(folder: string, files: ReturnType<typeof writeCsvRecords>): Promise<void> {
  await mkdir(folder);
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
}

interface MadeFile {
  readonly path: string;
  readonly bytes: Buffer;
}

async function filesBelow(folder: string): Promise<readonly MadeFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.sort().map(async (path) => ({
      path: relative(folder, path).split(sep).join("/"),
      bytes: await readFile(path),
    })),
  );
  return files.filter(({ path }) => !NOT_PUBLISHED.has(path));
}

async function keepFiles(sql: Transaction, publication: string, files: readonly MadeFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    const sha256 = await keepFile(sql, bytes);
    await sql.rows(
      "insert into published_file (publication_id, path, sha256, size) values ($1, $2, $3, $4) on conflict do nothing",
      [publication, path, sha256, bytes.length],
    );
  }
}
