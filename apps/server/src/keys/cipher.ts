import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { ServerFailure } from "../database/failure.ts";
import { otherKey } from "./other-key.ts";
import { contentOf, keyIdOf, sealedText } from "./sealed-text.ts";

/** A master key as it is used: what follows from it for sealing, and the id by which its work is known. */
export interface MasterKey {
  readonly id: string;
  readonly sealing: KeyObject;
}

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A new master key as text: 256 random bits in hexadecimal digits. */
export function newKeyText(): string {
  return randomBytes(KEY_BYTES).toString("hex");
}

/** The key of a text of 64 hexadecimal digits, or of 32 bytes in base64; undefined where it is neither. */
export function masterKeyOf(text: string): MasterKey | undefined {
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  if (!isHex && !/^[\w+/-]{43}=?$/.test(text)) return undefined;
  const master = Buffer.from(text, isHex ? "hex" : "base64");
  const derived = (purpose: string, bytes: number) =>
    Buffer.from(hkdfSync("sha256", master, "", `mingzhang ${purpose}`, bytes));
  return {
    id: derived("key id", 8).toString("hex"),
    sealing: createSecretKey(derived("sealing", KEY_BYTES)),
  };
}

/** Seals a text for one purpose: under another it does not open. */
export function seal({ id, sealing }: MasterKey, purpose: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, sealing, nonce).setAAD(Buffer.from(purpose));
  const content = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return sealedText(id, Buffer.concat([nonce, cipher.getAuthTag(), content]));
}

/** Opens with whichever of the keys sealed it. */
export function unseal(keys: readonly MasterKey[], purpose: string, sealed: string): string {
  const key = keys.find(({ id }) => id === keyIdOf(sealed));
  if (key === undefined) throw otherKey(keyIdOf(sealed) ?? "", keys[0]?.id);
  const content = contentOf(sealed);
  const tag = content.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key.sealing, content.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
    const text = decipher.update(content.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    throw new ServerFailure({
      zh: "封存的内容损坏或被改动过，打不开。请从备份恢复。",
      en: "What is sealed is damaged or was changed, and does not open. Restore a backup.",
    });
  }
}
