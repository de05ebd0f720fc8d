import { relative, sep } from "node:path";
import { generateClient } from "../../packages/renderers/scripts/generate-client.ts";
import type { Generator } from "../generate.ts";

/** The script and the style of the web page, bundled. */
const generateHtmlClient: Generator = async (root) =>
  (await generateClient()).map(({ path, text }) => ({
    path: relative(root, path).split(sep).join("/"),
    text,
  }));
export default generateHtmlClient;
