import { figureOf, occurrenceAt, occurrencesOf } from "./occurrences.ts";

/**
 * Turns the known figures into buttons. In a table one of them is a tab stop and the arrow keys move between them,
 * so that the tab key does not walk through hundreds of figures.
 */
export function startFigures(ask: (occurrence: HTMLElement) => void): void {
  const stops = new Set<Element>();
  for (const figure of document.querySelectorAll<HTMLElement>("main [data-figure]")) {
    const table = figure.closest("table");
    figure.setAttribute("role", "button");
    figure.setAttribute("aria-haspopup", "dialog");
    figure.tabIndex = table !== null && stops.has(table) ? -1 : 0;
    if (table !== null) stops.add(table);
  }
  document.addEventListener("click", (event) => {
    const occurrence = occurrenceAt(event);
    // A click that ends a text selection is not a question.
    if (occurrence && getSelection()?.isCollapsed !== false) ask(occurrence);
  });
  document.addEventListener("keydown", (event) => pressed(event, ask));
  document.addEventListener("focusin", (event) => {
    const occurrence = occurrenceAt(event);
    if (occurrence) takeTabStop(occurrence);
    echo(occurrence);
  });
  document.addEventListener("mouseover", (event) => echo(occurrenceAt(event)));
}

function pressed(event: KeyboardEvent, ask: (occurrence: HTMLElement) => void): void {
  const occurrence = occurrenceAt(event);
  if (!occurrence || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    ask(occurrence);
    return;
  }
  const next = neighbour(occurrence, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function takeTabStop(occurrence: HTMLElement): void {
  const table = occurrence.closest("table");
  for (const other of table?.querySelectorAll<HTMLElement>('[data-figure][tabindex="0"]') ?? [])
    other.tabIndex = -1;
  occurrence.tabIndex = 0;
}

/** Shows lightly where else the figure under the pointer or the focus is printed. */
function echo(occurrence: HTMLElement | undefined): void {
  for (const shown of document.querySelectorAll("main .echo")) shown.classList.remove("echo");
  if (!occurrence?.classList.contains("shared")) return;
  for (const other of occurrencesOf(figureOf(occurrence)))
    if (other !== occurrence) other.classList.add("echo");
}

function neighbour(occurrence: HTMLElement, key: string): HTMLElement | undefined {
  const row = occurrence.closest("tr");
  if (!row) return undefined;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const figures = figuresIn(row);
    return figures[figures.indexOf(occurrence) + (key === "ArrowRight" ? 1 : -1)];
  }
  if (key !== "ArrowUp" && key !== "ArrowDown") return undefined;
  const rows = Array.from(row.closest("table")?.rows ?? []);
  const at = rows.indexOf(row);
  const ahead = key === "ArrowDown" ? rows.slice(at + 1) : rows.slice(0, at).reverse();
  const { right } = occurrence.getBoundingClientRect();
  for (const other of ahead)
    for (const figure of figuresIn(other))
      if (Math.abs(figure.getBoundingClientRect().right - right) < 2) return figure;
  return undefined;
}

function figuresIn(row: Element): HTMLElement[] {
  return Array.from(row.querySelectorAll<HTMLElement>("[data-figure]"));
}
