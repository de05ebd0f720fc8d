import type { Finding, Level, Place, Text } from "@mingzhang/core";

interface Notice {
  readonly level: Level;
  readonly message: (detail: string) => Text;
  readonly remedy: Text;
}

const said = (zh: string, en: string) => (): Text => ({ zh, en });
const SEND_AGAIN: Text = {
  zh: "文件可能没有传完或已损坏，请重新下载、导出或复制。",
  en: "The file may be cut off or damaged; download, export or copy it again.",
};

const NOTICES = {
  "read/damaged": {
    level: "error",
    message: said("文件不完整或已损坏，无法读取。", "The file is cut off or damaged and cannot be read."),
    remedy: SEND_AGAIN,
  },
  "read/empty": {
    level: "warning",
    message: said("文件中没有可读的文字或表格。", "The file holds no text and no table."),
    remedy: { zh: "请核对是否选错了文件。", en: "Check whether this is the right file." },
  },
  "read/encrypted": {
    level: "error",
    message: said("文件已加密，无法读取。", "The file is encrypted and cannot be read."),
    remedy: {
      zh: "请公开未加密的文件：用密码打开，取消加密后另存。",
      en: "Publish it unencrypted: open it with its password and save it without one.",
    },
  },
  "read/too-large": {
    level: "error",
    message: said(
      "文件过大，或解压后过大、压缩比异常，为安全起见不予读取。",
      "The file is too large, or unpacks to too much data at an abnormal ratio; it is not read for safety.",
    ),
    remedy: {
      zh: "请删去无关的图片、工作表和空白格式，或拆分文件。",
      en: "Remove pictures, sheets and formatted blank cells that are not needed, or split the file.",
    },
  },
  "read/too-slow": {
    level: "error",
    message: said(
      "读取超过限定时间，已放弃这个文件。",
      "Reading took longer than is allowed; the file was given up.",
    ),
    remedy: {
      zh: "请删去无关的工作表、图片和空白格式，或拆分文件；机器繁忙时可再试一次。",
      en: "Remove sheets, pictures and formatted blank cells that are not needed, or split the file; try again if the machine was busy.",
    },
  },
  "read/too-much-memory": {
    level: "error",
    message: said(
      "读取需要的内存超过上限，已放弃这个文件。",
      "Reading needs more memory than is allowed; the file was given up.",
    ),
    remedy: {
      zh: "请删去无关的工作表、图片和空白格式，或拆分文件。",
      en: "Remove sheets, pictures and formatted blank cells that are not needed, or split the file.",
    },
  },
  "read/crashed": {
    level: "error",
    message: said(
      "读取程序在这个文件上中途退出，没有读出内容。",
      "The reader broke off on this file; nothing was read of it.",
    ),
    remedy: SEND_AGAIN,
  },
  "read/too-deep": {
    level: "error",
    message: said(
      "文件的标记嵌套过深，为安全起见不予读取。",
      "The markup of the file is nested too deeply; it is not read for safety.",
    ),
    remedy: {
      zh: "请在浏览器或编辑软件中打开，另存后再试。",
      en: "Open it in a browser or an editor, save it and try again.",
    },
  },
  "read/too-many-cells": {
    level: "error",
    message: (sheet) => ({
      zh: `工作表“${sheet}”的已用区域过大，未读取。`,
      en: `The used area of sheet "${sheet}" is too large; the sheet was not read.`,
    }),
    remedy: {
      zh: "请删去远处多余的单元格内容后另存。",
      en: "Clear stray cells far from the data and save the file.",
    },
  },
  "read/name-differs": {
    level: "notice",
    message: (detail) => ({
      zh: `文件内容与扩展名不符：内容是${detail}，已按内容读取。`,
      en: `The content does not match the file's extension; it was read by its content: ${detail}.`,
    }),
    remedy: { zh: "请改用与内容一致的扩展名。", en: "Give the file the extension of its content." },
  },
  "read/image": {
    level: "warning",
    message: said(
      "这是图片，需要文字识别（OCR）才能读取。",
      "This is an image: needs OCR before it can be read.",
    ),
    remedy: {
      zh: "请提供由电子文档直接导出的文件，而不是图片或扫描件。",
      en: "Provide a file exported from the electronic document instead of an image or a scan.",
    },
  },
  "read/unknown-type": {
    level: "warning",
    message: (detail) => ({
      zh: `无法识别或尚不支持的文件类型${detail === "" ? "" : `（${detail}）`}，未读取。`,
      en: `The type of the file is unknown or not supported${detail === "" ? "" : ` (${detail})`}; it was not read.`,
    }),
    remedy: {
      zh: "请提供 PDF、Word（.docx、.doc）、Excel/WPS 表格、网页或文本文件；压缩包请用 .zip。",
      en: "Provide PDF, Word, spreadsheet, web page or text files; pack several as .zip.",
    },
  },
  "read/nested-too-deep": {
    level: "warning",
    message: said(
      "压缩包嵌套层数过多，内层未读取。",
      "Archives are nested too deeply; the inner ones were not read.",
    ),
    remedy: { zh: "请解压后再提交。", en: "Unpack them first." },
  },
  "read/no-files": {
    level: "warning",
    message: said("没有可读取的文件。", "There is no file to read."),
    remedy: { zh: "请核对所选的文件、文件夹或压缩包。", en: "Check the chosen file, folder or archive." },
  },
} satisfies Record<string, Notice>;

const UNPACK: Text = {
  zh: "请解压后提交其中的文件，或改用 .zip 压缩。",
  en: "Unpack it and give the files themselves, or pack them as .zip.",
};
const SAVE_AS_WORD: Text = {
  zh: "请用 Word 或 WPS 打开，另存为 .docx 后再提交。",
  en: "Open it in Word or WPS and save it as .docx.",
};

/** What to do with files of types that people do publish and that are not read. */
const FOREIGN: Readonly<Record<string, Text>> = {
  RAR: UNPACK,
  "7z": UNPACK,
  gzip: UNPACK,
  OFD: {
    zh: "请用版式阅读软件导出为 PDF，或提供制作它的 Word、Excel 原文件。",
    en: "Export it as PDF with a reader of OFD files, or provide the Word or Excel file that it was made from.",
  },
  RTF: SAVE_AS_WORD,
  ODT: SAVE_AS_WORD,
  MHTML: SAVE_AS_WORD,
  "Word 2003 XML": SAVE_AS_WORD,
  PPTX: {
    zh: "请导出为 PDF 后再提交。",
    en: "Export it as PDF.",
  },
  OLE: {
    zh: "可能是加密的 WPS 文件或不完整的 Office 文件：请打开后取消加密，另存为 .docx、.xlsx 或 PDF。",
    en: "It may be a WPS file with encryption or an incomplete Office file: open it, remove the encryption and save it as .docx, .xlsx or PDF.",
  },
};

export type ReadNoticeId = keyof typeof NOTICES;

/** A finding on a file as a whole, or on the sheet or place given. */
export function readFinding(rule: ReadNoticeId, detail = "", place?: Place): Finding {
  const { level, message, remedy } = NOTICES[rule];
  const advice = rule === "read/unknown-type" ? (FOREIGN[detail] ?? remedy) : remedy;
  return { rule, level, message: message(detail), remedy: advice, ...(place !== undefined && { place }) };
}
