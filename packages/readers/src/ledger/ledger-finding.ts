import type { Finding, Level, Place, Text } from "@mingzhang/core";

interface Message {
  readonly level: Level;
  readonly message: Text;
  readonly remedy: Text;
}

const SAVE_AS_XLSX: Text = {
  zh: "请在Excel或WPS中打开，另存为.xlsx后重试。",
  en: "Open it in a spreadsheet program, save it as .xlsx and try again.",
};
const SEND_AGAIN: Text = {
  zh: "文件可能没有传完或已损坏，请重新导出或重新复制。",
  en: "The file may be cut off or damaged; export or copy it again.",
};

const MESSAGES = {
  encrypted: {
    level: "error",
    message: { zh: "文件已加密，无法读取。", en: "The file is encrypted and cannot be read." },
    remedy: {
      zh: "请用密码打开，取消“用密码进行加密”后另存。",
      en: "Open it with its password and save it without encryption.",
    },
  },
  damaged: {
    level: "error",
    message: {
      zh: "文件不完整或已损坏，无法读取。",
      en: "The file is cut off or damaged and cannot be read.",
    },
    remedy: SEND_AGAIN,
  },
  "not-a-workbook": {
    level: "error",
    message: { zh: "不是电子表格文件。", en: "The file is not a spreadsheet." },
    remedy: {
      zh: "请提供.xlsx、.xls、.et、.ods或.csv文件。",
      en: "Provide a .xlsx, .xls, .et, .ods or .csv file.",
    },
  },
  "no-text": {
    level: "error",
    message: {
      zh: "不是文本文件，或文字编码不是UTF-8、GB18030。",
      en: "The file is not text, or its encoding is neither UTF-8 nor GB 18030.",
    },
    remedy: { zh: "请另存为“CSV UTF-8”后重试。", en: "Save it as CSV UTF-8 and try again." },
  },
  "unclosed-quote": {
    level: "warning",
    message: {
      zh: "此处的双引号没有配对，其后的内容都并入了同一格。",
      en: "A double quote opened here is never closed; everything after it went into one cell.",
    },
    remedy: { zh: "请补上右引号，或删去左引号。", en: "Close the quote or remove it." },
  },
  "too-large": {
    level: "error",
    message: {
      zh: "文件解压后过大，或压缩比异常，为安全起见不予读取。",
      en: "The file unpacks to too much data, or its compression ratio is abnormal; it is not read for safety.",
    },
    remedy: {
      zh: "请删去无关的工作表、图片和空白格式后另存，再重试。",
      en: "Remove sheets, pictures and formatted blank cells that are not needed, save and try again.",
    },
  },
  "too-many-cells": {
    level: "error",
    message: {
      zh: "工作表的已用区域过大，未读取。",
      en: "The used area of the sheet is too large; the sheet was not read.",
    },
    remedy: {
      zh: "请删去远处多余的单元格内容，或把有用部分复制到新表。",
      en: "Clear stray cells far from the data, or copy the data to a new sheet.",
    },
  },
  "ignored-file": {
    level: "notice",
    message: {
      zh: "不是电子表格或CSV文件，未读取。",
      en: "The file is neither a spreadsheet nor CSV and was not read.",
    },
    remedy: SAVE_AS_XLSX,
  },
} as const satisfies Record<string, Message>;

export type LedgerFindingId = keyof typeof MESSAGES;

/** A finding on a file as such; the whereabouts are a line of a text file or the name of a sheet. */
export function ledgerFinding(id: LedgerFindingId, file: string, where?: number | string): Finding {
  const { level, message, remedy } = MESSAGES[id];
  return { rule: `reading/${id}`, level, message, remedy, place: placeOf(file, where) };
}

function placeOf(file: string, where?: number | string): Place {
  if (typeof where === "string") return { kind: "sheet", file, sheet: where };
  return { kind: "line", file, line: where ?? 1 };
}
