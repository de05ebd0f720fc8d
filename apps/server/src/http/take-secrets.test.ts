import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeSecrets } from "./take-secrets.ts";

const FIELDS = ["password", "密码", 'q"u\\o\te'];

/** What is read of a text, and the bytes that were parsed as JSON. */
function read(text: string, fields: readonly string[] = FIELDS) {
  const json = Buffer.from(text);
  const taken = new Map<string, Buffer<ArrayBuffer>>();
  takeSecrets(json, fields, taken);
  return { taken, rest: JSON.parse(json.toString()) as unknown, json };
}

const outcome = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof SyntaxError ? "no JSON" : error;
  }
};
/** As bytes hold it: halves of surrogate pairs are one mark. */
const wellFormed = (one: string) => Buffer.from(one).toString();
const asBytes = (value: unknown) => (typeof value === "string" ? wellFormed(value) : value);
/** The whole object as the program has it, secrets as text. */
const together = (text: string): unknown => {
  const { taken, rest } = read(text);
  if (taken.size === 0) return rest;
  return {
    ...(rest as object),
    ...Object.fromEntries([...taken].map(([name, bytes]) => [name, bytes.toString()])),
  };
};
const expected = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, FIELDS.includes(name) ? asBytes(one) : one]),
  );
};

const character = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 2 }),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  fc.constantFrom('"', "\\", "/", "\u0000", "\n", "\u2028", "é", "中", "🐪", "\ud800", "\udc00"),
);
const text = fc.array(character, { maxLength: 12 }).map((parts) => parts.join(""));
const name = fc
  .oneof(fc.constantFrom(...FIELDS, "account", "toString"), text)
  .filter((key) => key !== "__proto__");
const value = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.constantFrom(null, true, 12.5, [], {}, ["password", "x"], { password: "inner", deep: [{ 密码: "x" }] }),
);

/** JSON as somebody else's program may write it: any escape, blanks anywhere, names twice. */
const written = fc
  .tuple(
    fc.array(fc.tuple(name, value), { maxLength: 8 }),
    fc.array(fc.nat({ max: 5 }), { minLength: 16, maxLength: 16 }),
  )
  .map(([fields, choices]) => {
    let turn = 0;
    const choice = () => choices[turn++ % choices.length] ?? 0;
    const blank = () => ["", " ", "\n\t", "", "\r ", ""][choice()] ?? "";
    const unit = (one: string) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;
    const string = (whole: string) => {
      const plain = JSON.stringify(wellFormed(whole));
      const escaped = `"${Array.from({ length: whole.length }, (_, at) => unit(whole[at] ?? "")).join("")}"`;
      return choice() > 2
        ? escaped.replace(/\\u00[0-9a-f]{2}/g, (hex) =>
            choice() > 2 ? hex.toUpperCase().replace("U", "u") : hex,
          )
        : wellFormed(whole) === whole
          ? plain
          : escaped;
    };
    const field = ([key, one]: readonly [string, unknown]) =>
      `${blank()}${string(key)}${blank()}:${blank()}${typeof one === "string" ? string(one) : JSON.stringify(one)}${blank()}`;
    return `${blank()}{${fields.length === 0 ? blank() : fields.map(field).join(",")}}${blank()}`;
  });

describe("secrets in JSON", () => {
  it("and what is left of it are together what JSON.parse reads, however it is written", () => {
    fc.assert(
      fc.property(written, (json) => {
        expect(together(json)).toEqual(expected(json));
      }),
      { numRuns: 5000 },
    );
  });

  it("are refused as JSON where JSON.parse refuses it, whatever is broken", () => {
    const broken = fc
      .tuple(
        written,
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.constantFrom('"', "\\", ",", ":", "{", "}", "]", "\n", "u", "x", "", "0"),
      )
      .map(([json, at, length, put]) => {
        const place = at % (json.length + 1);
        return wellFormed(json.slice(0, place) + put + json.slice(place + length));
      });
    fc.assert(
      fc.property(broken, (json) => {
        expect(outcome(() => together(json))).toEqual(outcome(() => expected(json)));
      }),
      { numRuns: 20_000 },
    );
    for (const json of ["", "[", '{"password"', '{"password":', '{"password":"', '{"password":"\\u12"}'])
      expect([json, outcome(() => together(json))]).toEqual([json, "no JSON"]);
  });

  it("are nowhere in what is parsed; the last of one name counts, and the others are gone", () => {
    const { taken, rest, json } = read(
      '{"password":"first one","p\\u0061ssword":"second \\"one\\"","account":"password","密码":"third","密码":null}',
    );
    expect([...taken].map(([field, bytes]) => [field, bytes.toString()])).toEqual([
      ["password", 'second "one"'],
    ]);
    expect(rest).toEqual({ password: " ".repeat(14), account: "password", 密码: null });
    expect(json.toString()).not.toMatch(/first|second|third/);
  });
});
