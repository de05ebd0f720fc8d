import { type CommandInput, defineCommand, EXIT, type ExitCode, type Terminal } from "../command.ts";
import { both } from "../report.ts";
import { DATA_OPTION, storeOptions, withServer } from "../server.ts";

export default defineCommand({
  name: "restore",
  summary: {
    zh: "从备份文件恢复到一个空的数据文件夹或数据库；先核对文件，要么全部恢复，要么一点不动。",
    en: "Restores a backup into an empty data folder or database; the file is checked first, and it is all or nothing.",
  },
  arguments: [{ name: "file", required: true, text: { zh: "备份文件。", en: "The backup." } }],
  options: [DATA_OPTION],
  examples: [
    {
      command: "mingzhang restore 备份.mzb --data 新数据",
      text: { zh: "恢复到新的文件夹。", en: "Restore into a new folder." },
    },
  ],
  run,
});

async function run({ arguments: [file = ""], options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  return withServer(async ({ openStore, restore }) => {
    const store = await openStore(storeOptions(options));
    try {
      const { at, entries } = await restore(store.url, file);
      terminal.out(
        both({
          zh: `已恢复 ${at} 的备份，日志 ${entries} 条，核验无误。`,
          en: `Restored the backup of ${at}; the log of ${entries} entries is whole.`,
        }),
      );
      return EXIT.done;
    } finally {
      await store.close();
    }
  });
}
