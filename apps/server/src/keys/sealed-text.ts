/** A sealed text: "sealed:1:<id of the key>:<what is sealed>". The number is the way of sealing. */
const SEALED = /^sealed:1:([0-9a-f]{16}):([\w-]+)$/;

/** The id of the key that sealed a text; undefined where it is in clear. */
export function keyIdOf(text: string): string | undefined {
  return SEALED.exec(text)?.[1];
}

export function sealedText(keyId: string, content: Buffer): string {
  return `sealed:1:${keyId}:${content.toString("base64url")}`;
}

/** What is sealed in a text; empty where it is in clear. */
export function contentOf(sealed: string): Buffer {
  return Buffer.from(SEALED.exec(sealed)?.[2] ?? "", "base64url");
}
