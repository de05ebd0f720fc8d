import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { look } from "./testing/look.ts";
import { buildPages, CHROMIUM, ServedWorkspace } from "./testing/served.ts";
import { approveBudget, Caller, exampleYear } from "./testing/year-setup.ts";

const PHONE = { width: 390, height: 844 };
const ACCOUNTS = ["editor", "head", "bureau", "publisher", "confidentiality", "administrator"] as const;
type Account = (typeof ACCOUNTS)[number];

/** What reaches out of the screen and does not scroll in a frame of its own; the page itself is no such frame. */
const TOO_WIDE = `(() => {
  const scrolls = (element) => element !== null && element.id !== "content" &&
    (["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement))
    .map((element) => element.outerHTML.slice(0, 160));
})()`;
const WIDTH = `Math.max(document.scrollingElement.scrollWidth, document.querySelector("#content").scrollWidth)`;

describe.skipIf(!existsSync(CHROMIUM))(`pages on a phone (needs ${CHROMIUM})`, { timeout: 300_000 }, () => {
  const served = new ServedWorkspace();
  const pages = new Map<Account, Page>();
  let budget = "";
  let body = "";

  beforeAll(async () => {
    buildPages();
    await served.open();
    const signedIn = async (account: Account) => [account, await Caller.signIn(served, account)] as const;
    const callers = Object.fromEntries(await Promise.all(ACCOUNTS.map(signedIn))) as Record<Account, Caller>;
    const { budgets } = await callers.editor.call("budgets", { query: { year: 2023 } });
    [budget, body] = [budgets[0]?.id ?? "", budgets[0]?.bodyId ?? ""];
    await approveBudget(budget, callers);
    await callers.editor.call("importWorkbook", { params: { budget }, files: exampleYear(() => false) });
    for (const account of ACCOUNTS) {
      const page = await served.browser(callers[account].cookie);
      await page.setViewportSize(PHONE);
      pages.set(account, page);
    }
  });
  afterAll(async () => {
    await served.close();
  });

  const fits = async (page: Page, name: string) => {
    await page.getByText(/^(正在载入|Loading)/).waitFor({ state: "hidden" });
    await look(page, `phone-${name}`);
    expect(await page.evaluate(TOO_WIDE), name).toEqual([]);
    expect(await page.evaluate(WIDTH), name).toBeLessThanOrEqual(PHONE.width);
  };
  const otherLanguage = (page: Page) => page.getByRole("button", { name: /^(English|中文)$/ }).click();

  it.each([
    ["head", "budgets"],
    ["head", "budgets/:budget/entry"],
    ["head", "budgets/:budget/preview"],
    ["head", "budgets/:budget/review"],
    ["head", "budgets/:budget/versions"],
    ["head", "budgets/:budget/charts"],
    ["head", "budgets/:budget/history"],
    ["editor", "budgets/:budget/year/targets"],
    ["editor", "budgets/:budget/year/records"],
    ["editor", "budgets/:budget/year/record"],
    ["editor", "budgets/:budget/year/money"],
    ["head", "budgets/:budget/year/monitoring"],
    ["head", "budgets/:budget/year/evaluation"],
    ["publisher", "budgets/:budget/review"],
    ["bureau", "console"],
    ["bureau", "console/ceilings/2023"],
    ["bureau", "console/:body/2023/budget"],
    ["bureau", "performance"],
    ["administrator", "people"],
    ["administrator", "bodies"],
    ["head", "account"],
  ] satisfies readonly (readonly [Account, string])[])(
    "%s: /%s is no wider than the screen",
    async (account, path) => {
      const page = pages.get(account) as Page;
      const address = path.replace(":budget", budget).replace(":body", body);
      await page.goto(`${served.address}/${address}`);
      await page.locator("h1").first().waitFor();
      if (["console", "performance"].includes(path)) {
        const year = page.getByRole("spinbutton");
        await year.fill("2023");
        await year.press("Enter");
      }
      const name = `${account}-${path.replaceAll(/[/:]+/g, "-")}`;
      await fits(page, name);
      await otherLanguage(page);
      await fits(page, `${name}-other-language`);
      await otherLanguage(page);
    },
  );

  it("a comment and a step fit on the screen, too", async () => {
    const page = pages.get("bureau") as Page;
    await page.goto(`${served.address}/budgets/${budget}/year/money`);
    await page.locator('[data-row="0"][data-column="0"]').click();
    await page.keyboard.press("Shift+F2");
    await page.locator(".ant-drawer-open").getByRole("button", { name: "提意见" }).click();
    await page.getByRole("dialog").getByLabel("意见").fill("请附银行回单。");
    await fits(page, "comment");
    const head = pages.get("head") as Page;
    await head.goto(`${served.address}/budgets/${budget}/review`);
    await head.getByRole("button", { name: "退回" }).click();
    await head.getByRole("dialog").getByLabel("理由").waitFor();
    await fits(head, "step");
    expect(served.faults).toEqual([]);
  });
});
