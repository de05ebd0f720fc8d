import { createHash } from "node:crypto";
import { compose, type Disclosure, type Finding, hasError, inspect } from "@mingzhang/core";
import { dataFiles, RENDERERS } from "@mingzhang/renderers";
import { readBack } from "./read-back.ts";

/** One file of a pack; `path` is relative to the pack's folder. */
export interface PackFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface RenderedPack {
  readonly files: readonly PackFile[];
  readonly findings: readonly Finding[];
}

export interface RenderSettings {
  readonly fonts: readonly Uint8Array[];
  /** Read each file back and compare it with what was meant. */
  readonly verify: boolean;
}

/** The formats that a pack can be rendered to. */
export const FORMATS = [...RENDERERS.map((renderer) => renderer.id), "data"] as const;

/**
 * Renders a disclosure to the formats asked for and reads each file back. When any of them has an error no file is
 * returned: a pack is whole or not there.
 */
export async function renderPack(
  disclosure: Disclosure,
  formats: readonly string[],
  { fonts, verify }: RenderSettings,
  progress: (format: string) => void,
): Promise<RenderedPack> {
  const document = compose(disclosure);
  const inspection = formats.includes("html") ? inspect(disclosure) : undefined;
  const files: PackFile[] = [];
  const findings: Finding[] = [];
  for (const renderer of RENDERERS) {
    if (!formats.includes(renderer.id)) continue;
    progress(renderer.id);
    const rendered = await renderer.render({
      document,
      ...(inspection === undefined ? {} : { inspection }),
      fonts,
    });
    findings.push(...rendered.findings);
    const file = { path: `${renderer.id}/${fileName(document.title, renderer)}`, bytes: rendered.bytes };
    files.push(file);
    if (verify && !hasError(rendered.findings)) findings.push(...(await readBack(document, file)));
  }
  if (formats.includes("data")) {
    progress("data");
    files.push(...dataFiles(disclosure).map((file) => ({ path: `data/${file.name}`, bytes: file.bytes })));
  }
  return { files: hasError(findings) ? [] : files, findings };
}

/** A web page is index.html, so that a folder can be published as it is; office files carry the pack's title. */
function fileName(title: string, { id, extension }: { id: string; extension: string }): string {
  return `${id === "html" ? "index" : safeFileName(title)}.${extension}`;
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title as a file name that Windows, Linux and zip archives accept. */
export function safeFileName(title: string): string {
  const name = title
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cs}]/gu, "_")
    .replace(/[. ]+$/u, "");
  const short = [...name].slice(0, 60).join("") || "pack";
  return RESERVED.test(short) ? `${short}_` : short;
}

/** File names for ids, in their order, that stay apart where letters have no case. */
export function distinctFileNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const name = safeFileName(id);
    let distinct = name;
    for (let number = 2; taken.has(distinct.toLowerCase()); number++) distinct = `${name}-${number}`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}

/** What a pack was made from: equal inputs have equal digests. */
export function digestOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(String(part.length)).update("\0").update(part);
  return hash.digest("hex");
}
