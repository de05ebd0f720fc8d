/** What a decoded text is. */
export type Textual =
  | { readonly type: "html" | "text" | "xml-spreadsheet" }
  | { readonly type: "foreign"; readonly name: string };

const PAGE_START =
  /^\s*<(?:!doctype html|html|head|body|table|div|meta|style|script|p|title|link|center|font|%@)[\s>:]/i;
const PAGE = /<(?:html|body|table)[\s>]/i;
const WINDOW = 8192;

export function textualOf(text: string): Textual {
  const start = text.slice(0, WINDOW).replace(/^\ufeff/, "");
  if (/^MIME-Version:/i.test(start.trimStart())) return { type: "foreign", name: "MHTML" };
  if (/progid="Word\.Document"/.test(start)) return { type: "foreign", name: "Word 2003 XML" };
  if (start.includes("urn:schemas-microsoft-com:office:spreadsheet") && /^\s*<\?xml/.test(start))
    return { type: "xml-spreadsheet" };
  const isMarkup = /^\s*</.test(start);
  if (PAGE_START.test(start) || (isMarkup && PAGE.test(start))) return { type: "html" };
  if (/^\s*<\?xml/.test(start)) return { type: "foreign", name: "XML" };
  return { type: "text" };
}
