import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { MESSAGES } from "./messages.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !/messages?\.ts$|\.test\.ts$|testing/.test(name))
  .map((name) => readFileSync(folder + name, "utf8"));
const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe("the messages", () => {
  it("are there in both languages, with the same values in them", () => {
    for (const [id, { zh, en }] of Object.entries(MESSAGES)) {
      expect(zh, id).toMatch(/\S/);
      expect(en, id).toMatch(/\S/);
      expect(slots(zh), id).toEqual(slots(en));
    }
  });

  it("are each said somewhere", () => {
    const literal = sources.join("\n");
    const patterns = [...literal.matchAll(/`([a-z-]+\.)\$\{/g)].map((match) => match[1] ?? "");
    const unsaid = Object.keys(MESSAGES).filter(
      (id) => !literal.includes(`"${id}"`) && !patterns.some((pattern) => id.startsWith(pattern)),
    );
    expect(unsaid).toEqual([]);
  });

  it("leave no Chinese in the pages themselves", () => {
    const bare = sources.flatMap((source) =>
      source
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
        .split("\n")
        .filter((line) => /\p{Script=Han}{2,}/u.test(line)),
    );
    // First characters of the initials of Chinese, which are data.
    expect(bare.filter((line) => !line.includes("const FIRST"))).toEqual([]);
  });
});
