import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { sampleDocument, sampleInspection } from "../testing/sample.ts";
import { renderPage } from "./page.ts";
import { describeInBrowser, measure } from "./testing/browser.ts";

const html = renderPage(sampleDocument(), sampleInspection());
const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axePath, "utf8"));
  const rules = { rules: { "target-size": { enabled: true } } };
  const found = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(rules)})`);
  const judged = found.passes.map(({ id }) => id);
  expect(judged).toEqual(expect.arrayContaining(["color-contrast", "target-size", "aria-allowed-role"]));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

describeInBrowser("the page in a browser", (open) => {
  it.each([360, 1280])(
    "has no accessibility violation at %i px, closed, asked and with all opened",
    async (width) => {
      const page = await open(html, width);
      expect(await violations(page)).toEqual([]);
      await page.locator("main p [data-figure]").first().click();
      expect(await violations(page)).toEqual([]);
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
      expect(await violations(page)).toEqual([]);
    },
  );

  it.each([360, 768, 1024, 1440])("never scrolls sideways as a whole at %i px", async (width) => {
    const long = "示例市经济技术开发区工作委员会老干部工作局档案管理中心";
    const page = await open(html.replaceAll("示例市档案局", long), width);
    const overflow = () => page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
    expect(await overflow()).toBe(0);
    await page.locator("main p [data-figure]").first().click();
    expect(await overflow()).toBe(0);
  });

  it("lets a wide table scroll inside its region on a phone", async () => {
    const page = await open(html, 360);
    const beyond = await measure<number>(
      page,
      "#table-02 [role=region]",
      "box.scrollWidth - box.clientWidth",
    );
    expect(beyond).toBeGreaterThan(400);
  });

  it("keeps the head of a long table in view while it scrolls", async () => {
    const page = await open(html, 1280);
    const region = "#table-05 [role=region]";
    await measure(page, region, "{ box.scrollTop = 900 }");
    const gap = await measure<number>(
      page,
      region,
      "box.querySelector('thead').getBoundingClientRect().top - box.getBoundingClientRect().top",
    );
    expect(Math.abs(gap)).toBeLessThan(2);
  });

  it("asks for nothing but itself and breaks none of its own rules", async () => {
    const page = await open(html, 1280);
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).protocol));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.reload();
    await page.locator("main p [data-figure]").first().click();
    await page.waitForTimeout(200);
    expect(asked.filter((protocol) => protocol !== "data:")).toEqual(["file:"]);
    expect(complaints).toEqual([]);
  });

  it("refuses a script that is not its own", async () => {
    const injected = html.replace("</main>", "<script>document.title = 'taken'</script></main>");
    const page = await open(injected, 1280);
    expect(await page.title()).toBe("示例市档案局2023年部门预算");
  });

  it("saves a table as CSV that no spreadsheet program takes for formulas", async () => {
    const page = await open(html, 1280);
    const waiting = page.waitForEvent("download");
    await page.locator("#table-05 .download").click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("公开表5 2023年部门一般公共预算财政拨款支出预算表.csv");
    const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
    expect(lines.slice(0, 4)).toEqual([
      "\ufeff功能分类科目,,2022年预算数,2023年预算数,增幅%",
      "科目编码,科目名称,,小计,",
      "合计,,56.00,175.00,213%",
      "2080501,第1项机关事业单位基本养老保险缴费支出,1.00,2.50,150%",
    ]);
    expect(lines[5]).toBe("2080503,'=1+1,1.00,2.50,150%");
  });

  it("folds the contents on a phone, opens them beside the document on a desktop", async () => {
    const shown = (page: Page) => page.locator("nav li").first().isVisible();
    expect(await shown(await open(html, 360))).toBe(false);
    expect(await shown(await open(html, 1280))).toBe(true);
  });

  it("prints wide tables on landscape pages, others upright, and no blank page", async () => {
    const page = await open(html, 1280);
    await page.locator("main p [data-figure]").first().click();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    const turned = sizes.map(([, width, height]) =>
      Number(width) > Number(height) ? "landscape" : "portrait",
    );
    const portrait = (count: number) => Array.from({ length: count }, () => "portrait");
    expect(turned.slice(0, 3)).toEqual(portrait(3));
    expect(turned.slice(-3)).toEqual(["portrait", "landscape", "portrait"]);
    expect(turned.length).toBeLessThan(9);
  });

  it("leaves navigation, panel and buttons off the paper", async () => {
    const page = await open(html, 1280);
    await page.locator("main p [data-figure]").first().click();
    await page.emulateMedia({ media: "print" });
    for (const part of ["nav", "dialog", ".download", ".hint", ".skip"])
      expect(await page.locator(part).first().isVisible(), part).toBe(false);
    expect(await page.locator("#table-05 caption").isVisible()).toBe(true);
  });
});
