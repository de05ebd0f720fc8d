import { type BodyProblem, type CheckedBody, writeCheckSheets } from "@mingzhang/renderers";
import type { Obligation, TrackedFinding } from "../api/index.ts";
import { obligationsOf } from "../console/obligations.ts";
import { officeDay } from "../console/office-day.ts";
import type { Database, Record as Row, Transaction } from "../database/database.ts";
import { found } from "../http/refusal.ts";
import { audit } from "./audit.ts";
import type { Auditor } from "./auditor.ts";
import { keepFile } from "./files.ts";
import { reportJob } from "./progress.ts";

interface Asked {
  readonly id: string;
  readonly year: number;
  readonly document: "budget" | "accounts";
  readonly bodies: readonly string[];
  readonly person: string;
}

/** The job of the check sheets of many bodies: one workbook of what the last upload of each was found to be. */
export async function makeCheckSheets(database: Database, auditor: Auditor, job: string): Promise<void> {
  const asked = await database.system((sql) => askedBy(sql, job));
  await reportJob(database, job, {
    state: "running",
    progress: 0.1,
    message: { zh: "正在汇总检查表", en: "summing up the check sheets" },
  });
  for (const upload of await database.system((sql) => withoutForm(sql, asked)))
    await audit(database, auditor, upload);
  const bodies = await database.system((sql) => checkedBodies(sql, asked));
  const kind = asked.document === "budget" ? "预算" : "决算";
  const bytes = Buffer.from(await writeCheckSheets(`${asked.year}年度${kind}公开情况检查表`, bodies));
  await database.system(async (sql) => {
    const sha256 = await keepFile(sql, bytes);
    await sql.rows("update check_sheets set sha256 = $2 where id = $1", [asked.id, sha256]);
  });
  await reportJob(database, job, {
    state: "done",
    progress: 1,
    message: { zh: `已汇总${bodies.length}个机构`, en: `${bodies.length} bodies` },
  });
}

async function askedBy(sql: Transaction, job: string): Promise<Asked> {
  const row = await sql.row(
    `select check_sheets.id, year, document, bodies, check_sheets.person_id as person
     from job join check_sheets on check_sheets.id = job.subject where job.id = $1`,
    [job],
  );
  return found(row) as unknown as Asked;
}

const LATEST = `select distinct on (body_id) id, body_id, round, counts, check_form from upload
  where body_id = any ($1) and year = $2 and document = $3 order by body_id, round desc`;

/** Uploads that were audited before their forms were kept. */
async function withoutForm(sql: Transaction, { bodies, year, document }: Asked): Promise<readonly string[]> {
  const rows = await sql.rows(
    `select id from (${LATEST}) as latest where counts is not null and check_form is null`,
    [bodies, year, document],
  );
  return rows.map(({ id }) => id);
}

/** What the asking person may know of each body, in the order of their codes. */
async function checkedBodies(sql: Transaction, asked: Asked): Promise<readonly CheckedBody[]> {
  const { year, document, person } = asked;
  await sql.rows("select set_config('mingzhang.person', $1, true)", [person]);
  const obligations = (await obligationsOf(sql, year, officeDay())).filter(
    (obligation) => obligation.document === document,
  );
  const bodies = await sql.rows(
    `select body.id, code, name, latest.id as upload, round, counts, check_form as form from body
     left join (${LATEST}) as latest on latest.body_id = body.id
     where body.id = any ($1) and body.id = any (bodies_for('read-pack')) order by code, name`,
    [asked.bodies, year, document],
  );
  const findings = await sql.rows(
    `select body_id, finding, state, note from tracked_finding
     where body_id = any ($1) and body_id = any (bodies_for('read-pack')) and year = $2 and document = $3
     order by array_position(array['error', 'warning', 'notice'], finding ->> 'level'), key`,
    [asked.bodies, year, document],
  );
  return bodies.map((body) =>
    checkedBody(
      body,
      obligations.find(({ bodyId }) => bodyId === body.id),
      findings.filter(({ body_id }) => body_id === body.id),
    ),
  );
}

function checkedBody(
  { code, name, upload, round, counts, form }: Row,
  obligation: Obligation | undefined,
  findings: readonly Row[],
): CheckedBody {
  return {
    code,
    name,
    state: obligation === undefined ? "" : STATUS_TEXTS[obligation.status],
    daysLate: Math.max(0, ...(obligation?.clocks ?? []).map(({ daysLate }) => daysLate)),
    upload: upload === null ? "未上传" : counts === null ? `第${round}次上传，核对中` : `第${round}次上传`,
    ...(counts !== null && { errors: counts.error, warnings: counts.warning }),
    ...(form !== null && { form }),
    problems: findings.map(problemOf),
  };
}

function problemOf({ finding, state, note }: Row): BodyProblem {
  const tracked = state as TrackedFinding["state"];
  return { finding, note, state: PROBLEM_TEXTS[tracked], isOpen: tracked === "open" || tracked === "sent" };
}

const STATUS_TEXTS: Readonly<Record<Obligation["status"], string>> = {
  exempt: "免予公开",
  "not-started": "未开始",
  "in-progress": "编审中",
  approved: "已批复",
  published: "已公开",
  late: "逾期",
};

const PROBLEM_TEXTS: Readonly<Record<TrackedFinding["state"], string>> = {
  open: "待处理",
  sent: "已发回",
  closed: "已改正",
  accepted: "认可",
};
