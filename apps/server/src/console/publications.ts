import { strToU8, zipSync } from "fflate";
import type { Publication } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import type { Handler } from "../http/handler.ts";
import { found, invalid } from "../http/refusal.ts";

const publications: Handler<"publications"> = async ({ sql, query }) => ({
  publications: [
    ...(await publicationsWhere(
      sql,
      "($1::int is null or publication.year = $1) and ($2::uuid is null or publication.body_id = $2)",
      [query.year ?? null, query.body ?? null],
    )),
  ],
});

const publication: Handler<"publication"> = ({ sql, params }) => publicationOf(sql, params.publication);

const publicationFile: Handler<"publicationFile"> = async ({ sql, params, query }) => {
  const file = found(
    await sql.row(
      "select path, bytes from published_file join file using (sha256) where publication_id = $1 and path = $2",
      [params.publication, query.path],
    ),
  );
  return { name: nameOf(file.path), type: typeOf(file.path), bytes: bytesOf(file.bytes) };
};

/** All files as they are, with the manifest of their hashes. */
const publicationArchive: Handler<"publicationArchive"> = async ({ sql, params }) => {
  const about = await publicationOf(sql, params.publication);
  const files = await sql.rows(
    "select path, bytes from published_file join file using (sha256) where publication_id = $1 order by path",
    [params.publication],
  );
  if (files.length === 0) throw invalid("文件还在生成。", "The files are still being made.");
  const manifest = strToU8(`${JSON.stringify(manifestOf(about), null, 2)}\n`);
  const mtime = new Date("1980-01-01T00:00:00");
  const entries = files.map((file) => [file.path, [bytesOf(file.bytes), { mtime, level: 0 }]] as const);
  const bytes = zipSync(Object.fromEntries([["manifest.json", [manifest, { mtime }]], ...entries]));
  return {
    name: `${about.bodyName}${about.year}年${DOCUMENTS[about.document]}（第${about.version}版）.zip`,
    type: "application/zip",
    bytes,
  };
};

const DOCUMENTS: Readonly<Record<Publication["document"], string>> = {
  budget: "预算公开",
  "self-evaluation": "绩效自评公开",
};

function manifestOf({
  bodyName,
  year,
  document,
  version,
  reason,
  publishedAt,
  digest,
  files,
  explanations,
}: Publication) {
  return { body: bodyName, year, document, version, reason, publishedAt, entry: digest, files, explanations };
}

const recordAddress: Handler<"recordAddress"> = async ({ sql, params, body, services }) => {
  if (body.day > services.today()) throw invalid("公开日期不能晚于今天。", "The day cannot be after today.");
  await sql.rows("select record_address($1, $2, $3)", [params.publication, body.address, body.day]);
  return publicationOf(sql, params.publication);
};

async function publicationOf(sql: Transaction, id: string): Promise<Publication> {
  const [publication] = await publicationsWhere(sql, "publication.id = $1", [id]);
  return found(publication);
}

async function publicationsWhere(sql: Transaction, condition: string, values: readonly unknown[]) {
  const rows = await sql.rows(
    `select publication.id, publication.budget_id as "budgetId", publication.body_id as "bodyId", body.name as "bodyName",
       publication.year, publication.document, publication.version, publication.reason, publication.at as "publishedAt",
       person.name as "publishedBy", address, publication_day as "publicationDay", digest, explanations,
       coalesce((select jsonb_agg(jsonb_build_object('path', path, 'sha256', sha256, 'size', size) order by path)
         from published_file where publication_id = publication.id), '[]') as files,
       (select job.id from job where job.subject = publication.id order by job.at desc limit 1) as job,
       exists (select 1 from publication as later where later.budget_id = publication.budget_id
         and later.document = publication.document and later.version > publication.version) as superseded
     from publication join body on body.id = publication.body_id join person on person.id = publication.person_id
     where ${condition} order by publication.at desc`,
    values,
  );
  return rows as unknown as readonly Publication[];
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  json: "application/json",
  csv: "text/csv; charset=utf-8",
};

export function typeOf(path: string): string {
  return TYPES[path.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

/** The driver's buffers are windows on a larger one. */
export function bytesOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}

export const PUBLICATION_HANDLERS = {
  publications,
  publication,
  publicationFile,
  publicationArchive,
  recordAddress,
};
