import { expect, test } from "vitest";
import { type PdfObjects, readObjects, references, writeObjects } from "./pdf-objects.ts";

test("a file of half a million objects, numbers left out, is read as it was written", () => {
  const objects = new Map<number, Buffer>();
  for (let id = 500_000; id > 0; id -= 3) objects.set(id, Buffer.from(`${id} 0 obj\nnull\nendobj\n`));
  const written: PdfObjects = { objects, head: Buffer.from("%PDF-1.7\n"), trailer: "<<\n  /Root 2 0 R\n>>" };
  const read = readObjects(writeObjects(written));
  expect(read.head.toString()).toBe("%PDF-1.7\n");
  expect(read.trailer).toBe(written.trailer);
  expect(read.objects.size).toBe(objects.size);
  expect([2, 500_000].map((id) => read.objects.get(id)?.toString())).toEqual([
    "2 0 obj\nnull\nendobj\n",
    "500000 0 obj\nnull\nendobj\n",
  ]);
});

test("references are those of the entry asked for, single or listed", () => {
  const dictionary = "<< /P 9 0 R /Kids [7 0 R] /K [5 0 R 3 << /MCID 4 >> 6 0 R] /Pg 8 0 R >>";
  expect(references(dictionary, "K")).toEqual([5, 6]);
  expect(references(dictionary, "P")).toEqual([9]);
  expect(references(dictionary, "StructParent")).toEqual([]);
});
