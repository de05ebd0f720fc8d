import { createHash } from "node:crypto";
import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, sampleDocument, sampleInspection } from "../testing/sample.ts";
import { safeText } from "./escape.ts";
import { htmlRenderer } from "./index.ts";
import { renderPage } from "./page.ts";

const page = renderPage(sampleDocument(), sampleInspection());

describe("the page", () => {
  it("is the same bytes each time", async () => {
    const render = () => htmlRenderer.render({ document: sampleDocument(), inspection: sampleInspection() });
    const [first, second] = [await render(), await render()];
    expect(first.findings).toEqual([]);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it("carries the document's language, title, author and date", () => {
    const $ = load(page);
    expect($("html").attr("lang")).toBe("zh-CN");
    expect($("title").text()).toBe("示例市档案局2023年部门预算");
    expect($("meta[name=author]").attr("content")).toBe("示例市档案局");
    expect($("meta[name=date]").attr("content")).toBe("2023-03-01");
  });

  it("allows exactly its own script and style", () => {
    const $ = load(page);
    const policy = $("meta[http-equiv=Content-Security-Policy]").attr("content") ?? "";
    const hash = (text: string) => createHash("sha256").update(text).digest("base64");
    const script = $("script:not([type])");
    expect(script).toHaveLength(1);
    expect(policy).toContain(`script-src 'sha256-${hash(script.text())}';`);
    expect(policy).toContain(`style-src 'sha256-${hash($("style").text())}';`);
    expect(policy).toMatch(/^default-src 'none';/);
  });

  it("names no resource outside itself and no inline handler or style", () => {
    const $ = load(page);
    const links = $("[href], [src], [action]")
      .toArray()
      .map((item) => $(item).attr("href") ?? "(src)");
    expect(links.filter((link) => !link.startsWith("#") && link !== "data:,")).toEqual([]);
    const attributes = $("*")
      .toArray()
      .flatMap((item) => Object.keys("attribs" in item ? item.attribs : {}));
    expect(attributes.filter((name) => name === "style" || name.startsWith("on"))).toEqual([]);
  });

  it("has one first-level heading and leads from the contents to each heading and grid", () => {
    const $ = load(page);
    expect($("h1").text()).toBe("2023年部门预算");
    const links = $("nav a").toArray();
    expect(links).toHaveLength(7);
    for (const link of links) expect($($(link).attr("href") ?? "")).toHaveLength(1);
  });

  it("marks only the figures that the inspection knows, and those printed twice", () => {
    const $ = load(page);
    const texts = (selector: string) =>
      $(selector)
        .toArray()
        .map((item) => $(item).text());
    expect(texts("main p [data-figure]")).toEqual(["300.32", "82.37"]);
    expect(texts("[data-figure].shared")).toEqual(["300.32", "175.00"]);
  });

  it("has no inspector without an inspection", () => {
    const $ = load(renderPage(sampleDocument(), undefined));
    expect($("dialog, [data-figure], #mz-data, .hint")).toHaveLength(0);
    expect($("h1")).toHaveLength(1);
  });

  it("gives a document without a cover its title as heading", () => {
    const $ = load(renderPage(documentOf(), undefined));
    expect($("h1").text()).toBe("示例");
    expect($("nav")).toHaveLength(0);
  });

  it("prints any text as text, wherever it stands", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.constant("</script><img onerror=a>")),
        (text) => {
          const document = { ...hostile(text), title: text };
          const $ = load(renderPage(document, hostileInspection(text)));
          expect($("script, img, style")).toHaveLength(3);
          expect($("main h2").text()).toBe(readBack(text));
          expect($("main p.body").text()).toBe(readBack(text));
          const data = JSON.parse($("#mz-data").text()) as { figures: { what: string }[] };
          expect(data.figures[0]?.what).toBe(safeText(text));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A parser turns carriage returns into line feeds, as HTML says. */
function readBack(text: string): string {
  return safeText(text).replace(/\r\n?/g, "\n");
}

function hostile(text: string) {
  return documentOf(
    { type: "heading", level: 1, text, id: text },
    { type: "paragraph", children: [{ text, ref: text }] },
    {
      type: "chart",
      id: `c${text}`,
      title: text,
      unit: text,
      series: [text],
      bars: [{ label: text, values: [] }],
    },
  );
}

function hostileInspection(text: string) {
  const place = { text, anchor: text };
  return {
    figures: { [text]: { what: text, printed: text, places: [place] } },
    lines: { columns: [{ id: text, label: text }], rows: [[text]] },
  };
}
