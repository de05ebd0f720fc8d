import { z } from "zod";

/**
 * The bytes of a secret text, in UTF-8. Unlike a string they can be overwritten, and are, as soon as the call is
 * answered: whoever gets them keeps no copy.
 */
export type SecretBytes = Uint8Array<ArrayBuffer>;

/** What the mark is known by in a schema, also where it is written out. */
export const SECRET_FORMAT = "secret";

/** What a secret text is like; lengths as of a string. */
interface SecretShape {
  readonly shortest: number;
  readonly longest: number;
  readonly digits?: true;
}

/**
 * Marks a field at the top of a request's body as secret: a text for whoever calls, bytes for the server, which makes
 * no string of them on their way and overwrites them.
 */
export function secret({ shortest, longest, digits }: SecretShape): z.ZodType<SecretBytes, string> {
  const fits = (bytes: SecretBytes) => {
    const length = lengthOf(bytes);
    return length >= shortest && length <= longest && (digits === undefined || bytes.every(isDigit));
  };
  const written = { minLength: shortest, maxLength: longest, ...(digits && { pattern: "^\\d*$" }) };
  return marked(fits, written) as unknown as z.ZodType<SecretBytes, string>;
}

/** Marks a field at the top of an answer as secret: bytes in printable ASCII, which are overwritten when they are sent. */
export function secretAnswer(): z.ZodType<string, SecretBytes> {
  return marked(isPlain, {}) as unknown as z.ZodType<string, SecretBytes>;
}

function marked(fits: (bytes: SecretBytes) => boolean, written: object): z.ZodType {
  const schema = z.custom<SecretBytes>((value) => value instanceof Uint8Array && fits(value as SecretBytes));
  schema._zod.toJSONSchema = () => ({ type: "string", format: SECRET_FORMAT, ...written });
  return schema;
}

/** The fields of a body or an answer that are marked. */
export function secretFields(schema: z.ZodType | undefined): readonly string[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape)
    .filter(([, field]) => isMarked(field))
    .map(([name]) => name);
}

function isMarked(field: unknown): boolean {
  const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
  const written = inner instanceof z.ZodType ? inner._zod.toJSONSchema?.() : undefined;
  return (written as { readonly format?: string } | undefined)?.format === SECRET_FORMAT;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Whether bytes stand between the quotation marks of JSON as they are. */
function isPlain(bytes: SecretBytes): boolean {
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c);
}

/** How many characters UTF-8 holds, counted as in a string: those beyond the first plane are two. */
function lengthOf(bytes: Uint8Array): number {
  return bytes.reduce((length, byte) => length + ((byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1), 0);
}
