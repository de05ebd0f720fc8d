/** One page of a PDF made for a test; coordinates are PDF's own: points, origin at the bottom left. */
export interface TestPage {
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  /** Content stream operators. */
  readonly content: string;
  /** A form XObject, drawn where the content says `/X0 Do`. */
  readonly form?: { readonly matrix: readonly number[]; readonly content: string };
  /** A one-pixel image, drawn where the content says `/I0 Do`. */
  readonly image?: boolean;
}

/** A small PDF with the given pages. Its one font has no glyphs, full-width Chinese and half-width Latin characters. */
export function makePdf(pages: readonly TestPage[], trailer = ""): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add("");
  addFont(add);
  const kids = pages.map((page) => {
    const content = add(stream("", page.content));
    const form = page.form === undefined ? 0 : add(formObject(page.form));
    const image = page.image === true ? add(IMAGE) : 0;
    const xobjects = `${form ? `/X0 ${form} 0 R ` : ""}${image ? `/I0 ${image} 0 R` : ""}`;
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width ?? 595} ${page.height ?? 842}] ` +
        `/Rotate ${page.rotate ?? 0} /Contents ${content} 0 R ` +
        `/Resources << /Font << /F0 3 0 R >> /XObject << ${xobjects} >> >> >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] /Count ${kids.length} >>`;
  return serialise(objects, trailer);
}

const IMAGE = stream(
  "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
  "0",
);

function formObject({
  matrix,
  content,
}: {
  readonly matrix: readonly number[];
  readonly content: string;
}): string {
  const resources = "/Resources << /Font << /F0 3 0 R >> >>";
  return stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 1000 1000] /Matrix [${matrix.join(" ")}] ${resources}`,
    content,
  );
}

function stream(dictionary: string, content: string): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function addFont(add: (body: string) => number): void {
  add(
    "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
  );
  add(
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 1000 /W [32 126 500] /FontDescriptor 5 0 R " +
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
  );
  add(
    "<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 " +
      "/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
  );
  add(
    stream(
      "",
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def " +
        "1 begincodespacerange <0000> <FFFF> endcodespacerange " +
        "1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end",
    ),
  );
}

function serialise(objects: readonly string[], trailer: string): Uint8Array {
  let text = "%PDF-1.7\n";
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, "0")} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
