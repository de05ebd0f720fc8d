import { decodeText } from "../../ledger/text-encoding.ts";

const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;

/**
 * The text of a page. Bytes that are UTF-8 throughout are UTF-8 and others GB 18030, whatever the page says, unless
 * single characters are broken: then the page's own word decides.
 */
export function decodePage(bytes: Uint8Array): string | undefined {
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, 4096)).toString("latin1"))?.[1]?.toLowerCase();
  if (declared !== undefined && /^utf-?8$/.test(declared)) return new TextDecoder("utf-8").decode(bytes);
  const text = decodeText(bytes);
  if (text !== undefined) return text;
  if (declared === undefined) return undefined;
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return undefined;
  }
}
