import { Argument, CommanderError, Option, Command as Program } from "commander";
import { type Command, EXIT, type ExitCode, type Terminal } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { Failure } from "./failure.ts";
import { both } from "./report.ts";
import { VERSION } from "./version.ts";

const EXIT_CODES = `
退出码 Exit codes:
  ${EXIT.done}   完成 done
  ${EXIT.findings}   输入有错误，未写出文件 the input has errors, nothing was written
  ${EXIT.usage}   命令写错 the command line is wrong
  ${EXIT.unreadable}   文件读不了或写不了 a file cannot be read or written
  ${EXIT.internal}  程序自身的错误 a fault of the program itself`;

/** Runs the command line and returns its exit code. Every fault is one clear sentence in both languages. */
export async function program(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const root = new Program("mingzhang")
    .description(
      "明账：把一套预算数据编成可公开的材料，并核对公开材料是否自相矛盾。\nCompiles a budget into a checked, published disclosure.",
    )
    .version(VERSION, "-v, --version", "版本 version")
    .helpOption("-h, --help", "帮助 help")
    .helpCommand("help [command]", "某个命令的帮助 help for a command")
    .addHelpText("after", EXIT_CODES)
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    })
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

function toProgram(command: Command, terminal: Terminal, done: (code: ExitCode) => void): Program {
  const result = new Program(command.name)
    .description(`${command.summary.zh}\n${command.summary.en}`)
    .summary(both(command.summary))
    .helpOption("-h, --help", "帮助 help")
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    })
    .exitOverride()
    .addHelpText(
      "after",
      `\n例 Examples:\n${command.examples.map(({ command: line, text }) => `  ${line}\n      ${both(text)}`).join("\n")}`,
    );
  for (const { name, required, variadic, text } of command.arguments) {
    const label = variadic === true ? `${name}...` : name;
    result.addArgument(new Argument(required ? `<${label}>` : `[${label}]`, both(text)));
  }
  for (const { flags, text, default: value } of command.options) {
    const option = new Option(flags, both(text));
    result.addOption(value === undefined ? option : option.default(value));
  }
  return result.action(async () => {
    done(await command.run({ arguments: result.args, options: result.opts() }, terminal));
  });
}

/** Usage faults are explained by the argument parser; all others say what happened and what to do. */
function reportFailure(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Failure) {
    terminal.error(`${error.text.zh}\n${error.text.en}`);
    return error.code;
  }
  terminal.error(
    `程序内部出错，未写出完整的结果。请把下面的文字和输入文件发给维护者。\nThe program itself failed. Please send the text below to its maintainers.\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return EXIT.internal;
}
