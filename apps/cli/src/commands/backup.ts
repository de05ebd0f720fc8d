import { type CommandInput, defineCommand, EXIT, type ExitCode, type Terminal } from "../command.ts";
import { both } from "../report.ts";
import { DISK_OPTION, requireEncryptedDisk } from "../security-options.ts";
import { STORE_OPTIONS, storeOptions, withServer } from "../server.ts";

export default defineCommand({
  name: "backup",
  summary: {
    zh: "把工作台的全部内容备份成一个文件；工作台可以照常运行。",
    en: "Backs the whole workspace up into one file, while it serves.",
  },
  arguments: [{ name: "file", required: true, text: { zh: "写到哪个文件。", en: "The file to write." } }],
  options: [...STORE_OPTIONS, DISK_OPTION],
  examples: [
    {
      command: "mingzhang backup 备份.mzb --data 数据",
      text: { zh: "备份一个数据文件夹。", en: "Back a data folder up." },
    },
  ],
  run,
});

async function run({ arguments: [file = ""], options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  requireEncryptedDisk(options, { paths: [file] }, terminal);
  return withServer(async (server) => {
    const { backUp, migrate, openStore } = server;
    const store = await openStore(await storeOptions(options, server));
    try {
      await migrate(store.url);
      const { sha256, tables } = await backUp(store.url, file, new Date());
      terminal.out(
        both({ zh: `已备份 ${tables} 张表到 ${file}。`, en: `Backed ${tables} tables up to ${file}.` }),
      );
      terminal.out(`sha256 ${sha256}`);
      return EXIT.done;
    } finally {
      await store.close();
    }
  });
}
