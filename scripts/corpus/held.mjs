import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Titles of tables that stand on the pages of a file, by its plain text alone (pdftotext; markup taken away): lines
 * that end in 表 and speak of a budget's tables. Pages that list many of them are contents, and so are numbered lines
 * that go on with the count (十二、…) on the page after one. Independent of our reader; a title wrapped over lines is
 * not seen; a file that cannot be read so has none.
 */
export function titlesHeld(path) {
  const titles = new Set();
  let afterContents = false;
  for (const page of pagesOf(path) ?? []) {
    const lines = page
      .split("\n")
      .map(compact)
      .filter((line) => isTitle(line) && !(afterContents && GOES_ON.test(line)));
    afterContents = new Set(lines).size >= CONTENTS;
    if (!afterContents) for (const line of lines) titles.add(core(line));
  }
  return [...titles];
}

const GOES_ON = /^(?!一、)[一二三四五六七八九十]+、/u;
const CONTENTS = 4;
const TITLE = /^.{4,40}表(?:\([^()]*\))*$/u;
const WORDS = /收支|收入|支出|三公|基金|资本|采购|绩效|经费|购买服务|社会保险/u;
const NO_TITLE =
  /^\([一二三四五六七八九十]+\)|[。；，:：]|情况说明|详见|见附|列入|为空表|目录|^[^表]*附件|万元|%/u;

function compact(line) {
  return line.normalize("NFKC").replace(/\s+/gu, "");
}

function isTitle(line) {
  return TITLE.test(line) && WORDS.test(line) && !NO_TITLE.test(line);
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
