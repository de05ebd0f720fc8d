import { describe, expect, it } from "vitest";
import { type CatalogueId, entriesOf, lookUp } from "./catalogue.ts";
import { crosswalk } from "./crosswalk.ts";
import { NAME_CHANGES } from "./generated/name-changes.ts";

const SIZES: Record<CatalogueId, { least: number; firstDigit: string; lengths: readonly number[] }> = {
  functional: { least: 1600, firstDigit: "2", lengths: [3, 5, 7] },
  "department-economic": { least: 100, firstDigit: "3", lengths: [3, 5] },
  "government-economic": { least: 80, firstDigit: "5", lengths: [3, 5] },
  revenue: { least: 150, firstDigit: "1", lengths: [3, 5, 7, 9] },
};
const STATUSES = ["official", "corroborated", "listed", "unconfirmed", "doubtful"];

describe.each(Object.keys(SIZES) as CatalogueId[])("the catalogue %s", (catalogue) => {
  const entries = entriesOf(catalogue);
  const { least, firstDigit, lengths } = SIZES[catalogue];

  it("is read whole", () => {
    expect(entries.length).toBeGreaterThanOrEqual(least);
  });

  it("has codes of its own first digit and lengths, each with a name and a status", () => {
    const faulty = entries.filter(
      ({ code, name, status }) =>
        !/^\d+$/u.test(code) ||
        !code.startsWith(firstDigit) ||
        !lengths.includes(code.length) ||
        name.trim() === "" ||
        !STATUSES.includes(status),
    );
    expect(faulty).toEqual([]);
  });

  it("has the parent of every code, valid as long as the code", () => {
    const orphans = entries.filter(
      ({ parent, since, until }) =>
        parent !== undefined &&
        (lookUp(catalogue, parent, since ?? 2023) === undefined ||
          lookUp(catalogue, parent, until ?? 2030) === undefined),
    );
    expect(orphans).toEqual([]);
  });

  it("has at most one entry of a code in any year", () => {
    const clashes = entries.filter((entry) => {
      const years = [entry.since ?? 2000, entry.until ?? 2100];
      return entries.some(
        (other) =>
          other !== entry &&
          other.code === entry.code &&
          years.some((year) => (other.since ?? 2000) <= year && year <= (other.until ?? 2100)),
      );
    });
    expect(clashes).toEqual([]);
  });
});

it("the crosswalk leads from departmental to government codes that the catalogues know, at 款 level", () => {
  const items = entriesOf("department-economic").filter((entry) => entry.level === 2);
  const targets = items.flatMap(({ code }) => [
    crosswalk(code, "administrative")?.governmentEconomic ?? [],
    crosswalk(code, "public-welfare-1")?.governmentEconomic ?? [],
  ]);
  const codes = targets.flat();
  expect(codes.length).toBeGreaterThan(190);
  expect(codes.filter((code) => lookUp("government-economic", code)?.level !== 2)).toEqual([]);
});

it("every changed name belongs to a known code", () => {
  const catalogues = Object.keys(SIZES) as CatalogueId[];
  const codes = NAME_CHANGES.trimEnd()
    .split("\n")
    .map((line) => line.split("\t")[0] ?? "");
  const unknown = codes.filter((code) =>
    catalogues.every((catalogue) => lookUp(catalogue, code) === undefined),
  );
  expect(unknown).toEqual([]);
});
