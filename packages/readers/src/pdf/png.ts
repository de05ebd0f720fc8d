import { deflateSync } from "node:zlib";

/** A picture of 8-bit grey values, or of red, green and blue in turn, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly samples: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GREY = 0;
const COLOUR = 2;
const UP = 2;

/** The smallest PNG that carries a raster: no metadata, so that the same picture is the same bytes. */
export function encodePng({ width, height, channels, samples }: Raster): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, channels === 1 ? GREY : COLOUR, 0, 0, 0], 8);
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(filtered(samples, width * channels, height), { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

/** Each row as its difference from the row above: pages are mostly the same downwards. */
function filtered(samples: Uint8Array, stride: number, height: number): Uint8Array {
  const rows = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row++) {
    const [from, to] = [row * stride, row * (stride + 1)];
    rows[to] = UP;
    for (let index = 0; index < stride; index++) {
      const above = row === 0 ? 0 : (samples[from - stride + index] ?? 0);
      rows[to + 1 + index] = (samples[from + index] ?? 0) - above;
    }
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, checksum(bytes.subarray(4, data.length + 8)));
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as of ISO 3309. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
