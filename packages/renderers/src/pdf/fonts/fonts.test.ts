import fc from "fast-check";
import { expect, test } from "vitest";
import { loadLibrary } from "./library.ts";
import { familyNames, withFamily } from "./names.ts";
import { roleOf } from "./roles.ts";
import { readFaces, writeFace } from "./sfnt.ts";

test("the bundled fonts have every character of GB 2312 and of GBK", () => {
  const library = loadLibrary([]);
  const decoder = new TextDecoder("gbk");
  const missing: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (!/^\p{Script=Han}$/u.test(character)) continue;
      if (!library.has(character.codePointAt(0) ?? 0)) missing.push(character);
    }
  }
  expect(missing).toEqual([]);
});

test("a character is as wide as the face says that prints it", () => {
  const { advance, has } = loadLibrary([]);
  const widths = (text: string, strong: boolean) =>
    [...text].map((one) => advance(one.codePointAt(0) ?? 0, strong));
  expect(widths("预算，〇", false)).toEqual([1, 1, 1, 1]);
  expect(widths("019.", false)).toEqual([0.557, 0.471, 0.562, 0.327]);
  expect(widths("019.", true)).toEqual([0.593, 0.466, 0.596, 0.335]);
  expect(has(0xe000)).toBe(false);
});

test("a face keeps its tables and takes another family name", () => {
  const [file] = loadLibrary([]).files();
  const [face] = readFaces(file ?? new Uint8Array());
  if (face === undefined) throw new Error("no face");
  const [renamed] = readFaces(writeFace(withFamily(face, "方正小标宋简体")));
  expect(renamed && familyNames(renamed)).toEqual(["方正小标宋简体"]);
  expect(renamed?.tables.get("glyf")?.equals(face.tables.get("glyf") ?? Buffer.alloc(0))).toBe(true);
});

test("an office typeface is known by its Chinese or English name", () => {
  const roles = (...names: string[]) => names.map((name) => roleOf([name]));
  expect(roles("仿宋_GB2312", "FangSong", "方正仿宋_GBK")).toEqual(["body", "body", "body"]);
  expect(roles("方正小标宋简体", "FZXiaoBiaoSong-B05S")).toEqual(["title", "title"]);
  expect(roles("黑体", "SimHei", "方正黑体_GBK")).toEqual(["heading", "heading", "heading"]);
  expect(roles("楷体_GB2312", "KaiTi")).toEqual(["subheading", "subheading"]);
  expect(roles("宋体", "SimSun", "Arial")).toEqual(["table", "table", undefined]);
});

test("bytes that are no font have no faces, whatever they are", () => {
  const signatures = [[0, 1, 0, 0], [0x77, 0x4f, 0x46, 0x46], [0x74, 0x74, 0x63, 0x66], []];
  fc.assert(
    fc.property(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 200 }), (signature, rest) => {
      expect(readFaces(new Uint8Array([...signature, ...rest]))).toEqual([]);
    }),
  );
});
