import { utils, type WorkSheet, write } from "@e965/xlsx";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { docxRenderer } from "../../../renderers/src/docx/index.ts";
import { htmlRenderer } from "../../../renderers/src/html/index.ts";
import { sampleDocument } from "../../../renderers/src/testing/sample.ts";
import { table, text } from "../pdf/testing/draw.ts";
import { makePdf } from "../pdf/testing/makePdf.ts";
import { readDocuments } from "../read-document.ts";
import { mutate, randomNumbers } from "../testing/mutate.ts";

const ROWS = [
  ["科目编码", "科目名称", "合计"],
  ["208", "社会保障和就业支出", "1,234.50"],
  ["20805", "行政事业单位养老支出", "234.50"],
];
const files: Record<string, Uint8Array> = {};

function workbook(bookType: "xlsx" | "xlsb" | "biff8" | "ods"): Uint8Array {
  const sheet: WorkSheet = utils.aoa_to_sheet(ROWS);
  return new Uint8Array(write({ SheetNames: ["表"], Sheets: { 表: sheet } }, { type: "array", bookType }));
}

beforeAll(async () => {
  const document = sampleDocument();
  files.docx = (await docxRenderer.render({ document })).bytes;
  files.html = (await htmlRenderer.render({ document })).bytes;
  files.txt = new TextEncoder().encode(ROWS.map((row) => row.join("\t")).join("\n"));
  files.pdf = makePdf([
    {
      content: `${text(200, 760, "收支总表")}${table({ left: 60, top: 740, widths: [80, 160, 80], rows: ROWS })}`,
    },
  ]);
  for (const type of ["xlsx", "xlsb", "biff8", "ods"] as const) files[type] = workbook(type);
  files.zip = zipSync({ "a.xlsx": files.xlsx ?? new Uint8Array(), "b.txt": files.txt });
});

describe.each(["pdf", "xlsx", "xlsb", "biff8", "ods", "docx", "html", "txt", "zip"])(
  "a broken %s",
  (format) => {
    test("is read or refused, and never throws", async () => {
      const random = randomNumbers(20_26);
      for (let turn = 0; turn < 25; turn++) {
        const bytes = mutate(files[format] ?? new Uint8Array(), random);
        const { documents, findings } = await readDocuments([{ name: `x.${format}`, bytes }]);
        expect(documents.length + findings.length, `turn ${turn}`).toBeGreaterThan(0);
      }
    });
  },
);
