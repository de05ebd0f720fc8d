import { unzipSync, zipSync } from "fflate";

/** Whole numbers from 0 below a limit, the same for the same seed (Mulberry32). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = (below: number) => number;

/** A file as a broken disk, a broken download or ill will leaves it; of a zip also a part of it, packed again. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip && random(2) === 0 ? mutatePart(bytes, random) : mutateBytes(bytes, random);
}

function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes);
  if (copy.length === 0) return copy;
  switch (random(4)) {
    case 0:
      return copy.subarray(0, random(copy.length));
    case 1: {
      const from = random(copy.length);
      return Uint8Array.from([...copy.subarray(0, from), ...copy.subarray(from + random(64))]);
    }
    case 2:
      copy.copyWithin(random(copy.length), random(copy.length), random(copy.length));
      return copy;
    default:
      for (let flips = 1 + random(24); flips > 0; flips--) copy[random(copy.length)] = random(256);
      return copy;
  }
}

function mutatePart(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[random(names.length)] ?? "";
  return zipSync({ ...parts, [name]: mutateBytes(parts[name] ?? new Uint8Array(), random) });
}
