import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Titles of tables that stand on the pages of a file, by its plain text alone (pdftotext; markup taken away): lines
 * that end in 表 and speak of a budget's tables. Pages that list many of them are contents, and so are lines numbered
 * 一、 and （一）. Independent of our reader;
 * a title wrapped over lines is not seen. Undefined where the file cannot be read so.
 */
export function titlesHeld(path) {
  const pages = pagesOf(path);
  if (pages === undefined) return undefined;
  const titles = pages.flatMap((page) => {
    const own = page
      .split("\n")
      .map(titleIn)
      .filter((title) => title !== undefined);
    return new Set(own).size >= CONTENTS ? [] : own;
  });
  return [...new Set(titles)];
}

const CONTENTS = 4;
const TITLE = /^.{4,40}表(?:\([^()]*\))*$/u;
const WORDS = /收支|收入|支出|三公|基金|资本|采购|绩效|经费|购买服务|社会保险/u;
const NO_TITLE =
  /^\([一二三四五六七八九十]+\)|[。；，:：]|情况说明|详见|见附|列入|为空表|目录|^[^表]*附件|万元|%/u;

function titleIn(line) {
  const text = line.normalize("NFKC").replace(/\s+/gu, "");
  return TITLE.test(text) && WORDS.test(text) && !NO_TITLE.test(text) ? core(text) : undefined;
}

/** A title without its number, year and brackets. */
export function core(text) {
  return text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/\([^()]*\)/gu, "")
    .replace(/^.*?20\d\d年度?/u, "")
    .replace(/^[^\p{Script=Han}]*(?:附?表|预算)?[\d一二三四五六七八九十]+(?:-\d+)?(?:表)?[、.:]?/u, "")
    .replace(/部门|单位|本级/gu, "");
}

function pagesOf(path) {
  if (path.endsWith(".pdf")) {
    try {
      return execFileSync("pdftotext", ["-layout", "-q", path, "-"], { maxBuffer: 2 ** 28 })
        .toString()
        .split("\f");
    } catch {
      return undefined;
    }
  }
  if (!path.endsWith(".html")) return undefined;
  return [
    readFileSync(path, "utf8")
      .replace(/<(?:\/?p|\/?div|br|\/?t[dr]|\/?h\d)[^>]*>/gi, "\n")
      .replace(/<[^>]+>/g, ""),
  ];
}

/** Of the titles held, those that no table that was found bears. */
export function notFound(held, captions) {
  const found = captions.map(core);
  return held.filter(
    (title) =>
      !found.some((caption) => caption !== "" && (caption.includes(title) || title.includes(caption))),
  );
}
