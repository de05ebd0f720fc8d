/** The numbered objects of a PDF that has a plain cross-reference table, as the typesetter writes it. */
export interface PdfObjects {
  readonly objects: Map<number, Buffer>;
  readonly head: Buffer;
  readonly trailer: string;
}

export function readObjects(file: Buffer): PdfObjects {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString("latin1", file.length - 64))?.[1]);
  const tail = file.toString("latin1", table);
  const [, count] = /^xref\s+0 (\d+)\s/.exec(tail) ?? [];
  const trailer = /trailer\s+(<<[\s\S]*>>)\s+startxref/.exec(tail)?.[1];
  if (count === undefined || trailer === undefined)
    throw new Error("the PDF has no plain cross-reference table");
  const entries = [...tail.matchAll(/^(\d{10}) \d{5} ([nf])/gm)].map(([, offset, kind], id) => ({
    id,
    offset: Number(offset),
    used: kind === "n",
  }));
  const used = entries.filter((entry) => entry.used).sort((a, b) => a.offset - b.offset);
  const slices = used.map(({ id, offset }, index) => {
    const end = used[index + 1]?.offset ?? table;
    return [id, file.subarray(offset, end)] as const;
  });
  return { objects: new Map(slices), head: file.subarray(0, used[0]?.offset ?? table), trailer };
}

export function writeObjects({ objects, head, trailer }: PdfObjects): Buffer {
  const offsets = new Map<number, number>();
  let position = head.length;
  for (const [id, object] of objects) {
    offsets.set(id, position);
    position += object.length;
  }
  const entries = Array.from({ length: highest(objects.keys()) + 1 }, (_, id) => {
    const offset = offsets.get(id);
    return offset === undefined
      ? "0000000000 65535 f\r\n"
      : `${String(offset).padStart(10, "0")} 00000 n\r\n`;
  });
  const table = `xref\n0 ${entries.length}\n${entries.join("")}trailer\n${trailer}\nstartxref\n${position}\n%%EOF`;
  return Buffer.concat([head, ...objects.values(), Buffer.from(table, "latin1")]);
}

/** A spread of the keys would overflow the stack: a long table has half a million objects. */
function highest(ids: Iterable<number>): number {
  let highest = 0;
  for (const id of ids) highest = Math.max(highest, id);
  return highest;
}

/** The numbers of the objects that an entry of a dictionary points to, e.g. "/K [5 0 R 6 0 R]". */
export function references(dictionary: string, key: string): number[] {
  const value = new RegExp(`/${key}\\s*(\\[[^\\]]*\\]|\\d+ 0 R)`).exec(dictionary)?.[1] ?? "";
  return [...value.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
}
