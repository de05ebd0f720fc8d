const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BLANK = 0x20;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPENING: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const CLOSING: ReadonlySet<number> = new Set([0x7d, 0x5d]);
const OBJECT = 0x7b;
/** One-letter escapes: what they stand for. */
const ESCAPES: ReadonlyMap<number, number> = new Map(
  Object.entries({ '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }).map(
    ([letter, meaning]) => [letter.charCodeAt(0), meaning.charCodeAt(0)],
  ),
);
const UNICODE = "u".charCodeAt(0);

/**
 * Takes the strings of some fields out of the bytes of a JSON object, each into bytes of its own (escapes decoded,
 * halves of a surrogate pair without the other as U+FFFD), and leaves as many blanks in their place; of fields of one
 * name the last counts, as for `JSON.parse`. The rest is as well formed as it was. What was taken stands in `taken`
 * also where a SyntaxError is thrown: for a string of these fields that is none, and for a key that is none.
 */
export function takeSecrets(
  json: Buffer,
  fields: readonly string[],
  taken: Map<string, Buffer<ArrayBuffer>>,
): void {
  let depth = 0;
  let isObject = false;
  let key: string | undefined;
  const forget = () => {
    if (key !== undefined) taken.get(key)?.fill(0);
    if (key !== undefined) taken.delete(key);
  };
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] as number;
    if (byte === QUOTE) {
      const end = endOfString(json, at);
      if (depth === 1 && isObject) {
        if (key === undefined) key = JSON.parse(json.toString("utf8", at, end + 1)) as string;
        else if (fields.includes(key)) {
          forget();
          taken.set(key, decoded(json.subarray(at + 1, end)));
          json.fill(BLANK, at + 1, end);
        }
      }
      at = end;
    } else if (OPENING.has(byte)) {
      if (depth === 0) isObject = byte === OBJECT;
      if (depth === 1) forget();
      depth++;
    } else if (CLOSING.has(byte)) depth--;
    else if (depth === 1 && byte === COMMA) key = undefined;
    else if (depth === 1 && byte > BLANK && byte !== COLON) forget();
  }
}

/** Where the string that begins at a quotation mark ends; a string without an end throws. */
function endOfString(json: Buffer, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === QUOTE) return at;
    if (json[at] === BACKSLASH) at++;
  }
  throw new SyntaxError("a string without an end");
}

/** The text between the quotation marks of a JSON string; never longer than it is written. */
function decoded(written: Buffer): Buffer<ArrayBuffer> {
  const text = Buffer.alloc(written.length);
  let length = 0;
  for (let at = 0; at < written.length; ) {
    const byte = written[at] as number;
    if (byte < BLANK) throw spoilt(text);
    if (byte !== BACKSLASH) {
      text[length++] = byte;
      at++;
      continue;
    }
    const letter = written[at + 1] as number;
    const meaning = ESCAPES.get(letter);
    if (meaning !== undefined) {
      text[length++] = meaning;
      at += 2;
      continue;
    }
    const unit = letter === UNICODE ? unitAt(written, at) : undefined;
    if (unit === undefined) throw spoilt(text);
    const second = isHalf(unit, 0xd800) ? unitAt(written, at + 6) : undefined;
    const paired = second !== undefined && isHalf(second, 0xdc00);
    const point = paired ? 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00) : unit;
    length = writePoint(text, length, (point & 0x1ff800) === 0xd800 ? 0xfffd : point);
    at += paired ? 12 : 6;
  }
  return text.subarray(0, length);
}

function spoilt(text: Buffer): SyntaxError {
  text.fill(0);
  return new SyntaxError("a string that is none");
}

function isHalf(unit: number, first: number): boolean {
  return (unit & 0xfc00) === first;
}

/** The code unit of the escape of six bytes that begins here; undefined where none does. */
function unitAt(written: Buffer, at: number): number | undefined {
  if (written[at] !== BACKSLASH || written[at + 1] !== UNICODE || at + 6 > written.length) return undefined;
  let unit = 0;
  for (let digit = at + 2; digit < at + 6; digit++) {
    const value = digitOf(written[digit] as number);
    if (value === undefined) return undefined;
    unit = unit * 16 + value;
  }
  return unit;
}

/** Of a hexadecimal digit, either case. */
function digitOf(byte: number): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined;
}

/** Writes a code point in UTF-8; where the next one begins. */
function writePoint(text: Buffer, at: number, point: number): number {
  if (point < 0x80) return text.writeUInt8(point, at);
  const following = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  text[at] = ((0xf80 >> following) & 0xff) | (point >> (6 * following));
  for (let left = following - 1, to = at + 1; left >= 0; left--, to++)
    text[to] = 0x80 | ((point >> (6 * left)) & 0x3f);
  return at + following + 1;
}
