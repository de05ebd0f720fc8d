import { utils, write } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readWorkbookSheets } from "./workbook.ts";

test("a hidden sheet of an ods file, as LibreOffice writes it, is marked", async () => {
  const sheets = { 明细: utils.aoa_to_sheet([["a"]]), 隐藏: utils.aoa_to_sheet([["b"]]) };
  const entries = unzipSync(
    new Uint8Array(
      write({ SheetNames: Object.keys(sheets), Sheets: sheets }, { type: "buffer", bookType: "ods" }),
    ),
  );
  const style = (name: string, display: boolean) =>
    `<style:style style:name="${name}" style:family="table" style:master-page-name="x"><style:table-properties table:display="${display}" style:writing-mode="lr-tb"/></style:style>`;
  const content = new TextDecoder()
    .decode(entries["content.xml"])
    .replace(/<office:automatic-styles>/, `$&${style("shown", true)}${style("gone", false)}`)
    .replace(/table:name="明细"( table:style-name="[^"]*")?/, 'table:name="明细" table:style-name="shown"')
    .replace(/table:name="隐藏"( table:style-name="[^"]*")?/, 'table:name="隐藏" table:style-name="gone"');
  const bytes = zipSync({ ...entries, "content.xml": strToU8(content) });
  const read = await readWorkbookSheets(bytes, "a.ods");
  expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["明细", undefined],
    ["隐藏", true],
  ]);
});
