import { readdirSync, readFileSync } from "node:fs";
import { findProfile, openBook, readYear, roundsOf } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { expect, it } from "vitest";
import { openAnswersOf } from "../year/open-answers.ts";
import type { ReadableYear } from "./check-year.ts";
import { performanceSummaries } from "./year-view.ts";

const FIXTURE = new URL("../../../../fixtures/wansheng-2023/", import.meta.url);

/** The example's year in which nobody said anything. */
async function unsaidYear(): Promise<ReadableYear> {
  const files = [FIXTURE, new URL("year/", FIXTURE)].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".csv") && name !== "progress.csv")
      .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) })),
  );
  const { budget, year } = readYear((await readLedger(files)).sheets);
  const profile = findProfile(budget?.department.profile ?? "");
  if (budget === undefined || year === undefined || profile === undefined) throw new Error("the example");
  return { budget, year, profile, book: openBook(budget) };
}

it("a body's unanswered lights are those that the gate asks for, on whatever day the bureau looks", async () => {
  const readable = await unsaidYear();
  const [first = "", second = ""] = roundsOf(readable.budget, readable.profile);
  const days = ["2023-05-31", first, "2023-08-15", second, "2023-12-31"];
  const summaries = performanceSummaries(readable, days);
  const unanswered = days.map((day) => summaries[day]?.unanswered);
  const { lights } = openAnswersOf(
    { findings: [], counts: { error: 0, warning: 0, notice: 0 }, readable },
    "",
  );
  const asked = (round: string) => lights.filter(({ message }) => message.zh.startsWith(round)).length;
  expect(asked(first)).toBeGreaterThan(0);
  expect(unanswered).toEqual([0, asked(first), asked(first), asked(second), asked(second)]);
});
