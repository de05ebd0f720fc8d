export type Container = "zip" | "compound" | "markup" | "other";

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a file is by its first bytes; names and extensions lie. */
export function containerOf(bytes: Uint8Array): Container {
  if (startsWith(bytes, ZIP)) return "zip";
  if (startsWith(bytes, COMPOUND)) return "compound";
  return isMarkup(bytes) ? "markup" : "other";
}

/**
 * Whether an OLE compound file has a stream or storage of this name. Looks for the name as the directory writes it
 * (UTF-16, ended by a zero) without following the directory, so that broken files cannot lead it astray.
 */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, "utf16le");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(wanted); at >= 0; at = buffer.indexOf(wanted, at + 1)) {
    if (at % 128 === 0) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Many systems export a web page or an XML spreadsheet under the name .xls. */
function isMarkup(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  return /^\s*<(?:\?xml|!doctype|html|head|meta|table|style|!--)/i.test(head);
}
