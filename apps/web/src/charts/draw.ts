import { BarChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ChartData } from "./chart.tsx";

use([BarChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Each at least 3 to 1 on white, and apart from each other in lightness too. */
const COLOURS = ["#0b4f9e", "#7a8797", "#8a5300"];
const TEXT = "#1f2328";

export interface Drawing {
  remove(): void;
}

/** Draws bars side by side into an element, as wide as it is at any time. */
export function draw(element: HTMLElement, { series, rows, marks }: ChartData): Drawing {
  const chart = init(element, undefined, { renderer: "svg" });
  const text = (row: number, of: number) => rows[row]?.values[of]?.text ?? "—";
  chart.setOption({
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily: getComputedStyle(element).fontFamily, color: TEXT },
    grid: { left: 4, right: 24, top: series.length > 1 ? 28 : 6, bottom: 4, containLabel: true },
    ...(series.length > 1 && { legend: { top: 0, left: 0, textStyle: { color: TEXT } } }),
    tooltip: {
      trigger: "item",
      renderMode: "richText",
      formatter: ({ dataIndex, seriesIndex = 0 }: { dataIndex: number; seriesIndex?: number }) =>
        `${rows[dataIndex]?.label ?? ""}\n${series[seriesIndex] ?? ""}: ${text(dataIndex, seriesIndex)}`,
    },
    xAxis: { type: "value", minInterval: 1, axisLabel: { color: TEXT, hideOverlap: true } },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLabel: { color: TEXT, width: 170, overflow: "truncate" },
    },
    series: series.map((name, index) => ({
      ...(marks === true && index > 0
        ? { type: "scatter" as const, symbol: "rect", symbolSize: [3, 18], itemStyle: { color: TEXT } }
        : { type: "bar" as const, barGap: "10%", barMaxWidth: 18 }),
      name,
      data: rows.map(({ values }) => values[index]?.size ?? null),
    })),
  });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return {
    remove: () => {
      observer.disconnect();
      chart.dispose();
    },
  };
}
