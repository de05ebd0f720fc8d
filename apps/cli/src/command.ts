import type { Text } from "@mingzhang/core";

/** One command of the command line: everything about it in one file of `commands/`. */
export interface Command {
  readonly name: string;
  readonly summary: Text;
  readonly arguments: readonly ArgumentDefinition[];
  readonly options: readonly OptionDefinition[];
  /** Complete command lines with what they do. */
  readonly examples: readonly { readonly command: string; readonly text: Text }[];
  run(input: CommandInput, terminal: Terminal): Promise<ExitCode>;
}

export interface ArgumentDefinition {
  readonly name: string;
  readonly text: Text;
  readonly required: boolean;
  readonly variadic?: boolean;
}

export interface OptionDefinition {
  /** As in "-o, --out <folder>"; a value in angle brackets makes the option take one. */
  readonly flags: string;
  readonly text: Text;
  readonly default?: string;
  /** May be given several times. */
  readonly repeatable?: true;
}

export type OptionValue = string | boolean | readonly string[] | undefined;

export interface CommandInput {
  readonly arguments: readonly string[];
  /** By the long name in camel case. */
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** Where a command speaks: results on standard output, progress and findings on standard error. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Whether a person is watching: progress lines are only worth showing then. */
  readonly interactive: boolean;
}

/** Documented in `mingzhang --help` and docs/reference/command-line.md. */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  unreadable: 3,
  internal: 70,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The value of an option that takes one; undefined where it was not given. */
export function textOption(option: OptionValue): string | undefined {
  return typeof option === "string" ? option : undefined;
}

/** The values of an option that may be given several times, in their order. */
export function textsOption(option: OptionValue): readonly string[] {
  return typeof option === "object" ? option : [];
}

/** Types a command; the definition is the command. */
export function defineCommand(command: Command): Command {
  return command;
}
