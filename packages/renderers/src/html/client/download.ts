import { csvText } from "./csv.ts";
import { element } from "./element.ts";

/** Lets each table's button save the table. */
export function startDownloads(): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button.download") : null;
    const table = button?.closest("figure")?.querySelector("table");
    if (!button || !table) return;
    save(`${button.getAttribute("data-name") ?? ""}.csv`, csvText(tableTexts(table)));
  });
}

/** The table's texts by row and column; a position that a span covers is blank. */
function tableTexts(table: HTMLTableElement): string[][] {
  const rows = Array.from(table.rows, (): string[] => []);
  for (const [index, row] of Array.from(table.rows).entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (rows[index]?.[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let across = 0; across < cell.colSpan; across += 1) {
          const target = rows[index + down];
          if (target) target[column + across] = down + across === 0 ? (cell.textContent ?? "") : "";
        }
      column += cell.colSpan;
    }
  }
  return rows.map((cells) => Array.from(cells, (text) => text ?? ""));
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = element("a", { href: url, download: name.replace(/[\\/:*?"<>|]/g, "_") });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
