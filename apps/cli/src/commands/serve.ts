import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { hasError } from "@mingzhang/core";
import type { ServeOptions } from "@mingzhang/server";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { YEAR_FOLDER } from "../entry-files.ts";
import { Failure } from "../failure.ts";
import { entriesOf } from "../load.ts";
import { both, reportFindings } from "../report.ts";
import {
  requireEncryptedDisk,
  SECURITY_OPTIONS,
  securityLogTo,
  securitySettings,
} from "../security-options.ts";
import { ownCommand, STORE_OPTIONS, sayAccounts, storeOptions, untilStopped, withServer } from "../server.ts";
import { VERSION } from "../version.ts";

export default defineCommand({
  name: "serve",
  summary: {
    zh: "启动工作台：在浏览器中一起编制、审核、签字、公开。",
    en: "Starts the workspace: compile, review, sign and publish together, in a browser.",
  },
  arguments: [],
  options: [
    { flags: "--port <number>", default: "8720", text: { zh: "端口。", en: "The port." } },
    {
      flags: "--host <address>",
      default: "127.0.0.1",
      text: {
        zh: "监听的地址；让别的机器访问用 0.0.0.0。",
        en: "The address; 0.0.0.0 lets other machines in.",
      },
    },
    ...STORE_OPTIONS,
    {
      flags: "--bodies <file>",
      text: {
        zh: "首次启动：从 CSV 建立机构（code,name,short_name,kind,parent_code,unit_type）。",
        en: "First start: the organisation from a CSV (code,name,short_name,kind,parent_code,unit_type).",
      },
    },
    {
      flags: "--demo",
      text: {
        zh: "首次启动：建立演示机构，填好示例预算；另有一个部门预算已公开、年度绩效在进行。",
        en: "First start: a demonstration organisation with the example, and a department whose budget is published and whose year is under way.",
      },
    },
    {
      flags: "--https",
      text: {
        zh: "浏览器经 https 代理访问：Cookie 只经 https 发送。",
        en: "Browsers come through an https proxy: cookies are sent over https only.",
      },
    },
    ...SECURITY_OPTIONS,
    {
      flags: "--no-worker",
      text: { zh: "不在本机处理后台任务。", en: "Do not work on jobs on this machine." },
    },
  ],
  examples: [
    {
      command: "mingzhang serve --demo",
      text: { zh: "用演示机构试用。", en: "Try it with the demonstration." },
    },
    {
      command: "mingzhang serve --data 数据 --bodies 机构.csv --host 0.0.0.0",
      text: { zh: "为一个区建立工作台。", en: "A workspace for a district." },
    },
    {
      command:
        "mingzhang serve --data 数据 --https --require-second-factor administrator,bureau --log-to 安全日志.jsonl",
      text: {
        zh: "管理员和财政审核须用两步登录，安全日志另存一份。",
        en: "Administrators and the bureau need two-step sign-in; the security log is also written to a file.",
      },
    },
  ],
  run,
});

async function run({ options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Failure({ zh: `端口“${options.port}”不对。`, en: `"${options.port}" is not a port.` });
  }
  return withServer(async (server) => {
    const store = await storeOptions(options, server);
    const logTo = textOption(options.logTo);
    const paths = [store.data, ...(logTo === undefined || logTo === "-" ? [] : [logTo])];
    requireEncryptedDisk(options, { paths, elsewhere: store.databaseUrl !== undefined }, terminal);
    const securityLog = securityLogTo(logTo, terminal);
    const antivirus = textOption(options.antivirus);
    const settings: ServeOptions = {
      ...store,
      port,
      host: String(options.host),
      secure: options.https === true,
      security: securitySettings(options, server),
      ...(securityLog !== undefined && { securityLog }),
      ...(antivirus !== undefined && { antivirus }),
      version: VERSION,
      ...(options.worker !== false && { worker: ownCommand("worker", "--database-url-from", "-") }),
      setUp: (sql) => setUp(sql, options, terminal),
      say: (text) => terminal.error(both(text)),
      report: (error) => terminal.error(error instanceof Error ? String(error.stack) : String(error)),
    };
    const running = await server.serve(settings);
    terminal.out(`明账工作台 The workspace: ${running.address}`);
    await untilStopped();
    terminal.error("正在停止…… Stopping …");
    await running.stop();
    return EXIT.done;
  });
}

type SetUp = ServeOptions["setUp"];

/** The first start: bodies from a file, from the demonstration, or by asking. */
async function setUp(
  sql: Parameters<SetUp>[0],
  options: CommandInput["options"],
  terminal: Terminal,
): Promise<void> {
  const server = await import("@mingzhang/server");
  if (options.demo === true) {
    const example = fileURLToPath(new URL("../../../../fixtures/wansheng-2023", import.meta.url));
    const [budget, year] = await Promise.all([entriesOf(example), entriesOf(join(example, YEAR_FOLDER))]);
    sayMade(await server.setUpDemonstration(sql, { budget, year }), terminal);
    return;
  }
  const file = textOption(options.bodies);
  const bytes = file === undefined ? await askForBureau(terminal) : await fileBytes(file);
  const { bodies, findings } = server.readBodies(bytes);
  reportFindings(findings, terminal);
  if (hasError(findings) || !bodies.some(({ kind }) => kind === "bureau")) {
    throw new Failure(
      {
        zh: "没有建立机构：清单有错，或其中没有财政局（kind 为 bureau）。请改正后再启动。",
        en: "No organisation was made: the list has faults, or no bureau. Correct it and start again.",
      },
      EXIT.findings,
    );
  }
  const people = [server.firstAdministrator(bodies)];
  sayMade(await server.setUpOrganisation(sql, { bodies, people }), terminal);
}

async function askForBureau(terminal: Terminal): Promise<Uint8Array> {
  if (!terminal.interactive || process.stdin.isTTY !== true) {
    throw new Failure({
      zh: "这是首次启动：请用 --bodies 给出机构清单，或用 --demo 建立演示机构。",
      en: "This is the first start: give the list of bodies with --bodies, or use --demo.",
    });
  }
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const path = await questions.question(
      "机构清单 CSV（回车则只建财政局）A CSV of bodies (Enter: the bureau only): ",
    );
    if (path.trim() !== "") return await fileBytes(path.trim());
    const name = await questions.question("财政局全称 Name of the finance bureau: ");
    const quoted = `"${name.trim().replaceAll('"', '""')}"`;
    return new TextEncoder().encode(`code,name,kind,parent_code\n0,${quoted},bureau,\n`);
  } finally {
    questions.close();
  }
}

async function fileBytes(path: string): Promise<Uint8Array> {
  const [entry] = await entriesOf(path);
  return entry?.bytes ?? new Uint8Array(await readFile(path));
}

function sayMade(accounts: Parameters<typeof sayAccounts>[0], terminal: Terminal): void {
  terminal.out("已建立账号（密码只显示这一次）Accounts (passwords are shown this once):");
  sayAccounts(accounts, terminal);
}
