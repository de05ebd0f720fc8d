import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { renderPages } from "./page-image.ts";
import { makePdf } from "./testing/makePdf.ts";

/** Width, height, samples a pixel, and the value of a sample; rows are stored as differences from above. */
function decode(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  const [width, height, channels] = [view.getUint32(16), view.getUint32(20), png[25] === 0 ? 1 : 3];
  const rows = inflateSync(png.subarray(41, 41 + view.getUint32(33)));
  const stride = width * channels + 1;
  const at = (x: number, y: number) => {
    let value = 0;
    for (let row = 0; row <= y; row++) value += rows[row * stride + 1 + x * channels] ?? 0;
    return value % 256;
  };
  return { width, height, channels, at };
}

describe("the picture of a page", () => {
  it("has a hundred dots an inch, one sample a pixel where nothing is coloured", async () => {
    const content = "0 g 36 720 36 36 re f";
    const [image] = await renderPages(makePdf([{ content, width: 576, height: 792 }]), [1]);
    const { width, height, channels, at } = decode(image?.png ?? new Uint8Array());
    expect([width, height, channels]).toEqual([800, 1100, 1]);
    expect([at(75, 75), at(25, 25), at(125, 75)]).toEqual([0, 255, 255]);
  });

  it("keeps colours", async () => {
    const [image] = await renderPages(makePdf([{ content: "1 0 0 rg 0 0 600 800 re f" }]), [1]);
    expect(decode(image?.png ?? new Uint8Array()).channels).toBe(3);
  });

  it("stands upright as boxes do, also where the page is rotated", async () => {
    const content = "0 g 0 756 36 36 re f";
    const [image] = await renderPages(makePdf([{ content, width: 576, height: 792, rotate: 90 }]), [1]);
    expect([image?.width, image?.height]).toEqual([792, 576]);
    const { at, width } = decode(image?.png ?? new Uint8Array());
    expect([at(width - 10, 10), at(10, 10)]).toEqual([0, 255]);
  });

  it("is the same bytes each time, and left out where there is no such page or no PDF", async () => {
    const bytes = makePdf([{ content: "0 g 36 720 36 36 re f" }]);
    expect(await renderPages(bytes, [1])).toEqual(await renderPages(bytes, [1]));
    expect(await renderPages(bytes, [2])).toEqual([]);
    expect(await renderPages(new TextEncoder().encode("文字"), [1])).toEqual([]);
  });
});
