import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { both } from "../report.ts";
import { STORE_OPTIONS, storeOptions, withServer } from "../server.ts";

export default defineCommand({
  name: "rotate-key",
  summary: {
    zh: "更换工作台的主密钥：用新密钥重新封存全部秘密；先停止工作台。中断了再运行一次即可。",
    en: "Changes the workspace's master key: seals all secrets anew. Stop the workspace first; where it is interrupted, run it again.",
  },
  arguments: [],
  options: [
    ...STORE_OPTIONS,
    {
      flags: "--new-key-from <source>",
      text: {
        zh: "新密钥从哪里取：file:、command:、credential:；不写则在数据文件夹里新生成。",
        en: "Where the new key comes from: file:, command:, credential:; by default one is made in the data folder.",
      },
    },
  ],
  examples: [
    {
      command: "mingzhang rotate-key --data 数据",
      text: { zh: "换掉数据文件夹里的密钥。", en: "Change the data folder's own key." },
    },
    {
      command:
        "mingzhang rotate-key --data 数据 --new-key-from 'command:vault kv get -field=key secret/mingzhang'",
      text: {
        zh: "改用密钥库里的密钥；数据文件夹里的随即销毁，以后启动要写 --key-from。",
        en: "Use a vault's key from now on; the data folder's is destroyed, and later starts need --key-from.",
      },
    },
  ],
  run,
});

async function run({ options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  return withServer(async (server) => {
    const from = textOption(options.newKeyFrom);
    const newKey = from === undefined ? {} : { from };
    const store = await server.openStore({ ...(await storeOptions(options, server)), newKey });
    try {
      await server.requireNoServer(store.url);
      await server.requireKeyOf(store.url, store.keeper);
      await server.migrate(store.url);
      await server.sealAll(store);
      const [id] = await store.keeper.keyIds(false);
      terminal.out(both({ zh: `已改用密钥 ${id}。`, en: `The key is ${id} now.` }));
      return EXIT.done;
    } finally {
      await store.close();
    }
  });
}
