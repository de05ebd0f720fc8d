import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { generateClient } from "../../scripts/generate-client.ts";
import { client } from "./generated/client.ts";
import { style } from "./generated/style.ts";

it("the committed script and style are those of their sources", async () => {
  for (const { path, text } of await generateClient()) expect(await readFile(path, "utf8")).toBe(text);
});

it("the script and the style cannot end the element that holds them", () => {
  expect(client).not.toMatch(/<\/script|<!--/i);
  expect(style).not.toMatch(/<\/style|<!--/i);
});

it("the script is sound against the browser's types, which the package's own build does not know", async () => {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const project = fileURLToPath(new URL("./client", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, "-p", project]).catch(
    (failure: { stdout: string }) => failure,
  );
  expect(stdout).toBe("");
});
