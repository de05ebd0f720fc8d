import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LEDGER_SHEET, type RawSheet } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { expect, test } from "vitest";
import { writeWorkbook } from "../workbook/index.ts";
import { entryWorkbook } from "./entry-sheets.ts";
import type { EntryRecord } from "./records.ts";

const isInstalled = spawnSync("soffice", ["--version"]).status === 0;

/** LibreOffice trusts the stored results of a file unless it is told to calculate always. */
const ALWAYS_CALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

async function savedByLibreOffice(bytes: Uint8Array): Promise<readonly RawSheet[]> {
  const folder = mkdtempSync(join(tmpdir(), "mingzhang-entry-"));
  try {
    mkdirSync(join(folder, "profile", "user"), { recursive: true });
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), ALWAYS_CALCULATE);
    writeFileSync(join(folder, "entry.xlsx"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const convert = [profile, "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "saved")];
    execFileSync("soffice", [...convert, join(folder, "entry.xlsx")], { stdio: "ignore", timeout: 150_000 });
    const saved = readFileSync(join(folder, "saved", "entry.xlsx"));
    return (await readLedger([{ name: "entry.xlsx", bytes: saved }])).sheets;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.skipIf(!isInstalled)(
  "a spreadsheet program fills in the government economic code by the unit's type (skipped without soffice)",
  async () => {
    const line = (unit: string, code: string): EntryRecord => ({
      year: "2023",
      unit,
      department_economic: code,
    });
    const units = [
      { unit: "organ", type: "administrative" },
      { unit: "institution", type: "public-welfare-1" },
    ];
    const ledger = [line("organ", "30203"), line("institution", "30203"), line("nobody", "30203")];
    const book = entryWorkbook(
      new Map<string, EntryRecord[]>([
        ["units", units],
        ["ledger", ledger],
      ]),
      2023,
    );
    const sheets = await savedByLibreOffice(await writeWorkbook(book));
    const rows = sheets.find(({ name }) => name === LEDGER_SHEET.title)?.rows ?? [];
    const column = rows[1]?.findIndex(({ text }) => text === "政府经济分类编码") ?? -1;
    expect(rows.slice(2, 6).map((row) => row[column]?.text)).toEqual([
      "50205 委托业务费",
      "50502 商品和服务支出",
      "",
      "",
    ]);
  },
  180_000,
);
