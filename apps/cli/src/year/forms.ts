import { type Document, type Finding, hasError } from "@mingzhang/core";
import { type DataFile, RENDERERS } from "@mingzhang/renderers";
import type { Terminal } from "../command.ts";
import { digestOf, type PackFile, safeFileName } from "../pack.ts";
import { reportFindings } from "../report.ts";
import { writePack } from "../write-files.ts";

/**
 * Writes forms in every format and their data, whole or not at all. Returns whether they were written; what could not
 * be rendered is reported.
 */
export async function writeForms(
  folder: string,
  { documents, data }: { readonly documents: readonly Document[]; readonly data: readonly DataFile[] },
  terminal: Terminal,
): Promise<boolean> {
  const files: PackFile[] = data.map(({ name, bytes }) => ({ path: `data/${name}`, bytes }));
  const findings: Finding[] = [];
  for (const document of documents.filter(({ blocks }) => blocks.length > 0)) {
    for (const renderer of RENDERERS) {
      const rendered = await renderer.render({ document });
      findings.push(...rendered.findings);
      const name = `${safeFileName(document.title)}.${renderer.extension}`;
      files.push({ path: `${renderer.id}/${name}`, bytes: rendered.bytes });
    }
  }
  reportFindings(findings, terminal);
  if (hasError(findings)) return false;
  await writePack(folder, files, digestOf(files.flatMap(({ path, bytes }) => [path, bytes])));
  terminal.out(["", "已写出 Written：", ...files.map(({ path }) => `　${folder}/${path}`)].join("\n"));
  return true;
}
