import type { RestoreResult } from "@mingzhang/server";
import { type CommandInput, defineCommand, EXIT, type ExitCode, type Terminal } from "../command.ts";
import { both } from "../report.ts";
import { STORE_OPTIONS, sayAccounts, storeOptions, withServer } from "../server.ts";

type LostCodes = RestoreResult["lostCodes"];

export default defineCommand({
  name: "restore",
  summary: {
    zh: "从备份文件恢复到一个空的数据文件夹或数据库；先核对文件，要么全部恢复，要么一点不动。",
    en: "Restores a backup into an empty data folder or database; the file is checked first, and it is all or nothing.",
  },
  arguments: [{ name: "file", required: true, text: { zh: "备份文件。", en: "The backup." } }],
  options: STORE_OPTIONS,
  examples: [
    {
      command: "mingzhang restore 备份.mzb --data 新数据",
      text: { zh: "恢复到新的文件夹。", en: "Restore into a new folder." },
    },
  ],
  run,
});

async function run({ arguments: [file = ""], options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  return withServer(async (server) => {
    const { openStore, restore } = server;
    const store = await openStore(await storeOptions(options, server));
    try {
      const { at, entries, lostCodes } = await restore(store.url, file, store.keeper);
      terminal.out(
        both({
          zh: `已恢复 ${at} 的备份，日志 ${entries} 条，核验无误。`,
          en: `Restored the backup of ${at}; the log of ${entries} entries is whole.`,
        }),
      );
      sayLost(lostCodes, terminal);
      return EXIT.done;
    } finally {
      await store.close();
    }
  });
}

/** Whose one-time codes were sealed by a key that is not here, and what they do now. */
function sayLost({ people, administrators }: LostCodes, terminal: Terminal): void {
  const number = people.length + administrators.length;
  if (number === 0) return;
  terminal.out(
    both({
      zh: `${number} 人的动态口令是用另一把密钥封存的，这里没有那把密钥，已取消。要保留的，把原来的密钥（--key-from，或原数据文件夹的 keys 文件夹）一起带来，恢复到另一个新的数据文件夹。`,
      en: `The one-time codes of ${number} people were sealed by another key, which is not here, and were taken away. To keep them, bring that key (--key-from, or the folder keys of the former data folder) and restore into another new data folder.`,
    }),
  );
  if (administrators.length > 0) {
    terminal.out("管理员的一次性密码（只显示这一次）One-time passwords of administrators (shown this once):");
    sayAccounts(administrators, terminal);
  }
  if (people.length === 0) return;
  terminal.out(
    both({
      zh: `这些人须向管理员领取一次性密码，登录后重新启用动态口令：${people.join("、")}。`,
      en: "These people ask an administrator for a one-time password and set their codes up anew.",
    }),
  );
}
