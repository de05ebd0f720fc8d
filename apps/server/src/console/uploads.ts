import { createHash } from "node:crypto";
import type { TrackedFinding, Upload } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import { safeName } from "../http/file-name.ts";
import type { Handler, UploadedFile } from "../http/handler.ts";
import { found, invalid, refuse } from "../http/refusal.ts";
import { bytesOf, typeOf } from "./publications.ts";

const MOST_FILES = 60;

/** Keeps the files and queues their audit: nothing is read here. */
const uploadPack: Handler<"uploadPack"> = async ({ sql, me, params, files }) => {
  if (files.length > MOST_FILES)
    throw invalid(`一次最多${MOST_FILES}个文件。`, `At most ${MOST_FILES} files at once.`);
  const { body, year, document } = params;
  await sql.rows("select pg_advisory_xact_lock(hashtext($1))", [`upload/${body}/${year}/${document}`]);
  const { round } = found(
    await sql.row(
      "select coalesce(max(round), 0) + 1 as round from upload where body_id = $1 and year = $2 and document = $3",
      [body, year, document],
    ),
  );
  const { id } = found(await sql.row("select gen_random_uuid() as id"));
  await sql.rows(
    "insert into upload (id, body_id, year, document, round, person_id) values ($1, $2, $3, $4, $5, $6)",
    [id, body, year, document, round, me.personId],
  );
  for (const { name, bytes } of withDistinctNames(files)) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await sql.rows("insert into file (sha256, size, bytes) values ($1, $2, $3) on conflict do nothing", [
      sha256,
      bytes.length,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    ]);
    await sql.rows("insert into upload_file (upload_id, name, sha256, size) values ($1, $2, $3, $4)", [
      id,
      name,
      sha256,
      bytes.length,
    ]);
  }
  await sql.rows("select queue_audit($1)", [id]);
  return uploadOf(sql, id);
};

function withDistinctNames(files: readonly UploadedFile[]): readonly UploadedFile[] {
  const taken = new Set<string>();
  return files.map(({ name, bytes }) => {
    const safe = safeName(name);
    let distinct = safe;
    for (let number = 2; taken.has(distinct.toLowerCase()); number++) distinct = `${number}-${safe}`;
    taken.add(distinct.toLowerCase());
    return { name: distinct, bytes };
  });
}

const uploads: Handler<"uploads"> = async ({ sql, query }) => ({
  uploads: [
    ...(await uploadsWhere(
      sql,
      "($1::int is null or year = $1) and ($2::uuid is null or upload.body_id = $2)",
      [query.year ?? null, query.body ?? null],
    )),
  ],
});

const upload: Handler<"upload"> = ({ sql, params }) => uploadOf(sql, params.upload);

const uploadFile: Handler<"uploadFile"> = async ({ sql, params }) => {
  const file = found(
    await sql.row(
      "select name, bytes from upload_file join file using (sha256) where upload_id = $1 and sha256 = $2",
      [params.upload, params.sha256],
    ),
  );
  return { name: file.name, type: typeOf(file.name), bytes: bytesOf(file.bytes) };
};

const checkSheet: Handler<"checkSheet"> = async ({ sql, params }) => {
  const file = found(
    await sql.row(
      `select body.name, year, bytes from upload join body on body.id = body_id join file on file.sha256 = check_sheet
       where upload.id = $1`,
      [params.upload],
    ),
  );
  return { name: `${file.name}${file.year}年检查表.xlsx`, type: typeOf(".xlsx"), bytes: bytesOf(file.bytes) };
};

async function uploadOf(sql: Transaction, id: string): Promise<Upload> {
  const [upload] = await uploadsWhere(sql, "upload.id = $1", [id]);
  return found(upload);
}

async function uploadsWhere(sql: Transaction, condition: string, values: readonly unknown[]) {
  const rows = await sql.rows(
    `select upload.id, upload.body_id as "bodyId", year, document, round, at, person.name as "personName", counts,
       reading_findings as "readingFindings",
       (select jsonb_agg(jsonb_build_object('name', name, 'size', size, 'sha256', sha256) order by name)
         from upload_file where upload_id = upload.id) as files,
       (select job.id from job where job.subject = upload.id order by job.at desc limit 1) as job
     from upload join person on person.id = person_id where ${condition} order by at desc`,
    values,
  );
  return rows as unknown as readonly Upload[];
}

const FINDING_COLUMNS = `id, key, finding, state, note, first_upload as "firstUpload", last_upload as "lastUpload"`;

const findings: Handler<"findings"> = async ({ sql, params }) => ({
  findings: (await sql.rows(
    `select ${FINDING_COLUMNS} from tracked_finding where body_id = $1 and year = $2 and document = $3
     order by array_position(array['error', 'warning', 'notice'], finding ->> 'level'), key`,
    [params.body, params.year, params.document],
  )) as unknown as TrackedFinding[],
});

const trackFinding: Handler<"trackFinding"> = async ({ sql, params, body }) => {
  found(await sql.row("select id from tracked_finding where id = $1", [params.finding]));
  const changed = await sql.row(
    `update tracked_finding set state = $2, note = coalesce($3, note) where id = $1 returning ${FINDING_COLUMNS}`,
    [params.finding, body.state, body.note ?? null],
  );
  if (changed === undefined) throw refuse("forbidden");
  return changed as unknown as TrackedFinding;
};

export const UPLOAD_HANDLERS = {
  uploadPack,
  uploads,
  upload,
  uploadFile,
  checkSheet,
  findings,
  trackFinding,
};
