import type { PageData } from "../page-data.ts";

let data: PageData | undefined;

/** The page's data block, parsed when a figure is first asked about. */
export function pageData(): PageData {
  data ??= JSON.parse(document.getElementById("mz-data")?.textContent ?? "") as PageData;
  return data;
}
