import { inflateSync } from "node:zlib";
import type { Cell, Tone } from "@mingzhang/core";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { documentXml, elements } from "./docx/testing/parts.ts";
import { htmlRenderer } from "./html/index.ts";
import { gridOf } from "./pdf/testing/blocks.ts";
import { bytesOf, latin1, pdfOf } from "./pdf/testing/render.ts";
import { documentOf } from "./testing/sample.ts";
import { TONES } from "./tones.ts";
import { xlsxRenderer } from "./xlsx/index.ts";

const WORDS = [
  ["bad", "红"],
  ["warning", "黄"],
  ["good", "绿"],
  ["info", "蓝"],
] as const satisfies readonly (readonly [Tone, string])[];
const cells = WORDS.map(([tone, text]): Cell => ({ text, tone }));
const toned = documentOf(gridOf([cells]));
const plain = documentOf(gridOf([WORDS.map(([, text]): Cell => ({ text }))]));

/** WCAG 2.1, relative luminance of RRGGBB. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (dark: string, light: string) => (luminance(light) + 0.05) / (luminance(dark) + 0.05);
const colours = Object.values(TONES).flatMap(({ ink, ground }) => [ink, ground]);

it("tones are read by everybody: dark ink on a light ground, in colour and in black and white", () => {
  expect(Object.keys(TONES).sort()).toEqual(WORDS.map(([tone]) => tone).sort());
  expect(new Set(colours).size).toBe(colours.length);
  for (const { ink, ground } of Object.values(TONES)) {
    expect(contrast(ink, ground)).toBeGreaterThan(4.5);
    // On plain paper, where a printer or a reader drops the ground.
    expect(contrast(ink, "FFFFFF")).toBeGreaterThan(4.5);
    expect(contrast("000000", ground)).toBeGreaterThan(10);
  }
});

describe("a tone is printed with its colour and its word, and a document without one has no trace of it", () => {
  it("as a web page, on paper too", async () => {
    const page = async (document: typeof toned) => {
      const { bytes } = await htmlRenderer.render({ document });
      return new TextDecoder().decode(bytes);
    };
    const html = await page(toned);
    for (const [tone, word] of WORDS) {
      expect(html).toMatch(new RegExp(`<td class="[^"]*tone-${tone}[^"]*">${word}</td>`, "u"));
      const { ink, ground } = TONES[tone];
      expect(html).toContain(`.tone-${tone}{color:#${ink};background:#${ground}!important`);
    }
    expect(await page(plain)).not.toContain("tone-");
  });

  it("in Word", async () => {
    const found = elements(await documentXml(toned), "w:tc").map((cell) =>
      [/<w:t [^>]*>(.*?)<\/w:t>/u, /<w:color w:val="(\w+)"/u, /<w:shd [^>]*w:fill="(\w+)"/u].map(
        (pattern) => pattern.exec(cell)?.[1],
      ),
    );
    expect(found).toEqual(WORDS.map(([tone, word]) => [word, TONES[tone].ink, TONES[tone].ground]));
    expect(elements(await documentXml(plain), "w:tc").join("")).not.toMatch(/<w:color|<w:shd/u);
  });

  it("in a spreadsheet", async () => {
    const styles = async (document: typeof toned) => {
      const { bytes } = await xlsxRenderer.render({ document });
      return strFromU8(unzipSync(bytes)["xl/styles.xml"] ?? new Uint8Array());
    };
    const [coloured, uncoloured] = [await styles(toned), await styles(plain)];
    for (const colour of colours) {
      expect(coloured).toContain(`FF${colour}`);
      expect(uncoloured).not.toContain(colour);
    }
  });

  it("as PDF", async () => {
    const drawn = async (document: typeof toned) => {
      const file = latin1(await bytesOf(document));
      const streams = [...file.matchAll(/FlateDecode[\s\S]*?stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(
        ([, data = ""]) => {
          try {
            return [inflateSync(Buffer.from(data, "latin1")).toString("latin1")];
          } catch {
            return [];
          }
        },
      );
      const fills = streams.flatMap((text) => [...text.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:scn|rg)\b/g)]);
      return fills.map(([, ...shares]) =>
        shares
          .map((share) =>
            Math.round(Number(share) * 255)
              .toString(16)
              .padStart(2, "0"),
          )
          .join("")
          .toUpperCase(),
      );
    };
    expect(await drawn(toned)).toEqual(expect.arrayContaining(colours));
    expect((await drawn(plain)).filter((colour) => colours.includes(colour))).toEqual([]);
    expect((await pdfOf(toned)).pages[0]?.text).toMatch(/红\s*黄\s*绿\s*蓝/u);
  });
});
