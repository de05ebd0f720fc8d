import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import type { Grid } from "@mingzhang/core";
import { afterAll, describe, expect, test } from "vitest";
import { sampleDocument } from "../testing/sample.ts";
import { writeWorkbook } from "../workbook/index.ts";
import { xlsxRenderer } from "./index.ts";
import { placeCells } from "./placing.ts";

const isInstalled = spawnSync("soffice", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "mingzhang-xlsx-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** LibreOffice trusts the cached values of a file unless it is told to calculate always. */
const ALWAYS_CALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** Every sheet as it shows on screen after LibreOffice has calculated it anew, by sheet name. */
function shownSheets(name: string, bytes: Uint8Array): (sheet: string) => string[][] {
  mkdirSync(join(folder, "profile", "user"), { recursive: true });
  writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), ALWAYS_CALCULATE);
  writeFileSync(join(folder, `${name}.xlsx`), bytes);
  const allSheetsAsShown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1";
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync(
    "soffice",
    [
      profile,
      "--headless",
      "--convert-to",
      allSheetsAsShown,
      "--outdir",
      folder,
      join(folder, `${name}.xlsx`),
    ],
    { stdio: "ignore", timeout: 120_000 },
  );
  return (sheet) => {
    const text = readFileSync(join(folder, `${name}-${sheet}.csv`), "utf8");
    const book = read(text, { type: "string", raw: true });
    return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, {
      header: 1,
      defval: "",
    });
  };
}

describe.skipIf(!isInstalled)("in LibreOffice (skipped where soffice is not installed)", () => {
  test("formulas are calculated anew, so that the next test can fail", async () => {
    const rows = [{ cells: [{ value: { formula: "1+1", cached: { number: "7" } } }] }];
    const bytes = await writeWorkbook({ styles: {}, sheets: [{ name: "control", rows }] });
    expect(shownSheets("control", bytes)("control")).toEqual([["2"]]);
  }, 180_000);

  test("every cell shows its printed text after calculating", async () => {
    const document = sampleDocument();
    const { bytes } = await xlsxRenderer.render({ document });
    const shown = shownSheets("sample", bytes);
    const grids = document.blocks.filter((block): block is Grid => block.type === "grid");
    for (const grid of grids) {
      const rows = shown(grid.shortName ?? "");
      for (const { cell, row, column } of placeCells(grid))
        expect(rows[row + 3]?.[column] ?? "").toBe(cell.text);
    }
    expect(grids).toHaveLength(3);
  }, 180_000);
});
