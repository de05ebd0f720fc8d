import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { vulnerabilitiesIn } from "../scripts/components/vulnerabilities.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const advisory = { title: "Path traversal", url: "https://example.org/advisory", severity: "high" };
const found = (name: string, severity: string, via: readonly unknown[]) => ({
  name,
  severity,
  range: "<2.0.0",
  via,
});
const report = (...vulnerable: readonly { readonly name: string }[]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(vulnerable.map((each) => [each.name, each])),
    metadata: { dependencies: { prod: 254 } },
  });

describe("known vulnerabilities of components", () => {
  it("are none, lesser ones, or grave ones, which are listed with their reason", () => {
    expect(vulnerabilitiesIn(report())).toEqual({ kind: "checked", components: 254, grave: [], lesser: 0 });
    const some = report(
      found("unzip", "high", [advisory]),
      found("archive", "critical", ["unzip"]),
      found("colour", "moderate", [advisory]),
    );
    expect(vulnerabilitiesIn(some)).toEqual({
      kind: "checked",
      components: 254,
      grave: [
        "high: unzip <2.0.0 (Path traversal https://example.org/advisory)",
        "critical: archive <2.0.0 (unzip)",
      ],
      lesser: 1,
    });
  });

  it("are unchecked, never none, where the registry does not answer with a whole report", () => {
    const refused = JSON.stringify({
      message: "405 Method Not Allowed",
      statusCode: 405,
      error: { summary: "" },
    });
    expect(vulnerabilitiesIn(refused)).toEqual({ kind: "unchecked", why: "405 Method Not Allowed" });
    const offline = JSON.stringify({ error: { code: "ENOTFOUND", summary: "network" } });
    const half = JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} });
    for (const text of ["", "null", "[]", "{}", "npm error", offline, half, report().slice(0, -1)])
      expect([text, vulnerabilitiesIn(text).kind]).toEqual([text, "unchecked"]);
  });

  it("are asked for by everything that verifies", () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    expect(scripts["check-components"]).toBe("tsx scripts/components.ts --check");
    expect(readFileSync(`${root}scripts/verify.mjs`, "utf8")).toContain('"check-components"');
  });
});

describe("the bill of materials", () => {
  it("names every component of the lock file at its exact version, and marks those that only develop", () => {
    const words = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
    const printed = execFileSync("npm", words, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
    const bill: { components: { "bom-ref": string; properties?: { name: string }[] }[] } =
      JSON.parse(printed);
    const billed = new Map(
      bill.components.map(({ "bom-ref": id, properties = [] }) => [
        id,
        properties.some(({ name }) => name === "cdx:npm:package:development"),
      ]),
    );
    const lock: { packages: Record<string, { version: string; dev?: true; link?: true }> } = JSON.parse(
      readFileSync(`${root}package-lock.json`, "utf8"),
    );
    const locked = Object.entries(lock.packages).filter(
      ([path, { link }]) => path.includes("node_modules/") && link !== true,
    );
    expect(locked.length).toBeGreaterThan(200);
    for (const [path, { version, dev = false }] of locked) {
      const id = `${path.split("node_modules/").at(-1)}@${version}`;
      expect([id, billed.get(id)]).toEqual([id, dev]);
    }
  });
});
