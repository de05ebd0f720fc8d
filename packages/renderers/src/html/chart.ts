import type { Chart, ChartBar } from "@mingzhang/core";
import { elementId, escapeHtml } from "./escape.ts";
import { type Figures, figureText } from "./figures.ts";
import { words } from "./words.ts";

/** Bars on one scale that holds nil, and the table of the same figures for those who cannot or would not see them. */
export function renderChart(chart: Chart, figures: Figures): string {
  const scale = scaleOf(chart);
  const title = escapeHtml(chart.title);
  return [
    `<figure class="chart" id="${elementId(chart.id)}">`,
    `<figcaption><span class="name">${title}</span> <span class="unit">${escapeHtml(chart.unit)}</span></figcaption>`,
    `<div class="bars" role="img" aria-label="${escapeHtml(words.chartImage(chart.title))}">`,
    chart.series.length > 1 ? legend(chart.series) : "",
    ...chart.bars.map((bar) => renderBar(bar, scale)),
    "</div>",
    `<details><summary>${words.chartTable}</summary>`,
    renderChartTable(chart, figures),
    "</details>",
    "</figure>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

interface Scale {
  readonly low: number;
  readonly high: number;
}

function scaleOf(chart: Chart): Scale {
  const values = chart.bars.flatMap((bar) => bar.values.map((value) => magnitude(value?.text)));
  return { low: Math.min(0, ...values), high: Math.max(0, ...values) };
}

/** The length of a bar: a drawing, not arithmetic on figures. */
function magnitude(text: string | undefined): number {
  const value = Number((text ?? "0").replaceAll(",", "").replace("%", ""));
  return Number.isFinite(value) ? value : 0;
}

function legend(series: readonly string[]): string {
  const entries = series.map(
    (name, index) =>
      `<span><svg class="mark" viewBox="0 0 14 14" aria-hidden="true"><rect class="series-${index}" x="1" y="1" width="12" height="12"/></svg>${escapeHtml(name)}</span>`,
  );
  return `<div class="legend">${entries.join("")}</div>`;
}

function renderBar(bar: ChartBar, scale: Scale): string {
  const lines = bar.values.map((value, index) => {
    const rect = value === undefined ? "" : rectangle(magnitude(value.text), scale, index);
    return `<span class="line"><svg class="bar" aria-hidden="true">${rect}</svg><span class="value">${escapeHtml(value?.text ?? "—")}</span></span>`;
  });
  return `<div class="item"><span class="label">${escapeHtml(bar.label)}</span><span class="lines">${lines.join("")}</span></div>`;
}

function rectangle(value: number, { low, high }: Scale, series: number): string {
  const span = high - low || 1;
  const percent = (length: number): string => `${((100 * length) / span).toFixed(2)}%`;
  const left = percent(Math.min(0, value) - low);
  return `<rect class="series-${series}" x="${left}" y="1" width="${percent(Math.abs(value))}" height="12"/>`;
}

function renderChartTable(chart: Chart, figures: Figures): string {
  const head = [words.item, ...chart.series]
    .map((text) => `<th scope="col">${escapeHtml(text)}</th>`)
    .join("");
  const rows = chart.bars.map((bar) => {
    const cells = bar.values.map(
      (value) => `<td class="right number">${figureText(value?.text ?? "", value?.ref, figures)}</td>`,
    );
    return `<tr><th scope="row">${escapeHtml(bar.label)}</th>${cells.join("")}</tr>`;
  });
  const caption = `${escapeHtml(chart.title)}（${escapeHtml(chart.unit)}）`;
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
}
