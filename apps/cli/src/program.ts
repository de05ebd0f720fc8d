import { Argument, CommanderError, Option, type OutputConfiguration, Command as Program } from "commander";
import { type Command, EXIT, type ExitCode, type Terminal } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { Failure } from "./failure.ts";
import { both } from "./report.ts";
import { VERSION } from "./version.ts";

const HELP_WIDTH = 100;

const EXIT_CODES = `
退出码 Exit codes:
  ${EXIT.done}   完成 done
  ${EXIT.findings}   材料有错误；编制时不写出文件 there are errors; a build writes nothing then
  ${EXIT.usage}   命令写错 the command line is wrong
  ${EXIT.unreadable}   文件读不了或写不了 a file cannot be read or written
  ${EXIT.internal}  程序自身的错误 a fault of the program itself
  ${EXIT.interrupted} 被中断 interrupted`;

/** Runs the command line and returns its exit code. Every fault is one clear sentence in both languages. */
export async function program(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const root = new Program("mingzhang")
    .description(
      "明账：把一套预算数据编成整套公开材料，数字处处一致。\nCompiles a budget into a checked, published disclosure.",
    )
    .version(VERSION, "-v, --version", "版本 version")
    .helpOption("-h, --help", "帮助 help")
    .helpCommand("help [command]", "某个命令的帮助 help for a command")
    .addHelpText("after", EXIT_CODES)
    .configureOutput(outputTo(terminal))
    .configureHelp(HELP)
    .exitOverride();
  for (const command of COMMANDS) {
    root.addCommand(
      toProgram(command, terminal, (result) => {
        code = result;
      }),
    );
  }
  try {
    await root.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return reportFailure(error, terminal);
  }
}

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法 Usage:",
  "Arguments:": "参数 Arguments:",
  "Options:": "选项 Options:",
  "Commands:": "命令 Commands:",
};
const HELP = { styleTitle: (title: string) => TITLES[title] ?? title };

/** The parser's own words go nowhere: `reportFailure` says the same in both languages. */
function outputTo(terminal: Terminal): OutputConfiguration {
  return {
    writeOut: (text) => terminal.out(text.trimEnd()),
    writeErr: (text) => terminal.error(text.trimEnd()),
    outputError: () => undefined,
    getOutHelpWidth: () => HELP_WIDTH,
    getErrHelpWidth: () => HELP_WIDTH,
  };
}

function toProgram(command: Command, terminal: Terminal, done: (code: ExitCode) => void): Program {
  const result = new Program(command.name)
    .description(`${command.summary.zh}\n${command.summary.en}`)
    .summary(both(command.summary))
    .helpOption("-h, --help", "帮助 help")
    .configureOutput(outputTo(terminal))
    .configureHelp(HELP)
    .exitOverride()
    .addHelpText(
      "after",
      `\n例 Examples:\n${command.examples.map(({ command: line, text }) => `  ${line}\n      ${both(text)}`).join("\n")}`,
    );
  for (const { name, required, variadic, text } of command.arguments) {
    const label = variadic === true ? `${name}...` : name;
    result.addArgument(new Argument(required ? `<${label}>` : `[${label}]`, both(text)));
  }
  for (const { flags, text, default: value, repeatable } of command.options) {
    const option = new Option(flags, both(text));
    if (repeatable === true)
      option.argParser((given: string, before: readonly string[] = []) => [...before, given]);
    result.addOption(value === undefined ? option : option.default(value));
  }
  return result.action(async () => {
    done(await command.run({ arguments: result.args, options: result.opts() }, terminal));
  });
}

/** Every failure in both languages: what happened and what to do. */
function reportFailure(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return reportUsage(error, terminal);
  if (error instanceof Failure) {
    terminal.error(`${error.text.zh}\n${error.text.en}`);
    return error.code;
  }
  terminal.error(
    `程序内部出错，未写出完整的结果。请把下面的文字和输入文件发给维护者。\nThe program itself failed. Please send the text below to its maintainers.\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return EXIT.internal;
}

const USAGE_FAULTS: Readonly<Record<string, (word: string) => string>> = {
  "commander.unknownOption": (word) => `没有选项“${word}”。`,
  "commander.unknownCommand": (word) => `没有命令“${word}”。`,
  "commander.missingArgument": (word) => `缺少参数“${word}”。`,
  "commander.optionMissingArgument": (word) => `选项“${word}”后面缺少值。`,
  "commander.excessArguments": () => "参数太多。",
};

function reportUsage(error: CommanderError, terminal: Terminal): ExitCode {
  if (error.exitCode === 0) return EXIT.done;
  if (error.code === "commander.help") return EXIT.usage;
  const word = /'([^']*)'/u.exec(error.message)?.[1] ?? "";
  const zh = USAGE_FAULTS[error.code]?.(word) ?? "命令写错了。";
  terminal.error(
    `${zh}加 --help 看用法。\n${error.message.replace(/^error: /u, "").replace("\n", " ")}. Add --help to see how it is used.`,
  );
  return EXIT.usage;
}
