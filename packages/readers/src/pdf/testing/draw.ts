/** Content stream operators for tests; coordinates as in PDF, y upwards. */

export function text(x: number, y: number, content: string, size = 10): string {
  return `BT /F0 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(content)}> Tj ET\n`;
}

/** Text as wide as the page shows it: Chinese one em, Latin half an em. */
export function widthOf(content: string, size = 10): number {
  return [...content].reduce((sum, character) => sum + (character < "\u007f" ? size / 2 : size), 0);
}

function hex(content: string): string {
  return [...content]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0"))
    .join("");
}

export type RuleStyle = "stroke" | "fill" | "mitre" | "none";

/** One rule between two points on one axis, in any of the ways that programs draw it. */
export function rule(style: RuleStyle, [x1, y1, x2, y2]: readonly [number, number, number, number]): string {
  const half = 0.3;
  if (style === "none") return "";
  if (style === "stroke") return `0.6 w ${x1} ${y1} m ${x2} ${y2} l S\n`;
  if (style === "fill") return `${x1 - half} ${y1 - half} ${x2 - x1 + 2 * half} ${y2 - y1 + 2 * half} re f\n`;
  const level = y1 === y2;
  const [ax, ay] = level ? [half, half] : [-half, half];
  return level
    ? `${x1} ${y1} m ${x1 + ax} ${y1 + ay} l ${x2 - ax} ${y2 + ay} l ${x2} ${y2} l h f\n`
    : `${x1} ${y1} m ${x1 + ax} ${y1 + ay} l ${x2 + ax} ${y2 - ay} l ${x2} ${y2} l h f\n`;
}

export interface DrawnTable {
  readonly left: number;
  readonly top: number;
  readonly widths: readonly number[];
  readonly height?: number;
  /** A cell's lines are separated by a line feed; figures are set to the right. */
  readonly rows: readonly (readonly string[])[];
  readonly rules?: RuleStyle;
}

/** A table with a rule around each cell. */
export function table({ left, top, widths, height = 20, rows, rules = "stroke" }: DrawnTable): string {
  const xs = [left];
  for (const width of widths) xs.push((xs.at(-1) ?? left) + width);
  let content = "";
  for (const [row, cells] of rows.entries()) {
    const upper = top - row * height;
    content += rule(rules, [left, upper, xs.at(-1) ?? left, upper]);
    for (const [column, cell] of cells.entries()) {
      const [from = 0, to = 0] = [xs[column], xs[column + 1]];
      content +=
        rule(rules, [from, upper - height, from, upper]) + cellContent(cell, { from, to, upper, height });
    }
    content += rule(rules, [xs.at(-1) ?? 0, upper - height, xs.at(-1) ?? 0, upper]);
  }
  const bottom = top - rows.length * height;
  return content + rule(rules, [left, bottom, xs.at(-1) ?? left, bottom]);
}

interface CellFrame {
  readonly from: number;
  readonly to: number;
  readonly upper: number;
  readonly height: number;
}

function cellContent(cell: string, { from, to, upper, height }: CellFrame): string {
  const lines = cell.split("\n");
  const size = lines.length > 1 ? 8 : 10;
  const first = upper - height / 2 + ((lines.length - 1) * size) / 2 - 0.35 * size;
  return lines
    .map((line, index) => {
      const x = /^[\d.,-]+$/.test(line) ? to - 2 - widthOf(line, size) : from + 2;
      return line === "" ? "" : text(x, first - index * size, line, size);
    })
    .join("");
}
