import type { GeneratedFile } from "../generate.ts";
import { indexOf } from "./indexes.ts";

/** The index of the command line's commands: a file in the folder is a command. */
export default async function generateCommands(root: string): Promise<GeneratedFile[]> {
  return [await indexOf(root, "apps/cli/src/commands", "COMMANDS", "Command", "../command.ts")];
}
