import { type CommandInput, defineCommand, EXIT, type ExitCode, type Terminal } from "../command.ts";
import { both } from "../report.ts";
import { STORE_OPTIONS, storeOptions, withServer } from "../server.ts";

export default defineCommand({
  name: "verify-log",
  summary: {
    zh: "核验工作台的日志：每条链从头算到尾，并与现有内容比较。",
    en: "Verifies the workspace's log: every chain from its start, and against what is stored.",
  },
  arguments: [],
  options: STORE_OPTIONS,
  examples: [
    {
      command: "mingzhang verify-log --data 数据",
      text: {
        zh: "核验；打印的摘要可另行保存，日后对照。",
        en: "Verify; the digest it prints can be kept elsewhere.",
      },
    },
  ],
  run,
});

async function run({ options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  return withServer(async (server) => {
    const { migrate, openDatabase, openStore, verifyLog } = server;
    const store = await openStore(await storeOptions(options, server));
    try {
      await migrate(store.url);
      const database = openDatabase(store.url, { application: 1, system: 1 });
      const { whole, entries, digest, faults } = await database
        .system(verifyLog)
        .finally(() => database.close());
      for (const { chain, number, reason } of faults) terminal.error(`${chain} ${number}: ${reason}`);
      terminal.out(
        both(
          whole
            ? { zh: `日志完整：${entries} 条。`, en: `The log is whole: ${entries} entries.` }
            : {
                zh: `日志不完整：${faults.length} 处。`,
                en: `The log is not whole: ${faults.length} faults.`,
              },
        ),
      );
      terminal.out(`sha256 ${digest}`);
      return whole ? EXIT.done : EXIT.findings;
    } finally {
      await store.close();
    }
  });
}
