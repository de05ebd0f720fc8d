import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const sources = files.filter(
  (file) => /^(packages|apps)\/.*\.tsx?$/.test(file) && !file.includes("/generated/"),
);
const production = sources.filter((file) => !/\.test\.ts$|\/testing\//.test(file));

/** Specifiers that a module imports. */
function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");
}

describe("the map", () => {
  it("names only paths that exist", () => {
    const named = [...read("ARCHITECTURE.md").matchAll(/`([\w.@/-]+\/[\w.@/*-]*)`/g)].map(
      (match) => match[1] ?? "",
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !path.includes("*") && !existsSync(join(root, path)))).toEqual([]);
  });

  it("stays thin enough to read", () => {
    expect(read("ARCHITECTURE.md").split("\n").length).toBeLessThanOrEqual(120);
  });
});

describe("the layers", () => {
  const layer = (file: string) => /^(packages|apps)\/([\w-]+)\//.exec(file)?.[2] ?? "";
  const mayImport: Readonly<Record<string, readonly string[]>> = {
    core: [],
    readers: ["@mingzhang/core"],
    renderers: ["@mingzhang/core"],
    solver: ["@mingzhang/core"],
    server: [
      "@mingzhang/core",
      "@mingzhang/readers",
      "@mingzhang/readers/limited",
      "@mingzhang/renderers",
      "@mingzhang/solver",
    ],
    web: ["@mingzhang/core", "@mingzhang/renderers/frame", "@mingzhang/server/api", "@mingzhang/solver"],
    cli: [
      "@mingzhang/core",
      "@mingzhang/readers",
      "@mingzhang/readers/limited",
      "@mingzhang/renderers",
      "@mingzhang/solver",
      "@mingzhang/server",
    ],
  };

  it("point from the applications to core and never back", () => {
    const wrong = production.flatMap((file) =>
      importsOf(file)
        .filter(
          (specifier) => specifier.startsWith("@mingzhang/") && !mayImport[layer(file)]?.includes(specifier),
        )
        .map((specifier) => `${file} → ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("leave core without dependencies, input, output, clock or randomness", () => {
    const core = production.filter((file) => layer(file) === "core");
    const outside = core.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !specifier.startsWith("."))
        .map((specifier) => `${file} → ${specifier}`),
    );
    expect(outside).toEqual([]);
    const effects = core.filter((file) =>
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bconsole\.|\bprocess\./.test(read(file)),
    );
    expect(effects).toEqual([]);
    expect(JSON.parse(read("packages/core/package.json")).dependencies).toBeUndefined();
  });

  it("reach a neighbour's files only through its package", () => {
    const crossing = production.flatMap((file) =>
      importsOf(file)
        .filter(
          (specifier) =>
            /^(\.\.\/)+(packages|apps)\//.test(specifier) ||
            /(\.\.\/){3,}(core|readers|renderers|solver|server|cli)\//.test(specifier),
        )
        .map((specifier) => `${file} → ${specifier}`),
    );
    expect(crossing).toEqual([]);
  });
});

describe("the sources", () => {
  it("are small: no file over 400 lines", () => {
    const long = sources
      .map((file) => [file, read(file).split("\n").length] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });

  it("keep places out of code: they are data in profiles", () => {
    const places = /重庆|上海|万盛|普陀|北京|江苏|深圳|广州|chongqing|shanghai|beijing/i;
    const naming = production.filter(
      (file) =>
        file.startsWith("packages/core/") &&
        places.test(
          read(file)
            .replace(/\/\*\*?[\s\S]*?\*\//g, "")
            .replace(/example: "[^"]*"|doc: "[^"]*"/g, ""),
        ),
    );
    expect(naming).toEqual([]);
  });

  it("keep years out of code", () => {
    const comparing = production.filter((file) => /year\s*[<>]=?\s*20\d\d|===\s*20\d\d\b/.test(read(file)));
    expect(comparing).toEqual([]);
  });

  it("keep Chinese out of identifiers", () => {
    const naming = sources.filter((file) =>
      /\b(?:const|let|function|class|interface|type)\s+[\p{Script=Han}]/u.test(read(file)),
    );
    expect(naming).toEqual([]);
  });

  it("name no registry host, machine path or tool", () => {
    const lock = read("package-lock.json");
    expect(/"resolved":\s*"https?:/.test(lock)).toBe(false);
    const texts = files.filter(
      (file) =>
        /\.(ts|mjs|md|json|csv|txt|yml|css)$/.test(file) &&
        file !== "package-lock.json" &&
        file !== "tests/repo.test.ts",
    );
    expect(
      texts.filter((file) =>
        /registry\.npmjs|deb\.debian\.org|\/work\/(main|shared|\.library)/.test(read(file)),
      ),
    ).toEqual([]);
  });
});

describe("the versions", () => {
  it("agree between the packages and the command line", () => {
    const { version } = JSON.parse(read("apps/cli/package.json"));
    expect(read("apps/cli/src/version.ts")).toContain(`"${version}"`);
    for (const folder of [
      "packages/core",
      "packages/readers",
      "packages/renderers",
      "apps/server",
      "apps/web",
    ]) {
      expect(JSON.parse(read(`${folder}/package.json`)).version).toBe(version);
    }
  });
});
