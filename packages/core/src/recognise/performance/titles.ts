import type { Block, Grid } from "../../document/document.ts";
import { plain } from "../text.ts";

/** How many blocks before a grid may hold its title. */
const REACH = 4;
const TITLE = /绩效.*(?:表|目标|指标)|目标表/u;

/** The title of a grid of performance targets: its caption, or a short line before it. */
export function titleOf(grid: Grid, before: readonly Block[]): string | undefined {
  if (TITLE.test(plain(grid.caption))) return plain(grid.caption);
  for (const block of before.slice(-REACH).toReversed()) {
    if (block.type === "grid") return undefined;
    const text = plain(textOf(block));
    if (text.length <= 60 && TITLE.test(text) && !/。$/u.test(text)) return text;
  }
  return undefined;
}

function textOf(block: Block): string {
  if (block.type === "heading") return block.text;
  return block.type === "paragraph" ? block.children.map((child) => child.text).join("") : "";
}

/** What the lines above a grid say: who filled it in, and under whom. */
export function linesAbove(grid: Grid): { readonly unit?: string; readonly supervisor?: string } {
  const lines = [grid.aboveLeft, grid.aboveRight].flatMap((text) => (text ?? "").split("\n")).map(plain);
  const find = (label: RegExp) =>
    lines.map((line) => label.exec(line)?.[1]).find((found) => found !== undefined && found !== "");
  const unit = find(/^(?:编制单位|填报单位|单位全称|单位名称|部门名称|部门\(单位\)名称):(.+)$/u);
  const supervisor = find(/^(?:资金|业务)?主管部门:(.+)$/u);
  return { ...(unit === undefined ? {} : { unit }), ...(supervisor === undefined ? {} : { supervisor }) };
}
