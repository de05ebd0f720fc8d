import { formatYuan } from "@mingzhang/core";
import type { CeilingKind, Comment, ControlFigure, HistoryEntry } from "../api/index.ts";
import { type CheckWork, checkBudget } from "../budgets/checked.ts";
import type { Transaction } from "../database/database.ts";
import type { Handler } from "../http/handler.ts";
import { found, invalid, refuse } from "../http/refusal.ts";

const comments: Handler<"comments"> = async ({ sql, params }) => ({
  comments: [...(await commentsWhere(sql, "comment.budget_id = $1", [params.budget]))],
});

const comment: Handler<"comment"> = async ({ sql, me, params, body }) => {
  const speaker = await sql.row(
    `select membership.role, membership.body_id, budget.state from budget
     join body on body.id = budget.body_id
     join membership on membership.person_id = $2
       and (membership.body_id = body.id or membership.body_id = any (body.ancestors))
     join permission on permission.role = membership.role and permission.action = 'comment'
       and permission.state = budget.state
       and permission.relation = case when membership.body_id = body.id then 'own' else 'below' end
     where budget.id = $1 order by cardinality(body.ancestors) limit 1`,
    [params.budget, me.personId],
  );
  if (body.replyTo !== undefined) {
    const known = await sql.row("select 1 as known from comment where id = $1 and budget_id = $2", [
      body.replyTo,
      params.budget,
    ]);
    if (known === undefined)
      throw invalid("所回复的意见不存在。", "The comment that this answers is not there.");
  }
  const { id } = found(
    await sql.row(
      `insert into comment (budget_id, anchor, reply_to, text, person_id, role, body_id, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        params.budget,
        body.anchor,
        body.replyTo ?? null,
        body.text,
        me.personId,
        speaker?.role ?? null,
        speaker?.body_id ?? null,
        speaker?.state ?? "",
      ],
    ),
  );
  return commentOf(sql, id);
};

const resolveComment: Handler<"resolveComment"> = async ({ sql, me, params, body }) => {
  await commentOf(sql, params.comment, params.budget);
  const changed = await sql.rows(
    `update comment set resolved_at = case when $3 then now() end, resolved_by = case when $3 then $4::uuid end
     where id = $1 and budget_id = $2 returning id`,
    [params.comment, params.budget, body.resolved, me.personId],
  );
  if (changed.length === 0) throw refuse("forbidden");
  return commentOf(sql, params.comment);
};

async function commentsWhere(sql: Transaction, condition: string, values: readonly unknown[]) {
  const rows = await sql.rows(
    `select comment.id, anchor, reply_to as "replyTo", text, person_id as "personId", person.name as "personName", role,
       at, state, resolved_at as "resolvedAt", resolver.name as "resolvedBy"
     from comment join person on person.id = person_id left join person as resolver on resolver.id = resolved_by
     where ${condition} order by at, comment.id`,
    values,
  );
  return rows as unknown as readonly Comment[];
}

async function commentOf(sql: Transaction, id: string, budget?: string): Promise<Comment> {
  const [comment] = await commentsWhere(
    sql,
    "comment.id = $1 and ($2::uuid is null or comment.budget_id = $2)",
    [id, budget ?? null],
  );
  return found(comment);
}

const controlFigures: Handler<"controlFigures"> = async ({ query, ...work }) => {
  const { sql } = work;
  const rows = await sql.rows(
    `select control_figure.body_id, control_figure.year, kind, ceiling, budget.id as budget,
       coalesce(may('read', budget.id), false) as readable
     from control_figure left join budget on budget.body_id = control_figure.body_id and budget.year = control_figure.year
     where control_figure.year = $1 and ($2::uuid is null or control_figure.body_id = $2)
     order by control_figure.body_id, kind`,
    [query.year, query.body ?? null],
  );
  const figures: ControlFigure[] = [];
  for (const row of rows) {
    // Deriving many budgets for a list would take too long: amounts are for one body at a time.
    const entered =
      query.body !== undefined && row.readable === true
        ? await amountIn(work, row.budget, row.kind)
        : undefined;
    figures.push({
      bodyId: row.body_id,
      year: row.year,
      kind: row.kind,
      ceiling: row.ceiling,
      entered: entered === undefined ? null : formatYuan(entered),
      exceeded: entered !== undefined && entered > BigInt(row.ceiling.replace(".", "")),
    });
  }
  return { figures };
};

async function amountIn(work: CheckWork, budget: string, kind: CeilingKind) {
  return (await checkBudget(work, budget)).entered?.[kind];
}

const setControlFigures: Handler<"setControlFigures"> = async ({ sql, params, body }) => {
  if (new Set(body.figures.map(({ kind }) => kind)).size !== body.figures.length)
    throw invalid("同一类控制数只能有一个。", "There can be one ceiling of a kind.");
  await sql.rows("delete from control_figure where body_id = $1 and year = $2", [params.body, params.year]);
  for (const { kind, ceiling } of body.figures) {
    await sql.rows("insert into control_figure (body_id, year, kind, ceiling) values ($1, $2, $3, $4)", [
      params.body,
      params.year,
      kind,
      ceiling,
    ]);
  }
  return {};
};

const history: Handler<"history"> = async ({ sql, params, query }) => {
  const wanted = query.rows === undefined ? null : query.rows.split(",");
  const rows = await sql.rows(
    `select number, content::jsonb as entry, coalesce(person.name, '') as name,
       case (content::jsonb) ->> 'table' when 'entry_row' then (
         select sheet from entry_row
         where budget_id = $1::text::uuid and id = ((content::jsonb) ->> 'subject')::uuid) end as sheet
     from log left join person on person.id = ((content::jsonb) ->> 'person')::uuid
     where chain = $1
       and ($2::text[] is null or (content::jsonb) ->> 'subject' = any ($2))
       and ($3::text is null or (content::jsonb) #>> array['before', 'cells', $3]
         is distinct from (content::jsonb) #>> array['after', 'cells', $3])
       and ($4::bigint is null or number < $4)
     order by number desc limit $5`,
    [params.budget, wanted, query.field ?? null, query.before ?? null, query.limit ?? 100],
  );
  return { entries: rows.map(({ entry, name, sheet }) => historyEntry(entry, name, sheet)) };
};

function historyEntry(entry: Record<string, never>, personName: string, sheet: string | null): HistoryEntry {
  const { number, at, person, table, subject, operation, reason, before, after } = entry;
  return {
    number,
    at,
    personId: person ?? null,
    personName,
    table,
    subject,
    sheet,
    operation,
    reason,
    before: before ?? null,
    after: after ?? null,
  } as unknown as HistoryEntry;
}

export const REVIEW_HANDLERS = {
  comments,
  comment,
  resolveComment,
  controlFigures,
  setControlFigures,
  history,
};
