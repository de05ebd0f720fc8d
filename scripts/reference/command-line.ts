import { page } from "./markdown.ts";

/** What `--help` says, of the whole and of each command. */
export async function commandLinePage(): Promise<string> {
  // The command line stands on the compiled packages; only this page needs them.
  const { COMMANDS } = await import("../../apps/cli/src/commands/index.ts");
  const parts = [await help()];
  for (const { name } of COMMANDS) parts.push(`## ${name}`, await help(name));
  return page(
    "Command line",
    "`apps/cli/src/commands/`",
    "在仓库根目录用 `npx mingzhang` 运行。结果写到标准输出，进度和问题写到标准错误。",
    ...parts,
  );
}

async function help(...command: readonly string[]): Promise<string> {
  const { program } = await import("../../apps/cli/src/program.ts");
  const said: string[] = [];
  const terminal = { out: (text: string) => said.push(text), error: () => 0, interactive: false };
  await program([...command, "--help"], terminal);
  const lines = said
    .join("\n")
    .split("\n")
    .map((line) => line.trimEnd());
  return ["```text", ...lines, "```"].join("\n");
}
