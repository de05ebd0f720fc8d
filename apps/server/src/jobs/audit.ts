import type { AuditFinding, Finding, Text } from "@mingzhang/core";
import type { Database, Transaction } from "../database/database.ts";
import { found } from "../http/refusal.ts";
import type { Auditor, PackAudit } from "./auditor.ts";
import { keepFile } from "./files.ts";
import { reportJob } from "./progress.ts";

/** The job of one uploaded pack. */
export async function auditUpload(database: Database, auditor: Auditor, job: string): Promise<void> {
  const { subject } = found(
    await database.system((sql) => sql.row("select subject from job where id = $1", [job])),
  );
  await reportJob(database, job, {
    state: "running",
    progress: 0.1,
    message: { zh: "正在核对", en: "checking" },
  });
  const fault = await audit(database, auditor, subject);
  await reportJob(database, job, {
    state: fault === undefined ? "done" : "failed",
    progress: 1,
    message: fault ?? { zh: "核对完毕", en: "checked" },
  });
}

/** Audits an uploaded pack and keeps what was found; the answer says why it could not be done, where it could not. */
export async function audit(database: Database, auditor: Auditor, id: string): Promise<Text | undefined> {
  const { upload, files } = await database.system((sql) => uploadOf(sql, id));
  const audited = await auditor.audit({ files });
  if ("zh" in audited) return audited;
  await database.system((sql) => keep(sql, upload, audited));
  return undefined;
}

async function uploadOf(sql: Transaction, id: string) {
  const upload = found(await sql.row("select * from upload where id = $1", [id]));
  const files = await sql.rows(
    "select name, bytes from upload_file join file using (sha256) where upload_id = $1 order by name",
    [upload.id],
  );
  return { upload, files: files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) })) };
}

type Upload = Awaited<ReturnType<typeof uploadOf>>["upload"];

async function keep(sql: Transaction, upload: Upload, audited: PackAudit): Promise<void> {
  const sha256 = await keepFile(sql, Buffer.from(audited.sheet));
  await sql.rows(
    "update upload set counts = $2, reading_findings = $3, check_sheet = $4, check_form = $5 where id = $1",
    [
      upload.id,
      JSON.stringify(audited.counts),
      JSON.stringify(audited.readingFindings),
      sha256,
      JSON.stringify(audited.form),
    ],
  );
  const { latest } = found(
    await sql.row(
      "select max(round) = $4 as latest from upload where body_id = $1 and year = $2 and document = $3",
      [upload.body_id, upload.year, upload.document, upload.round],
    ),
  );
  // Of an older upload that was audited late nothing is learnt about what is still open.
  if (latest && audited.isChecked) await track(sql, upload, audited.findings);
}

/** Findings of this upload are open, unless the bureau lets them stand; earlier ones that it no longer has are closed. */
async function track(sql: Transaction, upload: Upload, findings: readonly AuditFinding[]): Promise<void> {
  const found = new Map(
    findings.filter(({ level }) => level !== "notice").map((finding) => [keyOf(finding), finding] as const),
  );
  for (const [key, finding] of found) {
    await sql.rows(
      `insert into tracked_finding (body_id, year, document, key, finding, first_upload, last_upload)
       values ($1, $2, $3, $4, $5, $6, $6)
       on conflict (body_id, year, document, key) do update set finding = excluded.finding,
         last_upload = excluded.last_upload,
         state = case tracked_finding.state when 'closed' then 'open' else tracked_finding.state end`,
      [upload.body_id, upload.year, upload.document, key, JSON.stringify(finding), upload.id],
    );
  }
  await sql.rows(
    `update tracked_finding set state = 'closed' where body_id = $1 and year = $2 and document = $3
       and key <> all ($4) and state <> 'closed'`,
    [upload.body_id, upload.year, upload.document, [...found.keys()]],
  );
}

/** The same in a later upload, wherever it stands there. */
function keyOf({ rule, message }: Finding): string {
  return `${rule}|${message.zh}`.slice(0, 400);
}
