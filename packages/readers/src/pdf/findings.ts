import type { Finding, Level, Text } from "@mingzhang/core";

interface Notice {
  readonly level: Level;
  readonly message: (detail: string) => Text;
  readonly remedy: Text;
}

const NOTICES = {
  "read/not-pdf": {
    level: "error",
    message: () => ({ zh: "文件不是 PDF。", en: "The file is not a PDF." }),
    remedy: { zh: "请确认文件格式与扩展名。", en: "Check the file's format and its extension." },
  },
  "read/pdf-encrypted": {
    level: "error",
    message: () => ({ zh: "PDF 已加密，打开需要密码。", en: "The PDF is encrypted and needs a password." }),
    remedy: {
      zh: "请提供密码，或公开未加密的文件。",
      en: "Give the password, or publish the file unencrypted.",
    },
  },
  "read/pdf-damaged": {
    level: "error",
    message: (detail) => ({
      zh: `PDF 损坏或不完整${detail === "" ? "" : `，无法读取第 ${detail} 页`}。`,
      en: `The PDF is damaged or cut short${detail === "" ? "" : `; unreadable pages: ${detail}`}.`,
    }),
    remedy: { zh: "请重新下载或重新导出文件。", en: "Download or export the file again." },
  },
  "read/pdf-cut-short": {
    level: "warning",
    message: () => ({
      zh: "PDF 文件末尾缺失，可能未下载完整；已读取尚存的页面。",
      en: "The end of the PDF is missing, perhaps from a broken download; what is left has been read.",
    }),
    remedy: { zh: "请重新下载文件后再核对。", en: "Download the file again before relying on it." },
  },
  "read/pdf-failed": {
    level: "error",
    message: (detail) => ({
      zh: `读取程序出错，${detail === "" ? "文件" : `第 ${detail} 页`}未能读取。`,
      en: `The reader itself failed${detail === "" ? "" : `; pages not read: ${detail}`}.`,
    }),
    remedy: { zh: "请将文件报告给开发者。", en: "Report the file to the developers." },
  },
  "read/pdf-no-pages": {
    level: "error",
    message: () => ({ zh: "PDF 没有页面。", en: "The PDF has no pages." }),
    remedy: { zh: "请重新导出文件。", en: "Export the file again." },
  },
  "read/pdf-no-text": {
    level: "warning",
    message: (detail) => ({
      zh: `第 ${detail} 页没有文字层，需要文字识别（OCR）。`,
      en: `No text layer: needs OCR; pages: ${detail}.`,
    }),
    remedy: {
      zh: "请公开由电子文档直接导出的 PDF。",
      en: "Publish a PDF exported from the electronic document.",
    },
  },
  "read/pdf-recognised-text": {
    level: "warning",
    message: (detail) => ({
      zh: `第 ${detail} 页是带识别文字的扫描件，文字可能有误。`,
      en: `Scanned pages with recognised text, which may be wrong: ${detail}.`,
    }),
    remedy: { zh: "请对照页面图像核对数字。", en: "Check the figures against the page images." },
  },
  "read/pdf-limit": {
    level: "warning",
    message: (detail) => ({
      zh: `内容超过处理上限，以下页面未读或未读全：${detail}。`,
      en: `The content exceeds the limits; pages not read or not read in full: ${detail}.`,
    }),
    remedy: { zh: "请拆分文件后再读。", en: "Split the file and read the parts." },
  },
} satisfies Record<string, Notice>;

export type NoticeId = keyof typeof NOTICES;

/** A finding about the file as a whole, or about some of its pages (counted from 1). */
export function fileFinding(rule: NoticeId, pages: readonly number[] = []): Finding {
  const { level, message, remedy } = NOTICES[rule];
  const [first] = pages;
  return {
    rule,
    level,
    message: message(pageRanges(pages)),
    remedy,
    ...(first !== undefined && { place: { kind: "page", page: first } as const }),
  };
}

/** "1-3, 7" for 1, 2, 3, 7. */
function pageRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && page <= last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}
