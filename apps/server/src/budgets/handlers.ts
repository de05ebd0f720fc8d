import type { z } from "zod";
import { nextState, type Step, TRANSITIONS } from "../api/index.ts";
import { onBudget } from "../http/authorise.ts";
import type { Handler } from "../http/handler.ts";
import { found, Refusal, refuse } from "../http/refusal.ts";
import { checkBudget, scanBudget } from "./checked.ts";
import { blockersOf } from "./gates.ts";
import { headOf, headsWhere } from "./head.ts";
import { openBudget } from "./open.ts";

const budgets: Handler<"budgets"> = async ({ sql, query }) => ({
  budgets: [
    ...(await headsWhere(sql, "($1::int is null or year = $1) and ($2::uuid is null or body_id = $2)", [
      query.year ?? null,
      query.body ?? null,
    ])),
  ],
});

const budget: Handler<"budget"> = ({ sql, params }) => headOf(sql, params.budget);

const check: Handler<"check"> = async ({ params, ...work }) => {
  const { revision, findings, counts } = await checkBudget(work, params.budget);
  return { revision, findings: [...findings], counts };
};

const scan: Handler<"scan"> = async ({ params, ...work }) => ({
  findings: [...(await scanBudget(work, params.budget))] as never,
});

const explanations: Handler<"explanations"> = async ({ sql, params }) => ({
  explanations: (await sql.rows(
    `select key, text, person.name as "personName", at from explanation join person on person.id = person_id
     where budget_id = $1 order by key`,
    [params.budget],
  )) as never,
});

const explain: Handler<"explain"> = async ({ sql, me, params, body }) => {
  if (body.text === "") {
    await sql.rows("delete from explanation where budget_id = $1 and key = $2", [params.budget, body.key]);
    return {};
  }
  await sql.rows(
    `insert into explanation (budget_id, key, text, person_id) values ($1, $2, $3, $4)
     on conflict (budget_id, key) do update set text = excluded.text, person_id = excluded.person_id, at = now()`,
    [params.budget, body.key, body.text, me.personId],
  );
  return {};
};

const steps: Handler<"steps"> = async ({ sql, params }) => ({
  steps: (await sql.rows(
    `select step.id, action, from_state as "from", to_state as "to", at, person_id as "personId",
       person.name as "personName", reason, revision
     from step join person on person.id = person_id where budget_id = $1 order by at`,
    [params.budget],
  )) as unknown as z.infer<typeof Step>[],
});

const blockers: Handler<"blockers"> = async ({ me, params, ...work }) => {
  const { sql } = work;
  const { state, year } = found(
    await sql.row("select state, year_state as year from budget where id = $1", [params.budget]),
  );
  const may = await sql.row("select may($1, $2) as may", [params.action, params.budget]);
  const possible =
    may?.may === true && [state, year].some((from) => nextState(params.action, from) !== undefined);
  if (!possible) return { possible, blockers: [] };
  const asked = { action: params.action, reason: "-", approvalDate: "2000-01-01" };
  return {
    possible,
    blockers: [...(await blockersOf(work, { budget: params.budget, person: me.personId, asked }))],
  };
};

const step: Handler<"step"> = async ({ me, params, body, ...work }) => {
  const { sql } = work;
  await onBudget(sql, body.action, params.budget);
  const head = found(
    await sql.row("select revision, state, version from budget where id = $1", [params.budget]),
  );
  if (head.revision !== body.revision) throw refuse("conflict", await headOf(sql, params.budget));
  const open = await blockersOf(work, { budget: params.budget, person: me.personId, asked: body });
  if (open.length > 0) {
    const { text } = TRANSITIONS.find(({ action }) => action === body.action) ?? { text: { zh: "", en: "" } };
    throw new Refusal(
      "blocked",
      {
        zh: `还不能“${text.zh}”：${open.map(({ message }) => message.zh).join("")}`,
        en: `${text.en}: ${open.map(({ message }) => message.en).join(" ")}`,
      },
      open,
    );
  }
  const harmless = body.acknowledged === undefined ? null : JSON.stringify(body.acknowledged);
  await sql.rows("select take_step($1, $2, $3, $4, $5, $6)", [
    params.budget,
    body.action,
    body.revision,
    body.reason ?? "",
    body.approvalDate ?? null,
    harmless,
  ]);
  if (body.action === "publish") {
    await sql.rows("select publish_version($1, $2)", [params.budget, body.reason ?? ""]);
  }
  if (body.action === "publish-evaluation") {
    await sql.rows("select publish_evaluation($1, $2)", [params.budget, body.reason ?? ""]);
  }
  return headOf(sql, params.budget);
};

const versions: Handler<"versions"> = async ({ sql, params }) => ({
  versions: (await sql.rows(
    `select number as version, revision, at, reason, digest from version
     where budget_id = $1 and document = 'budget' order by number desc`,
    [params.budget],
  )) as never,
});

export const BUDGET_HANDLERS = {
  budgets,
  budget,
  check,
  scan,
  explanations,
  explain,
  steps,
  blockers,
  step,
  versions,
  openBudget,
};
