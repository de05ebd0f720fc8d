import type { Text } from "@mingzhang/core";
import type { Database, Transaction } from "../database/database.ts";
import type { SecuritySettings } from "../http/security-settings.ts";
import { numbersOf } from "./security-numbers.ts";

/** Where the security log goes besides the database: one JSON object for each entry. */
export interface SecurityLog {
  /** Number of the last entry that was written there; without it only what comes from now on is written. */
  readonly last: number | undefined;
  /** Throws where it could not write; the same lines come again then. */
  write(lines: readonly string[]): void;
}

interface WatchOptions {
  readonly security: SecuritySettings;
  readonly securityLog?: SecurityLog;
  say(text: Text): void;
  report(error: unknown): void;
}

const EVERY = 1000;
const MOST_AT_ONCE = 1000;

/** Follows the security log: writes it elsewhere, and says once when its numbers become an alert. */
export async function watchSecurity(database: Database, options: WatchOptions) {
  const { securityLog, security } = options;
  const newest = await database.system(newestNumber);
  let written = Math.min(securityLog?.last ?? newest, newest);
  let looked = -1;
  let alerting = false;
  let failing = false;

  const writeOn = async (sql: Transaction): Promise<void> => {
    if (securityLog === undefined) return;
    for (;;) {
      const rows = await entriesAfter(sql, written);
      if (rows.length === 0) return;
      securityLog.write(rows.map((row) => JSON.stringify(row)));
      written = rows.at(-1)?.number ?? written;
    }
  };
  const lookForAlert = async (sql: Transaction): Promise<void> => {
    const counted = await sql.rows(
      "select event, count(*)::integer as number from recent_security() group by event",
    );
    const numbers = numbersOf(counted as never, security.alertAt);
    if (numbers.alert && !alerting) options.say(alertText(numbers));
    alerting = numbers.alert;
  };
  const look = (): Promise<void> =>
    database
      .system(async (sql) => {
        const number = await newestNumber(sql);
        if (number === looked && !alerting && written >= number) return;
        await writeOn(sql);
        await lookForAlert(sql);
        looked = number;
      })
      .then(
        () => {
          failing = false;
        },
        (error: unknown) => {
          // A database that is away for a while is told of once.
          if (!failing) options.report(error);
          failing = true;
        },
      );

  let looking = look();
  let timer = setTimeout(again, EVERY);
  function again(): void {
    looking = look().finally(() => {
      timer = setTimeout(again, EVERY);
    });
  }
  return {
    stop: async (): Promise<void> => {
      await looking;
      clearTimeout(timer);
      await look();
    },
  };
}

async function newestNumber(sql: Transaction): Promise<number> {
  return (await sql.row("select number from log_head where chain = 'security'"))?.number ?? 0;
}

async function entriesAfter(sql: Transaction, number: number) {
  const rows = await sql.rows(
    `select number, entry ->> 'at' as at, entry #>> '{after,event}' as event, entry ->> 'person' as person, account,
       entry #>> '{after,address}' as address, entry #>> '{after,call}' as call, entry #> '{after,params}' as params
     from (select number, content::jsonb as entry from log where chain = 'security' and number > $1
       order by number limit $2) as entries left join person on person.id = (entry ->> 'person')::uuid order by number`,
    [number, MOST_AT_ONCE],
  );
  return rows as readonly { readonly number: number }[];
}

function alertText({ failures, refusals, misfits, alertAt }: ReturnType<typeof numbersOf>): Text {
  return {
    zh: `安全警报：最近一刻钟登录失败 ${failures} 次，被拒绝 ${refusals} 次，不合规的请求 ${misfits} 次，已到警戒数 ${alertAt}。请管理员看安全日志。`,
    en: `Security alert: in the last quarter of an hour ${failures} sign-ins failed, ${refusals} calls were refused and ${misfits} fitted nothing; the threshold is ${alertAt}. Look at the security log.`,
  };
}
