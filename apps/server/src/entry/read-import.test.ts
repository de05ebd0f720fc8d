import { describe, expect, it } from "vitest";
import { readImport } from "./read-import.ts";

const csv = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const NOTES = csv("notes.csv", "note\n一切正常\n");

describe("reading what is imported", () => {
  it("gives the rows of each sheet, however many are read at once", async () => {
    const readings = await Promise.all(Array.from({ length: 5 }, () => readImport({ files: [NOTES] })));
    for (const { records, findings } of readings) {
      expect(records.get("notes")).toEqual([{ note: "一切正常" }]);
      expect(findings).toEqual([]);
    }
  });

  it("leaves out the rows that a blank form was prepared with", async () => {
    const rows = "indicator,actual\n查阅人次,\n数字化档案数量,3\n";
    const { records } = await readImport({ files: [csv("progress.csv", rows)] });
    expect(records.get("progress")).toEqual([{ indicator: "数字化档案数量", actual: "3" }]);
  });

  it.each([
    ["用时太长", { seconds: 0.001 }, NOTES],
    ["太大", { megabytes: 24 }, csv("大表.csv", `note\n${"一,二,三,四,五,六,七,八\n".repeat(400_000)}`)],
  ])(
    "is given up where it takes too much, with one sentence that says what to do: %s",
    async (reason, limits, file) => {
      const refusal = await readImport({ files: [file] }, limits).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: "invalid" });
      const { zh, en } = (refusal as { text: { zh: string; en: string } }).text;
      expect(zh).toContain(reason);
      expect(zh).toContain(file.name);
      expect(en).toContain(file.name);
      expect((await readImport({ files: [NOTES] })).records.get("notes")).toHaveLength(1);
    },
  );
});
