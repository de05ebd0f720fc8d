import type { Text } from "@mingzhang/core";
import type { Database } from "../database/database.ts";

export interface JobReport {
  readonly state: "running" | "done" | "failed";
  readonly progress: number;
  readonly message: Text;
}

/** Says how far a job is, for those who wait for it. */
export async function reportJob(
  database: Database,
  id: string,
  { state, progress, message }: JobReport,
): Promise<void> {
  await database.system((sql) =>
    sql.rows("update job set state = $2, progress = $3, message = $4 where id = $1", [
      id,
      state,
      progress,
      JSON.stringify(message),
    ]),
  );
}
