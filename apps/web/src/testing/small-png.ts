import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = 8;
const COLOURS = 256;

/** A screenshot with its 256 commonest colours only, which takes a third of the room; others become the nearest. */
export function smallPng(png: Buffer): Buffer {
  const { header, pixels, width } = decode(png);
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byUse = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const palette = byUse.slice(0, COLOURS);
  const places = new Map(
    byUse.map((colour, index) => [colour, index < COLOURS ? index : nearest(palette, colour)]),
  );
  const rows = Buffer.alloc((width + 1) * (pixels.length / width));
  for (const [index, colour] of pixels.entries())
    rows[index + Math.floor(index / width) + 1] = places.get(colour) ?? 0;
  const indexed = Buffer.from(header);
  indexed.set([8, 3], 8);
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    chunk("IHDR", indexed),
    chunk("PLTE", Buffer.from(palette.flatMap(parts))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Of the browser's screenshots: eight bits, red, green, blue, without or with an alpha that is full. */
function decode(png: Buffer): {
  readonly header: Buffer;
  readonly pixels: Uint32Array;
  readonly width: number;
} {
  const data: Buffer[] = [];
  let header = png;
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 8, at + 8 + length);
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "IHDR") header = body;
    if (type === "IDAT") data.push(body);
    at += length + 12;
  }
  const width = header.readUInt32BE(0);
  const depth = header[9] === 6 ? 4 : 3;
  const bytes = unfiltered(inflateSync(Buffer.concat(data)), width * depth, depth);
  const pixels = new Uint32Array(bytes.length / depth);
  for (const index of pixels.keys()) pixels[index] = bytes.readUIntBE(index * depth, 3);
  return { header, pixels, width };
}

/** Each row begins with how its bytes were predicted: from the left, from above, from both. */
function unfiltered(raw: Buffer, stride: number, depth: number): Buffer {
  const bytes = Buffer.alloc((raw.length / (stride + 1)) * stride);
  for (const index of bytes.keys()) {
    const x = index % stride;
    const row = (index - x) / stride;
    const left = x < depth ? 0 : (bytes[index - depth] ?? 0);
    const above = bytes[index - stride] ?? 0;
    const corner = x < depth ? 0 : (bytes[index - stride - depth] ?? 0);
    const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
    const filter = raw[row * (stride + 1)] ?? 0;
    bytes[index] = (raw[row * (stride + 1) + 1 + x] ?? 0) + (predicted[filter] ?? 0);
  }
  return bytes;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function nearest(palette: readonly number[], colour: number): number {
  const [red = 0, green = 0, blue = 0] = parts(colour);
  const far = palette.map((one) => {
    const [r = 0, g = 0, b = 0] = parts(one);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return far.indexOf(Math.min(...far));
}

function parts(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
