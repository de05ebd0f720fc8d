import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { smallPng } from "./small-png.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
/** A folder for pictures of the pages: to be looked at, and for the guide. */
const pictures = process.env.WEB_PICTURES;

export type Look = (page: Page, name: string) => Promise<void>;

/** Looks at a page as it stands: nobody is shut out by WCAG 2.2 AA, and a picture where they are wanted. */
export const look: Look = async (page, name) => {
  if (pictures !== undefined) {
    await mkdir(pictures, { recursive: true });
    await writeFile(join(pictures, `${name}.png`), smallPng(await page.screenshot({ scale: "css" })));
  }
  expect(await violations(page), name).toEqual([]);
};

/** Where the same pages were looked at already. */
export const passBy: Look = async () => undefined;

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(axePath, "utf8"));
  const options = {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    iframes: false,
  };
  const found = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return found.violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => node.html.slice(0, 200));
    return `${id}: ${places.join(" ")}`;
  });
}
