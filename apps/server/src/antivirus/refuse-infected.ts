import type { Text } from "@mingzhang/core";
import { safeName } from "../http/file-name.ts";
import type { UploadedFile } from "../http/handler.ts";
import { Refusal } from "../http/refusal.ts";
import type { Antivirus, Unchecked } from "./clamd.ts";

/** A file that the scanner did not let pass: it is noted, with what `about` says. */
export class RefusedFile extends Refusal {
  constructor(
    readonly event: "infected-file" | "unchecked-file",
    readonly about: Readonly<Record<string, string>>,
    text: Text,
  ) {
    super(event === "infected-file" ? "invalid" : "blocked", text);
  }
}

const AGAIN: Text = {
  zh: "请稍后再传，仍不行请告诉管理服务器的人",
  en: "upload again later, or tell whoever keeps the server",
};
const SMALLER: Text = {
  zh: "请拆小后再传，或请管理服务器的人调高杀毒服务的上限",
  en: "upload it in smaller parts, or have whoever keeps the server raise the limits of the antivirus",
};
const REASONS: Readonly<Record<Unchecked, { readonly why: Text; readonly remedy: Text }>> = {
  unreachable: {
    why: { zh: "杀毒服务连不上", en: "the antivirus cannot be reached" },
    remedy: AGAIN,
  },
  "too-slow": {
    why: { zh: "杀毒服务没有按时查完", en: "the antivirus was not done in time" },
    remedy: AGAIN,
  },
  "too-large": {
    why: { zh: "超过杀毒服务能查的大小", en: "it is more than the antivirus looks through" },
    remedy: SMALLER,
  },
  "broken-off": {
    why: {
      zh: "杀毒服务没有答复就断开了，文件过大时常常如此",
      en: "the antivirus broke off without an answer, as it often does when a file is too large for it",
    },
    remedy: SMALLER,
  },
  "no-answer": {
    why: { zh: "杀毒服务没有给出结论", en: "the antivirus came to no conclusion" },
    remedy: AGAIN,
  },
};

/** Has each file checked, one after the other; refuses all of them with the first that is not clean. */
export async function refuseInfected(antivirus: Antivirus, files: readonly UploadedFile[]): Promise<void> {
  for (const { name: given, bytes } of files) {
    const verdict = await antivirus.check(bytes);
    const file = safeName(given);
    if (verdict.kind === "infected") throw infected(file, verdict.signature);
    if (verdict.kind === "unchecked") throw unchecked(file, verdict.reason);
  }
}

function infected(file: string, signature: string): RefusedFile {
  return new RefusedFile(
    "infected-file",
    { file, signature },
    {
      zh: `“${file}”带有病毒（${signature}），这次上传的文件一个也没有收下：请在自己的电脑上查杀，换一份干净的再传。`,
      en: `"${file}" is infected (${signature}), and none of these files was taken: clean your computer and upload a clean copy.`,
    },
  );
}

function unchecked(file: string, reason: Unchecked): RefusedFile {
  const { why, remedy } = REASONS[reason];
  return new RefusedFile(
    "unchecked-file",
    { file, reason },
    {
      zh: `“${file}”未能查毒（${why.zh}），这次上传的文件一个也没有收下：${remedy.zh}。`,
      en: `"${file}" could not be checked for viruses (${why.en}), and none of these files was taken: ${remedy.en}.`,
    },
  );
}
