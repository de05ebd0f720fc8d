import { expect, test } from "vitest";
import { sampleDocument } from "../testing/sample.ts";
import { elements, partsOf } from "./testing/parts.ts";

async function styleXml(id: string): Promise<string> {
  const styles = elements((await partsOf(sampleDocument()))["word/styles.xml"] ?? "", "w:style");
  return styles.find((style) => style.includes(`w:styleId="${id}"`)) ?? "";
}

test("headings are Word's own headings, which the navigation pane lists by their level", async () => {
  const xml = (await partsOf(sampleDocument()))["word/document.xml"] ?? "";
  const headings = elements(xml, "w:p").flatMap(
    (paragraph) => paragraph.match(/w:pStyle w:val="(Heading\d)"/)?.[1] ?? [],
  );
  expect(headings).toEqual(["Heading1", "Heading2", "Heading3", "Heading1"]);
  for (const level of [1, 2, 3]) {
    expect(await styleXml(`Heading${level}`)).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
  }
});

test.each([
  ["Heading1", "方正小标宋简体", 44],
  ["Heading2", "黑体", 32],
  ["Heading3", "楷体_GB2312", 32],
  ["PageNumberLine", "宋体", 28],
])("%s is set in %s of %d half-points", async (id, font, size) => {
  const style = await styleXml(id);
  expect(style).toContain(`w:eastAsia="${font}"`);
  expect(style).toContain(`<w:sz w:val="${size}"/>`);
});

test("body text is 三号 仿宋 on lines of 28 pt, its first line two characters in", async () => {
  const styles = (await partsOf(sampleDocument()))["word/styles.xml"];
  const defaults = styles?.match(/<w:docDefaults>.*<\/w:docDefaults>/)?.[0];
  expect(defaults).toContain(`w:eastAsia="仿宋_GB2312"`);
  expect(defaults).toContain(`<w:sz w:val="32"/>`);
  expect(defaults).toContain(`w:line="560" w:lineRule="exact"`);
  expect(defaults).toContain(`<w:snapToGrid w:val="0"/>`);
  expect(await styleXml("Body")).toContain(`w:firstLineChars="200"`);
});

test("every style that the document uses is defined, once", async () => {
  const parts = await partsOf(sampleDocument());
  const defined = [...(parts["word/styles.xml"] ?? "").matchAll(/w:styleId="([^"]+)"/g)].map(
    (match) => match[1],
  );
  const used = [
    ...Object.values(parts)
      .join("")
      .matchAll(/<w:pStyle w:val="([^"]+)"/g),
  ].map((match) => match[1]);
  expect(new Set(defined).size).toBe(defined.length);
  expect([...new Set(used)].filter((id) => !defined.includes(id))).toEqual([]);
});
