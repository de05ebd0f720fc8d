import type { Generator } from "../generate.ts";
import { commandLinePage } from "../reference/command-line.ts";
import { narrativePage } from "../reference/narrative.ts";
import { profilesPage } from "../reference/profiles.ts";
import { tablesPage } from "../reference/tables.ts";
import { workbookPage } from "../reference/workbook.ts";

/** The reference pages: what the definitions say, in words. */
const generateReference: Generator = async () => [
  { path: "docs/reference/command-line.md", text: await commandLinePage() },
  { path: "docs/reference/narrative.md", text: narrativePage() },
  { path: "docs/reference/profiles.md", text: profilesPage() },
  { path: "docs/reference/tables.md", text: tablesPage() },
  { path: "docs/reference/workbook.md", text: workbookPage() },
];
export default generateReference;
