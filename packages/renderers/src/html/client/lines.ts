import type { PageColumn } from "../page-data.ts";
import { words } from "../words.ts";
import { pageData } from "./data.ts";
import { sumDecimals } from "./decimal.ts";
import { element, section } from "./element.ts";
import type { Panel } from "./panel.ts";
import { lineValue, selectLines } from "./select.ts";

/** Rows shown at first, and added at each further request. */
const batch = 200;

/** The source lines that the figure is made of, and what they add up to. */
export function lineSection({ figure, announce }: Panel): Node | undefined {
  if (figure.select === undefined) return undefined;
  const columns = pageData().lines;
  const lines = selectLines(columns, figure.select);
  const title = words.lines(lines.length);
  if (lines.length === 0) return section(title, element("p", {}, words.noLines));
  const shared = columns.filter((column) => isShared(column, lines));
  const varying = columns.filter((column) => !shared.includes(column));
  return section(
    title,
    ...(shared.length === 0 ? [] : [sharedValues(shared, lines[0] ?? 0)]),
    ...lineTable(varying, lines, announce),
  );
}

/** A column of words with one value over many lines is said once; amounts stay in the table. */
function isShared(column: PageColumn, lines: readonly number[]): boolean {
  if (column.align === "right" || lines.length < 2) return false;
  const first = column.rows[lines[0] ?? 0];
  return lines.every((line) => column.rows[line] === first);
}

function sharedValues(columns: readonly PageColumn[], line: number): Node {
  const items = columns
    .map((column) => [column.label, lineValue(column, line)] as const)
    .filter(([, value]) => value !== "")
    .map(([label, value]) =>
      element("li", {}, element("span", { class: "label" }, label), element("span", {}, value)),
    );
  return element("ul", { class: "common", "aria-label": words.shared }, ...items);
}

function lineTable(
  columns: readonly PageColumn[],
  lines: readonly number[],
  announce: (text: string) => void,
): Node[] {
  const head = columns.map((column) => element("th", { scope: "col", ...alignOf(column) }, column.label));
  const body = element("tbody");
  const table = element(
    "table",
    { class: "line-table" },
    element("thead", {}, element("tr", {}, ...head)),
    body,
    totals(columns, lines),
  );
  const region = { class: "scroll", role: "region", tabindex: "0", "aria-label": words.lineRegion };
  const more = element("button", { type: "button", class: "more" });
  const grow = (): void => {
    const next = lines.slice(body.rows.length, body.rows.length + batch);
    body.append(...next.map((line) => lineRow(columns, line)));
    const left = lines.length - body.rows.length;
    more.hidden = left === 0;
    more.textContent = words.more(Math.min(batch, left), left);
  };
  grow();
  more.addEventListener("click", () => {
    grow();
    announce(words.shown(body.rows.length, lines.length));
    if (more.hidden) table.parentElement?.focus();
  });
  return [element("div", region, table), more];
}

function lineRow(columns: readonly PageColumn[], line: number): Node {
  return element(
    "tr",
    {},
    ...columns.map((column) => element("td", alignOf(column), lineValue(column, line))),
  );
}

function totals(columns: readonly PageColumn[], lines: readonly number[]): Node {
  const sums = columns.map((column) =>
    column.align === "right" ? sumDecimals(lines.map((line) => lineValue(column, line))) : undefined,
  );
  if (sums.every((sum) => sum === undefined)) return element("tfoot");
  const cells = columns.map((column, index) =>
    index === 0 && sums[0] === undefined
      ? element("th", { scope: "row" }, words.sum)
      : element("td", alignOf(column), sums[index] ?? ""),
  );
  return element("tfoot", {}, element("tr", {}, ...cells));
}

function alignOf(column: PageColumn): Record<string, string> {
  return column.align === "right" ? { class: "right" } : {};
}
