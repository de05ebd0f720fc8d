import { program } from "./program.ts";

process.exitCode = await program(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  interactive: process.stderr.isTTY === true,
});
