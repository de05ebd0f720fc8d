import { z } from "zod";
import { Id, Instant, Year } from "../common.ts";
import { defineRoute } from "../route.ts";

const Document = z.enum(["budget", "accounts"]);

export const CheckSheets = z.object({
  id: Id,
  year: Year,
  document: Document,
  /** How many bodies it is about. */
  bodies: z.int(),
  at: Instant,
  personName: z.string(),
  /** Its progress: `job`. */
  job: Id,
  /** Whether the file can be downloaded. */
  made: z.boolean(),
});
export type CheckSheets = z.infer<typeof CheckSheets>;

/** The check sheets of all bodies in one workbook, made in the background. */
export const CHECK_SHEETS_ROUTES = {
  makeCheckSheets: defineRoute({
    method: "POST",
    path: "/api/check-sheets",
    access: "read-pack",
    doc: {
      zh: "汇总能看的全部机构一年的检查表（后台生成一个 XLSX：汇总一张、问题一张、每个机构一张）；进度用 job 看。",
      en: "Sum up the check sheets of all bodies whose packs one may read: one XLSX with a summary, all problems and a sheet a body, made in the background; `job` tells its progress.",
    },
    body: z.strictObject({ year: Year, document: Document }),
    response: CheckSheets,
  }),
  checkSheets: defineRoute({
    method: "GET",
    path: "/api/check-sheets",
    access: "signed-in",
    doc: {
      zh: "生成过的检查表汇总，新的在前；须能看其中每个机构的材料。",
      en: "Those that were made, newest first; needs read-pack on every body in them.",
    },
    query: z.object({ year: z.coerce.number().pipe(Year) }),
    response: z.object({ checkSheets: z.array(CheckSheets) }),
  }),
  checkSheetsFile: defineRoute({
    method: "GET",
    path: "/api/check-sheets/:checkSheets/check-sheets.xlsx",
    access: "signed-in",
    doc: { zh: "下载检查表汇总。", en: "Download one." },
    params: z.object({ checkSheets: Id }),
    download: true,
  }),
};
