import { expect, it } from "vitest";
import { ENTRY_SHEETS } from "./schema.ts";

it("sheets, and the columns of a sheet, are told apart by their English titles as by their Chinese ones", () => {
  const told = (titles: readonly { readonly title: string; readonly english: string }[]) => {
    expect(titles.filter(({ english }) => !/^[A-Z][\w ,.'’()%-]+$/.test(english))).toEqual([]);
    expect(new Set(titles.map(({ english }) => english)).size).toBe(
      new Set(titles.map(({ title }) => title)).size,
    );
  };
  told(ENTRY_SHEETS);
  for (const { columns } of ENTRY_SHEETS) told(columns);
});
