import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = readFileSync(`${root}docs/security.md`, "utf8");

/** The requirements of level 2 of OWASP ASVS 4.0.3 that were not deleted, by section. */
const LEVEL_2 = `1.1: 1-7; 1.2: 1-4; 1.4: 1 4 5; 1.5: 1-4; 1.6: 1-4; 1.7: 1-2; 1.8: 1-2; 1.9: 1-2; 1.10: 1; 1.11: 1-2;
  1.12: 2; 1.14: 1-6; 2.1: 1-12; 2.2: 1-3; 2.3: 1-3; 2.4: 1-6; 2.5: 1-7; 2.6: 1-3; 2.7: 1-6; 2.8: 1-7; 2.9: 1-3;
  2.10: 1-4; 3.1: 1; 3.2: 1-4; 3.3: 1-4; 3.4: 1-5; 3.5: 1-3; 3.7: 1; 4.1: 1-3 5; 4.2: 1-2; 4.3: 1-3; 5.1: 1-5;
  5.2: 1-8; 5.3: 1-10; 5.4: 1-3; 5.5: 1-4; 6.1: 1-3; 6.2: 1-6; 6.3: 1-2; 6.4: 1-2; 7.1: 1-4; 7.2: 1-2; 7.3: 1 3 4;
  7.4: 1-3; 8.1: 1-4; 8.2: 1-3; 8.3: 1-8; 9.1: 1-3; 9.2: 1-4; 10.2: 1-2; 10.3: 1-3; 11.1: 1-8; 12.1: 1-3; 12.2: 1;
  12.3: 1-6; 12.4: 1-2; 12.5: 1-2; 12.6: 1; 13.1: 1 3-5; 13.2: 1-3 5-6; 13.3: 1-2; 13.4: 1-2; 14.1: 1-4; 14.2: 1-6;
  14.3: 2-3; 14.4: 1-7; 14.5: 1-4`;

function requirements(): readonly string[] {
  return LEVEL_2.split(";").flatMap((section) => {
    const [name = "", numbers = ""] = section.split(":");
    return numbers
      .trim()
      .split(" ")
      .flatMap((range) => {
        const [from = 0, to = from] = range.split("-").map(Number);
        return Array.from({ length: to - from + 1 }, (_, index) => `${name.trim()}.${from + index}`);
      });
  });
}

interface Line {
  readonly number: string;
  readonly state: string;
  readonly proof: string;
}

const lines: readonly Line[] = [
  ...page.matchAll(/^\| (\d+\.\d+\.\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm),
].map(([, number = "", state = "", proof = ""]) => ({ number, state, proof }));
const tests = new Map(
  [...page.matchAll(/^\| ([\w-]+) \| `([^`]+\.test\.ts)` \|$/gm)].map(([, name = "", file = ""]) => [
    name,
    file,
  ]),
);
/** "name “what it says”" in a proof. */
const cited = [...page.matchAll(/([\w-]+) “([^”]+)”/g)].map(([, name = "", says = ""]) => ({ name, says }));

describe("the page on security", () => {
  it("has a line for each requirement of the level and no other", () => {
    expect(lines.map(({ number }) => number)).toEqual(requirements());
  });

  it("says of each that it is met, with a proof, or why it is not or does not apply", () => {
    for (const { number, state, proof } of lines) {
      expect([number, ["met", "not met", "not applicable"].includes(state)]).toEqual([number, true]);
      expect([number, proof.length > 5]).toEqual([number, true]);
      const proven = /“|`|below|As \d/.test(proof) || state !== "met";
      expect([number, proven]).toEqual([number, true]);
    }
  });

  it("counts them as they are", () => {
    const count = (state: string) => lines.filter((line) => line.state === state).length;
    expect(page).toContain(
      `${count("met")} requirements met, ${count("not applicable")} not applicable, ${count("not met")} not met`,
    );
  });

  it("names tests and files that are there", () => {
    expect(tests.size).toBeGreaterThan(10);
    const named = [...page.matchAll(/`([\w.@/-]+\/[\w.@/-]+|[\w-]+\.(?:md|json))`/g)].map(
      ([, path = ""]) => path,
    );
    const files = [...tests.values(), ...named.filter((path) => !path.startsWith("/"))];
    expect(files.filter((path) => !existsSync(root + path))).toEqual([]);
    expect(cited.length).toBeGreaterThan(80);
    const missing = cited.filter(({ name, says }) => {
      const file = tests.get(name);
      return file === undefined || !readFileSync(root + file, "utf8").includes(says);
    });
    expect(missing).toEqual([]);
  });

  it("names every test of its table", () => {
    const names = new Set(cited.map(({ name }) => name));
    expect([...tests.keys()].filter((name) => !names.has(name))).toEqual([]);
  });
});
