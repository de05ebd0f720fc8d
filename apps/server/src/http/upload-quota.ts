import type { Transaction } from "../database/database.ts";
import type { Services, UploadedFile } from "./handler.ts";
import { Refusal } from "./refusal.ts";
import { MEGABYTE } from "./security-settings.ts";

/** Counts an upload for the person's day, in the request's transaction; refuses what goes beyond it. */
export async function countUpload(
  sql: Transaction,
  files: readonly UploadedFile[],
  { today, security }: Pick<Services, "today" | "security">,
): Promise<void> {
  const most = security.uploads;
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const values = [today(), files.length, bytes, most.files, most.bytes];
  const counted = await sql.row("select count_upload($1, $2, $3, $4, $5) as fits", values);
  if (counted?.fits === true) return;
  const size = Math.floor(most.bytes / MEGABYTE);
  throw new Refusal("too-many", {
    zh: `今天上传的已到每人每天的上限（${most.files} 个文件、${size} MB），这次没有收下：请明天再传，或请管理服务器的人调高上限。`,
    en: `This is beyond what a person uploads on one day (${most.files} files, ${size} MB), and was not taken: upload it tomorrow, or have whoever keeps the server raise the limit.`,
  });
}
