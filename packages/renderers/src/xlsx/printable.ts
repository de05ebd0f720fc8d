import type { Finding, Place } from "@mingzhang/core";
import { cut, LONGEST_TEXT, withoutControls } from "../workbook/index.ts";

/** Makes texts fit for a cell and notes in findings what that took away. */
export class Printable {
  readonly findings: Finding[] = [];

  text(text: string, place: Place): string {
    const clean = withoutControls(text);
    if (clean !== text.replaceAll(/\r\n?/g, "\n")) this.#add(controlCharacter(place));
    if (clean.length <= LONGEST_TEXT) return clean;
    this.#add(textTooLong(clean.length, place));
    return cut(clean, LONGEST_TEXT);
  }

  rowTooHigh(place: Place): void {
    this.#add({
      rule: "render/row-height",
      level: "warning",
      message: {
        zh: "一行文字过多，超过表格允许的最大行高，打印时末尾不可见。",
        en: "A row holds more text than the highest row of a sheet can show; its end is not printed.",
      },
      remedy: { zh: "请精简文字，或分行填写。", en: "Shorten the text or divide it over several rows." },
      place,
    });
  }

  #add(finding: Finding): void {
    this.findings.push(finding);
  }
}

function controlCharacter(place: Place): Finding {
  return {
    rule: "render/control-character",
    level: "warning",
    message: {
      zh: "文字中有不可印出的控制字符，已去掉。",
      en: "The text has control characters that cannot be printed; they were left out.",
    },
    remedy: { zh: "请在填报表中重新输入这段文字。", en: "Type this text again in the ledger." },
    place,
  };
}

function textTooLong(length: number, place: Place): Finding {
  return {
    rule: "render/text-length",
    level: "warning",
    message: {
      zh: `文字有${length}个字符，一个单元格最多容纳${LONGEST_TEXT}个，超出部分未写入。`,
      en: `The text has ${length} characters; a cell holds ${LONGEST_TEXT}, and the rest was left out.`,
    },
    remedy: { zh: "请精简文字。", en: "Shorten the text." },
    place,
  };
}
