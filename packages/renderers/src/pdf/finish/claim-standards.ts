import { type PdfObjects, references } from "./pdf-objects.ts";

/** PDF/A lets metadata use only properties that it knows or that the file describes, as here. */
const ACCESSIBILITY_SCHEMA =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" +
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>" +
  '<rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>" +
  "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>" +
  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>";

/** Adds to a PDF/A-2a file what a PDF/UA-1 file says of itself: its part in the metadata, its title in the window. */
export function claimAccessibility(file: PdfObjects): void {
  const [root = 0] = references(file.trailer, "Root");
  const catalog = textOf(file, root);
  const [metadata = 0] = references(catalog, "Metadata");
  file.objects.set(
    root,
    encode(insertAfter(catalog, "/ViewerPreferences <<", "\n    /DisplayDocTitle true")),
  );
  const [, packet = ""] = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(textOf(file, metadata)) ?? [];
  let claimed = insertBefore(packet, "</rdf:Bag></pdfaExtension:schemas>", ACCESSIBILITY_SCHEMA);
  claimed = insertBefore(claimed, "<pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>");
  claimed = insertBefore(claimed, " xmlns:pdfaid=", ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"');
  const dictionary = `<<\n  /Type /Metadata\n  /Subtype /XML\n  /Length ${claimed.length}\n>>`;
  file.objects.set(
    metadata,
    encode(`${metadata} 0 obj\n${dictionary}\nstream\n${claimed}\nendstream\nendobj\n\n`),
  );
}

/** Objects are handled as Latin-1 text: one character a byte, so that lengths and other bytes stay what they are. */
function textOf(file: PdfObjects, id: number): string {
  return file.objects.get(id)?.toString("latin1") ?? "";
}

function encode(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

function insertBefore(text: string, anchor: string, insertion: string): string {
  const at = text.indexOf(anchor);
  if (at < 0) throw new Error(`the PDF has no ${anchor}`);
  return text.slice(0, at) + insertion + text.slice(at);
}

function insertAfter(text: string, anchor: string, insertion: string): string {
  return insertBefore(text, anchor, anchor + insertion).replace(insertion + anchor, insertion);
}
