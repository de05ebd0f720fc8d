import pg from "pg";
import type { KeyKeeper } from "./keeper.ts";
import { otherKey } from "./other-key.ts";
import { keyIdOf } from "./sealed-text.ts";

/** Refuses a database that is sealed by a key which is not among the keeper's, before anything is changed. */
export async function requireKeyOf(url: string, keeper: KeyKeeper): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query("select to_regclass('mingzhang.sealing_key') as there");
    if (rows[0]?.there !== null) await requireKey(await sealedBy(client), keeper);
  });
}

/**
 * Brings the secrets of one-time codes under the keeper's first key, in one transaction: those in clear, as earlier
 * versions kept them, and those sealed by a key whose place it takes. From then on the database takes no others.
 */
export async function sealStored(url: string, keeper: KeyKeeper): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("begin");
    // Of programs that start at once, one names the key.
    await client.query("lock table mingzhang.sealing_key");
    await requireKey(await sealedBy(client), keeper);
    const [current = ""] = await keeper.keyIds(true);
    const wereClear = await sealAll(client, keeper, current);
    await client.query(
      "insert into mingzhang.sealing_key (id) values ($1) on conflict (one) do update set id = excluded.id",
      [current],
    );
    await client.query("commit");
    // What was deleted stays in a table's file until it is written anew.
    if (wereClear) await client.query("vacuum full mingzhang.credential");
  });
}

/** Whether any was in clear. */
async function sealAll(client: pg.Client, keeper: KeyKeeper, current: string): Promise<boolean> {
  const { rows } = await client.query<{ person_id: string; secret: string | null; pending: string | null }>(
    `select person_id, totp_secret as secret, totp_pending as pending from mingzhang.credential
     where totp_secret is not null or totp_pending is not null for update`,
  );
  let wereClear = false;
  const sealed = async (person: string, text: string | null): Promise<string | null> => {
    if (text === null || keyIdOf(text) === current) return text;
    wereClear ||= keyIdOf(text) === undefined;
    return keeper.sealCodes(person, text);
  };
  for (const { person_id: person, secret, pending } of rows) {
    const values = [person, await sealed(person, secret), await sealed(person, pending)];
    await client.query(
      "update mingzhang.credential set totp_secret = $2, totp_pending = $3 where person_id = $1",
      values,
    );
  }
  return wereClear;
}

async function sealedBy(client: pg.Client): Promise<string | undefined> {
  return (await client.query("select id from mingzhang.sealing_key")).rows[0]?.id;
}

async function requireKey(known: string | undefined, keeper: KeyKeeper): Promise<void> {
  if (known === undefined) return;
  const ids = await keeper.keyIds(false);
  if (!ids.includes(known)) throw otherKey(known, ids[0]);
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: "mingzhang keys" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
