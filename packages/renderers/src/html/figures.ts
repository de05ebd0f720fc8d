import type { FigureInspection, Inspection, LineTable } from "@mingzhang/core";
import { elementId, escapeHtml, safeText } from "./escape.ts";
import type { PageColumn, PageData, PageFigure, PagePart } from "./page-data.ts";

/** The figures that a reader can ask about, by the reference that the document carries. */
export type Figures = ReadonlyMap<string, KnownFigure>;

export interface KnownFigure {
  readonly position: number;
  /** Printed at more than one place. */
  readonly shared: boolean;
}

export function knownFigures(inspection: Inspection | undefined): Figures {
  const entries = Object.entries(inspection?.figures ?? {});
  return new Map(
    entries.map(([ref, figure], position) => [ref, { position, shared: figure.places.length > 1 }]),
  );
}

/** The text of a printed figure; the page's script turns those that it knows into buttons. */
export function figureText(text: string, ref: string | undefined, figures: Figures): string {
  const known = ref === undefined || text === "" ? undefined : figures.get(ref);
  if (known === undefined) return escapeHtml(text);
  const name = known.shared ? "figure shared" : "figure";
  return `<span class="${name}" data-figure="${known.position}">${escapeHtml(text)}</span>`;
}

export function pageData(inspection: Inspection, figures: Figures): PageData {
  return {
    figures: Object.values(inspection.figures).map((figure) => pageFigure(figure, figures)),
    lines: pageColumns(inspection.lines),
  };
}

function pageFigure(figure: FigureInspection, figures: Figures): PageFigure {
  const { places, parts, select, ...texts } = figure;
  const clean = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, safeText(text)]));
  return {
    ...(clean as Pick<PageFigure, "what" | "printed">),
    places: places.map(({ text, anchor }) => [safeText(text), elementId(anchor)]),
    ...(parts === undefined || parts.length === 0
      ? {}
      : {
          parts: parts.map(
            ({ sign, ref, label, printed }): PagePart => [
              sign,
              figures.get(ref)?.position ?? -1,
              safeText(label),
              safeText(printed),
            ],
          ),
        }),
    ...(select === undefined ? {} : { select }),
  };
}

function pageColumns(lines: LineTable): PageColumn[] {
  return lines.columns.map((column, index) => {
    const positions = new Map<string, number>();
    const rows = lines.rows.map((row) => {
      const value = safeText(row[index] ?? "");
      const position = positions.get(value) ?? positions.size;
      positions.set(value, position);
      return position;
    });
    return { ...column, label: safeText(column.label), values: [...positions.keys()], rows };
  });
}
