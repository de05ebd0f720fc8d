import type { Block, Place } from "../../document/document.ts";
import type { ContentsEntry, PackDocument } from "../../pack/pack.ts";
import { readCatalogue } from "../catalogue.ts";
import { numberOf } from "../tables.ts";
import { plain } from "../text.ts";
import { textOfBlock } from "./blocks.ts";

const TITLE = /^目录$|目录\)?$/u;
const LEADER = /[…·.]{4,}|\.{3,}\s*\d*$/u;

/** The blocks of a document that are its contents pages: from 目录 to where the text begins. */
export function contentsRange(blocks: readonly Block[]): { readonly from: number; readonly to: number } {
  const from = blocks.findIndex(
    (block) =>
      (block.type === "heading" || block.type === "paragraph") && /^目录/u.test(plain(textOfBlock(block))),
  );
  if (from < 0) return { from: 0, to: 0 };
  const seen = new Set<string>();
  let to = from + 1;
  for (; to < blocks.length; to++) {
    const block = blocks[to];
    if (block === undefined || endsContents(block, seen, pageOf(blocks[to - 1]))) break;
    seen.add(entryKey(textOfBlock(block)));
  }
  return { from, to };
}

/** The text begins where an entry is said again, where a sentence stands, or on a page that lists nothing. */
function endsContents(block: Block, seen: ReadonlySet<string>, pageBefore: number | undefined): boolean {
  if (block.type === "page-break") return false;
  if (block.type !== "heading" && block.type !== "paragraph") return true;
  const text = textOfBlock(block).trim();
  if (LEADER.test(text)) return false;
  if (seen.has(entryKey(text))) return true;
  if (/[。；：:]$/u.test(text) && !(isNumbered(text) && text.length < 40)) return true;
  const page = pageOf(block);
  const turned = page !== undefined && pageBefore !== undefined && page > pageBefore;
  return text.length > 80 || (turned && !isNumbered(text));
}

function isNumbered(text: string): boolean {
  return /^(?:第[一二三四五六七八九十]部分|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．：:]|附|表)/u.test(
    plain(text),
  );
}

function entryKey(text: string): string {
  return plain(text).replace(/[.…·。\d\p{Cf}]+$/u, "");
}

function pageOf(block: Block | undefined): number | undefined {
  const place: Place | undefined = block !== undefined && "place" in block ? block.place : undefined;
  return place?.kind === "page" ? place.page : undefined;
}

/** What the contents pages and the table catalogues of the documents promise. */
export function readContents(documents: readonly PackDocument[]): readonly ContentsEntry[] {
  return documents.flatMap(({ document }) => {
    const { from, to } = contentsRange(document.blocks);
    const listed = document.blocks
      .slice(from + 1, to)
      .flatMap((block) => entriesOfText(textOfBlock(block), "place" in block ? block.place : undefined));
    const catalogues = document.blocks.flatMap((block) =>
      block.type === "grid" && TITLE.test(plain(block.caption)) ? readCatalogue(block) : [],
    );
    return [...listed, ...catalogues];
  });
}

function entriesOfText(text: string, place: Place | undefined): ContentsEntry[] {
  const clean = text.replace(/[.…·\s]{3,}\d*\s*$/u, "").trim();
  if (plain(clean) === "") return [];
  const marker = /^(?:表\s*)?([\d一二三四五六七八九十]{1,3})\s*[.．、：:]/u.exec(clean)?.[1];
  const isTable = /表(?:[（(].*[）)])?$/u.test(clean);
  const number = isTable && marker !== undefined ? numberOf(marker) : undefined;
  return [
    {
      text: clean,
      ...(number === undefined ? {} : { tableNumber: number }),
      ...(place === undefined ? {} : { place }),
    },
  ];
}
