import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe } from "vitest";

const executablePath = "/usr/bin/chromium";
const quiet = ["background-networking", "component-update", "sync"].map((name) => `--disable-${name}`);
const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", ...quiet];

/** Opens a page of this text, from disk, in a window of this width. */
export type Open = (html: string, width: number) => Promise<Page>;

/** What an expression over `box`, the first element of the selector, gives in the page. */
export function measure<Result>(page: Page, selector: string, expression: string): Promise<Result> {
  return page.evaluate<Result>(`(box => ${expression})(document.querySelector(${JSON.stringify(selector)}))`);
}

/** Tests in a real browser; without one they are skipped and say so. */
export function describeInBrowser(name: string, tests: (open: Open) => void): void {
  describe.skipIf(!existsSync(executablePath))(`${name} (needs ${executablePath})`, () => {
    let browser: Browser;
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "page-"));
      browser = await chromium.launch({ executablePath, args });
    });
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
    });
    afterAll(async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    });
    tests(async (html, width) => {
      const file = join(folder, "page.html");
      await writeFile(file, html);
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.goto(pathToFileURL(file).href);
      return page;
    });
  });
}
