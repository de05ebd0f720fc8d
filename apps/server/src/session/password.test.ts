import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { passwordStrength, pointsOf } from "../api/index.ts";
import { hashPassword, isPassword, oneTimePassword, requireStrong } from "./password.ts";

/** Met in published lists of stolen passwords, of those that are long enough. */
const STOLEN = `123456789012 1234567890123 123123123123 111111111111 000000000000 112233445566 121212121212
  passwordpassword password1234 passw0rd1234 Password123! qwertyuiop12 qwertyuiop[] qwertyuiopasdfghjkl
  asdfghjkl123 asdfghjkl;'123 zxcvbnm123456 1q2w3e4r5t6y 1q2w3e4r5t6y7u q1w2e3r4t5y6 1qaz2wsx3edc 1qaz2wsx3edc4rfv
  zaq12wsxcde3 a1b2c3d4e5f6 abcdefghijkl abcdefg12345 abcd1234abcd abc123abc123 qazwsxedcrfv1234 iloveyou1234
  iloveyouiloveyou welcome12345 Welcome123456 administrator admin1234567 letmein12345 changeme1234 woaini1314520
  woaini5201314 5201314520131 sunshine1234 football1234 princess1234 superman1234 monkey123456 dragon123456
  1234qwerasdf 987654321098 0987654321098 aaaaaaaaaaaa asdasdasdasd qweqweqweqwe testtesttest testtest1234
  caiwu1234567 caizheng1234 yusuan123456`.split(/\s+/);

const refused = (password: string, account = "zhang.san", name = "张三") => {
  try {
    requireStrong(Buffer.from(password), account, name);
    return false;
  } catch {
    return true;
  }
};

describe("a password that people choose", () => {
  it("is none of those that everybody tries first", () => {
    expect(STOLEN.filter((password) => !refused(password))).toEqual([]);
  });

  it("is called weak by the meter where it is refused, and stronger the more of it is its own", () => {
    const strength = (password: string) => passwordStrength(pointsOf(password), "zhang.san", "张三");
    expect(STOLEN.filter((password) => !["short", "guessable"].includes(strength(password)))).toEqual([]);
    for (const [password, expected] of [
      ["kopfkissen", "short"],
      ["zhang.san lives here", "guessable"],
      ["1234qwer user test love", "guessable"],
      ["kopfkissen 77", "fair"],
      ["a long walk in the rain", "strong"],
    ] as const)
      expect([password, strength(password), refused(password)]).toEqual([
        password,
        expected,
        expected === "short" || expected === "guessable",
      ]);
  });

  it("has twelve characters when blanks in a row count as one, of any kind", () => {
    expect(refused("ab  cd   ef   gh")).toBe(true);
    for (const password of [
      "a long walk in the rain",
      "骆驼在雨里走了很久很远的路",
      "🐪🌧️🚶🏞️🌄🌃🍜🏯🌊⛵",
      "tK9#pL2@mQ7!",
    ])
      expect([password, refused(password)]).toEqual([password, false]);
  });

  it("holds neither the account nor the name", () => {
    expect(refused("zhang.san likes rain")).toBe(true);
    expect(refused("下雨天张三去散步很开心呢")).toBe(true);
  });
});

it("one-time passwords are strong and never the same", () => {
  const made = Array.from({ length: 200 }, () => Buffer.from(oneTimePassword()).toString());
  expect(new Set(made).size).toBe(made.length);
  expect(made.filter((password) => refused(password))).toEqual([]);
});

describe("a password in another form", () => {
  const isTaken = async (set: string, typed: string) =>
    isPassword(Buffer.from(typed), await hashPassword(Buffer.from(set)));

  it("is the same: full width or half, composed or not, halves of surrogate pairs as one mark", async () => {
    for (const [set, typed] of [
      ["骆驼在雨里走了很久", "骆驼在雨里走了很久"],
      ["ＡＢＣ１２３４５６７８９", "ABC123456789"],
      ["caf\u00e9 au lait 🐪", "cafe\u0301 au lait 🐪"],
      ["lone \ud800 half", "lone \ufffd half"],
    ] as const)
      expect([set, typed, await isTaken(set, typed)]).toEqual([set, typed, true]);
    for (const [set, typed] of [
      ["骆驼在雨里走了很久", "骆驼在雨里走了很远"],
      ["plain ascii words", "plain ascii wordz"],
    ] as const)
      expect([set, typed, await isTaken(set, typed)]).toEqual([set, typed, false]);
  });

  it("opens what a string hashed before passwords were bytes", async () => {
    for (const password of ["plain ascii words", "骆驼在雨里走了很久", "🐪🌧️🚶", "lone \ud83d half"]) {
      const before = await hash(password.normalize("NFKC"));
      expect([password, await isPassword(Buffer.from(password), before)]).toEqual([password, true]);
    }
  });
});
