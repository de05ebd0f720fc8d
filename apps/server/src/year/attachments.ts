import type { Attachment } from "../api/index.ts";
import { bytesOf, typeOf } from "../console/publications.ts";
import type { Transaction } from "../database/database.ts";
import { safeName } from "../http/file-name.ts";
import type { Handler } from "../http/handler.ts";
import { found, invalid } from "../http/refusal.ts";
import { keepFile } from "../jobs/files.ts";

const MOST_FILES = 20;

/** Keeps the files under their digests; the same file again is the same attachment, under its first name. */
const attach: Handler<"attach"> = async ({ sql, me, params, query, files }) => {
  if (files.length > MOST_FILES)
    throw invalid(`一次最多${MOST_FILES}个文件。`, `At most ${MOST_FILES} files at once.`);
  const kept: string[] = [];
  for (const { name, bytes } of files) {
    const sha256 = await keepFile(sql, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    kept.push(sha256);
    await sql.rows(
      `insert into attachment (budget_id, sha256, name, size, confined, person_id) values ($1, $2, $3, $4, $5, $6)
       on conflict (budget_id, sha256) do nothing`,
      [params.budget, sha256, safeName(name), bytes.length, query.confined !== "no", me.personId],
    );
  }
  return { attachments: [...(await attachmentsWhere(sql, params.budget, kept))] };
};

const attachments: Handler<"attachments"> = async ({ sql, params }) => ({
  attachments: [...(await attachmentsWhere(sql, params.budget))],
});

const attachment: Handler<"attachment"> = async ({ sql, params }) => {
  const { name, bytes } = found(
    await sql.row(
      "select name, bytes from attachment join file using (sha256) where budget_id = $1 and sha256 = $2",
      [params.budget, params.sha256],
    ),
  );
  return { name, type: typeOf(name), bytes: bytesOf(bytes) };
};

/** The history names the file: of a change the log keeps only what has changed. */
const confineAttachment: Handler<"confineAttachment"> = async ({ sql, params, body }) => {
  const { budget, sha256 } = params;
  const [known] = await attachmentsWhere(sql, budget, [sha256]);
  const { name } = found(known);
  await sql.rows("select set_config('mingzhang.reason', $1, true)", [name]);
  await sql.rows(
    "update attachment set confined = $3 where budget_id = $1 and sha256 = $2 and confined <> $3",
    [budget, sha256, body.confined],
  );
  return found((await attachmentsWhere(sql, budget, [sha256]))[0]);
};

async function attachmentsWhere(sql: Transaction, budget: string, digests?: readonly string[]) {
  const rows = await sql.rows(
    `select sha256, attachment.name, size, confined, person.name as "personName", at
     from attachment join person on person.id = person_id
     where budget_id = $1 and ($2::text[] is null or sha256 = any ($2)) order by at, attachment.name`,
    [budget, digests ?? null],
  );
  return rows as unknown as readonly Attachment[];
}

export const ATTACHMENT_HANDLERS = { attach, attachments, attachment, confineAttachment };
