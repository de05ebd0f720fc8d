import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * The html renderer's script and style, bundled into modules that export them as text: the renderer itself is plain
 * TypeScript and needs neither a bundler nor a file at run time.
 */
const html = fileURLToPath(new URL("../src/html/", import.meta.url));

const parts = [
  { name: "client", entry: "client/main.ts" },
  { name: "style", entry: "style/main.css" },
] as const;

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export async function generateClient(): Promise<GeneratedFile[]> {
  return Promise.all(
    parts.map(async ({ name, entry }) => {
      const bundled = await bundle(html + entry);
      return {
        path: `${html}generated/${name}.ts`,
        text: `// Generated from ../${entry}; npx tsx packages/renderers/scripts/generate-client.ts writes it.\nexport const ${name} =\n  ${JSON.stringify(bundled)};\n`,
      };
    }),
  );
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    charset: "utf8",
    format: "iife",
    target: ["chrome100", "firefox104", "safari15.4"],
    legalComments: "none",
    tsconfigRaw: {},
  });
  return result.outputFiles[0]?.text.trim() ?? "";
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { path, text } of await generateClient()) await writeFile(path, text);
