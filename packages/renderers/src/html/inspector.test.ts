import type { Inspection } from "@mingzhang/core";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { sampleDocument, sampleInspection } from "../testing/sample.ts";
import { renderPage } from "./page.ts";
import { describeInBrowser, measure } from "./testing/browser.ts";

const html = renderPage(sampleDocument(), sampleInspection());

const focused = (page: Page) => page.evaluate<string>("document.activeElement.textContent");
const panel = (page: Page) => page.getByRole("dialog");
const inSentence = (page: Page) => page.locator("main p [data-figure]").first();
const inTable = (page: Page) => page.locator("table [data-figure]", { hasText: "175.00" });

describeInBrowser("the inspector", (open) => {
  it("opens on a click, takes the focus and shows what stands behind the figure", async () => {
    const page = await open(html, 1280);
    await inSentence(page).click();
    expect(await focused(page)).toBe("2023年 一般公共预算财政拨款 支出 合计：300.32 万元");
    const text = await panel(page).textContent();
    expect(text).toContain("3003200.00 元");
    expect(text).toContain("出处（2 处）");
    expect(text).toContain("+20805012.50");
    expect(text).toContain("=合计300.32 万元");
    expect(text).toContain("合计50000.00");
  });

  it.each(["Enter", " "])(
    "opens with the key %j, closes with Escape and gives the focus back",
    async (key) => {
      const page = await open(html, 1280);
      await inSentence(page).focus();
      await page.keyboard.press(key);
      expect(await panel(page).isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      expect(await panel(page).isVisible()).toBe(false);
      expect(await focused(page)).toBe("300.32");
      expect(await page.locator("main .same").count()).toBe(0);
    },
  );

  it("marks the figure wherever it is printed", async () => {
    const page = await open(html, 1280);
    await inSentence(page).click();
    expect(await page.locator("main .same").allTextContents()).toEqual(["300.32", "175.00"]);
    expect(await page.locator("main .asked").allTextContents()).toEqual(["300.32"]);
  });

  it.each([360, 1280])(
    "leads to another place of the figure and puts the focus there, at %i px",
    async (width) => {
      const page = await open(html, width);
      await inSentence(page).click();
      await panel(page).getByRole("link", { name: "表五 合计 小计" }).click();
      expect(await focused(page)).toBe("175.00");
      const on = await measure<boolean>(
        page,
        "main .asked",
        "{ const { left, top, width, height } = box.getBoundingClientRect();" +
          " return document.elementFromPoint(left + width / 2, top + height / 2) === box }",
      );
      expect(on, "nothing covers it").toBe(true);
      await page.keyboard.press("Escape");
      expect(await focused(page), "the reader's place is kept").toBe("175.00");
    },
  );

  it("asks about a part and comes back", async () => {
    const page = await open(html, 1280);
    await inTable(page).click();
    await panel(page).getByRole("button", { name: "2080501" }).click();
    expect(await focused(page)).toContain("2080501 小计");
    await panel(page).getByRole("button", { name: "返回" }).click();
    expect(await focused(page)).toContain("300.32 万元");
    await panel(page).getByRole("button", { name: "关闭" }).click();
    expect(await focused(page)).toBe("175.00");
  });

  it("moves between a table's figures with the arrow keys, from one tab stop", async () => {
    const page = await open(html, 1280);
    expect(await page.locator("#table-05 [data-figure][tabindex='0']").count()).toBe(1);
    await inTable(page).focus();
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("2.50");
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe("175.00");
    expect(await page.locator("#table-05 [data-figure][tabindex='0']").count()).toBe(1);
  });

  it("shows the first two hundred lines, then more, and their exact total at once", async () => {
    const page = await open(renderPage(sampleDocument(), manyLines(450)), 1280);
    await inSentence(page).click();
    const rows = panel(page).locator(".line-table tbody tr");
    expect(await rows.count()).toBe(200);
    expect(await panel(page).locator("h3", { hasText: "450 行" }).count()).toBe(1);
    expect(await panel(page).locator(".line-table tfoot").textContent()).toContain("45.00");
    await panel(page).getByRole("button", { name: "再显示 200 行（还有 250 行）" }).click();
    expect(await panel(page).getByRole("status").textContent()).toBe("已显示 400 行，共 450 行");
    await panel(page).getByRole("button", { name: "再显示 50 行" }).click();
    expect(await rows.count()).toBe(450);
    expect(await panel(page).locator(".more").isVisible()).toBe(false);
  });

  it("says once what all lines share", async () => {
    const page = await open(html, 1280);
    await inSentence(page).click();
    expect(await panel(page).locator(".common").textContent()).toContain("general-public");
    expect(await panel(page).locator(".line-table thead th").allTextContents()).toEqual([
      "功能分类",
      "金额（元）",
    ]);
  });
});

function manyLines(count: number): Inspection {
  const { figures, lines } = sampleInspection();
  const rows = Array.from({ length: count }, (_, index) => ["general-public", `${2010000 + index}`, "0.10"]);
  return { figures, lines: { ...lines, rows } };
}
