import type { Chart } from "@mingzhang/core";
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { renderChart } from "./chart.ts";

const chart: Chart = {
  type: "chart",
  id: "chart-a",
  title: "收支",
  unit: "万元",
  series: ["2023年", "2022年"],
  bars: [
    { label: "甲", values: [{ text: "1,200.00", ref: "f" }, { text: "-300.00" }] },
    { label: "乙", values: [{ text: "600.00" }, undefined] },
  ],
};

describe("a chart", () => {
  it("draws all bars from one nil line, negative ones to its left", () => {
    const $ = load(renderChart(chart, new Map()));
    const bars = $(".bar rect")
      .toArray()
      .map((bar) => [$(bar).attr("class"), $(bar).attr("x"), $(bar).attr("width")]);
    expect(bars).toEqual([
      ["series-0", "20.00%", "80.00%"],
      ["series-1", "0.00%", "20.00%"],
      ["series-0", "20.00%", "40.00%"],
    ]);
  });

  it("holds the table of the same figures, which can be asked about", () => {
    const $ = load(renderChart(chart, new Map([["f", { position: 4, shared: false }]])));
    const rows = $("details tbody tr")
      .toArray()
      .map((row) =>
        $(row)
          .find("th, td")
          .toArray()
          .map((cell) => $(cell).text()),
      );
    expect(rows).toEqual([
      ["甲", "1,200.00", "-300.00"],
      ["乙", "600.00", ""],
    ]);
    expect($("details [data-figure=4]").text()).toBe("1,200.00");
  });

  it("draws nothing wide where every figure is nil or none", () => {
    const nil = { ...chart, bars: [{ label: "甲", values: [{ text: "0.00" }, { text: "—" }] }] };
    const $ = load(renderChart(nil, new Map()));
    expect(
      $(".bar rect")
        .toArray()
        .map((bar) => $(bar).attr("width")),
    ).toEqual(["0.00%", "0.00%"]);
  });
});
