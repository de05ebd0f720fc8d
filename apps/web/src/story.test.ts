import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, ServedWorkspace, violations } from "./testing/served.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
/** A folder for pictures of the pages, to be looked at. */
const pictures = process.env.WEB_PICTURES;

describe.skipIf(!existsSync(CHROMIUM))(
  `the story in a browser (needs ${CHROMIUM})`,
  { timeout: 180_000 },
  () => {
    const served = new ServedWorkspace();
    let axe = "";
    beforeAll(async () => {
      axe = await readFile(axePath, "utf8");
      await served.open();
    });
    afterAll(async () => {
      await served.close();
    });

    /** Looks at a page as it stands: nobody is shut out, and a picture where they are wanted. */
    const look = async (page: Page, name: string) => {
      if (pictures !== undefined) {
        await mkdir(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `${name}.png`) });
      }
      expect(await violations(page, axe), name).toEqual([]);
    };
    const openBudget = async (page: Page) => {
      await page.getByRole("table").getByRole("link").first().click();
      await page.getByRole("grid").waitFor();
    };
    const tab = (page: Page, name: string) =>
      page.getByRole("navigation", { name: "这套预算" }).getByRole("link", { name }).click();
    const cell = (page: Page, row: number, column: number) =>
      page.locator(`[data-row="${row}"][data-column="${column}"]`);
    const saved = (page: Page) => page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
    const pages = new Map<string, Page>();
    /** Everybody signs in once; the list of budgets is where each begins. */
    const as = async (account: string, password?: string): Promise<Page> => {
      const page = pages.get(account) ?? (await served.signIn(account, password));
      pages.set(account, page);
      await page.getByRole("link", { name: "预算", exact: true }).click();
      await page.getByRole("heading", { name: "预算", exact: true }).waitFor();
      return page;
    };
    /** A step from the review tab; `fill` completes its dialog. */
    const step = async (account: string, name: string, fill?: (page: Page) => Promise<void>) => {
      const page = await as(account);
      await openBudget(page);
      await tab(page, "审核");
      await page.getByRole("button", { name, exact: true }).click();
      const dialog = page.getByRole("dialog");
      await fill?.(page);
      await dialog.getByRole("button", { name, exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
      return page;
    };

    /** The web page that was published. */
    const publishedPage = async (page: Page): Promise<string> => {
      const answer = await page.request.get(`${served.address}/api/publications?year=2023`);
      const [publication] = (await answer.json()).publications;
      const { path } = publication.files.find((file: { path: string }) => file.path.endsWith(".html"));
      const address = `${served.address}/api/publications/${publication.id}/file?path=${encodeURIComponent(path)}`;
      return (await page.request.get(address)).text();
    };
    const openConsole = async (): Promise<Page> => {
      const page = await as("bureau");
      await page.getByRole("link", { name: "公开台账" }).click();
      await page.getByLabel("年度").fill("2023");
      await page.getByLabel("年度").press("Enter");
      await page.getByText("编审中").or(page.getByText("已公开")).last().waitFor();
      return page;
    };
    const setCeiling = async (amount: string): Promise<Page> => {
      const page = await openConsole();
      await page.getByRole("button", { name: "设控制数" }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("支出总额").fill(amount);
      await dialog.getByRole("button", { name: "保存" }).click();
      await dialog.waitFor({ state: "hidden" });
      return page;
    };

    it("begins with an administrator, a one-time password and a page that has nothing to show yet", async () => {
      const door = await served.browser();
      await door.getByRole("button", { name: "登录" }).waitFor();
      await look(door, "sign-in");
      await door.getByRole("button", { name: "English" }).click();
      await look(door, "sign-in-en");
      const page = await served.signIn("administrator");
      await page.getByRole("button", { name: "新增人员" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("账号").fill("newcomer");
      await dialog.getByLabel("姓名").fill("新来的");
      await dialog.getByLabel("机构").fill("老干部局");
      await dialog.getByLabel("机构").press("Enter");
      await dialog.getByLabel("角色").press("Enter");
      await dialog.getByLabel("角色").press("Enter");
      await dialog.getByRole("button", { name: "保存" }).click();
      const password = await page.locator("code.one-time").textContent();
      await look(page, "people");
      await page.locator(".ant-modal-close").click();
      await page.getByRole("link", { name: "机构" }).click();
      await page.getByRole("heading", { name: "机构" }).waitFor();
      await look(page, "bodies");

      const newcomer = await served.signIn("newcomer", password ?? "");
      pages.set("newcomer", newcomer);
      await look(newcomer, "password");
      await newcomer.getByLabel("现在的密码").fill(password ?? "");
      await newcomer.getByLabel("新密码", { exact: true }).fill("long enough 1 phrase");
      await newcomer.getByLabel("再输入一次新密码").fill("long enough 1 phrase");
      await newcomer.getByRole("button", { name: "保存" }).click();
      await newcomer.getByRole("link", { name: "我的账号" }).click();
      await newcomer.getByRole("heading", { name: "动态口令" }).waitFor();
      await look(newcomer, "account");
    });

    it("lets an accountant work as in a spreadsheet, and checks each edit", async () => {
      const page = await as("editor");
      await look(page, "budgets");
      await openBudget(page);
      await page.getByText("没有发现问题").waitFor();
      const amount = cell(page, 0, 11);
      await cell(page, 0, 0).click();
      await page.keyboard.press("End");
      const before = await amount.textContent();
      await page.keyboard.type("abc");
      await page.keyboard.press("Enter");
      await saved(page);
      await page.locator(".finding-error").first().waitFor();
      expect(await amount.getAttribute("class")).toContain("mark-error");
      await look(page, "entry-error");
      await page.keyboard.press("Control+z");
      await page.getByText("没有发现问题").waitFor();
      expect(await amount.textContent()).toBe(before);

      await cell(page, 0, 7).scrollIntoViewIfNeeded();
      await cell(page, 0, 7).click();
      await page.keyboard.type("bgf");
      await page.getByRole("option").first().waitFor();
      await look(page, "entry-list");
      await page.keyboard.press("Enter");
      expect(await cell(page, 0, 7).textContent()).toContain("30201");
      expect(await cell(page, 0, 8).textContent()).toContain("50201");
      await page.getByRole("button", { name: "撤销" }).click();
      await saved(page);

      await cell(page, 0, 7).click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("Control+ArrowDown");
      const rows = await page.getByRole("grid").getAttribute("aria-rowcount");
      await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "2023\\torgan\\n2023\\torgan\\n2023\\torgan\\n");
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    })()`);
      await expect
        .poll(() => page.getByRole("grid").getAttribute("aria-rowcount"))
        .toBe(String(Number(rows) + 2));
      await page.getByRole("button", { name: "撤销" }).click();
      await expect.poll(() => page.getByRole("grid").getAttribute("aria-rowcount")).toBe(rows);
      await saved(page);
      await page.getByText("没有发现问题").waitFor();
    });

    it("shows others' edits at once, keeps edits without a connection, and overwrites nothing unseen", async () => {
      const [one, other] = [await as("editor"), await as("newcomer")];
      for (const page of [one, other]) {
        await openBudget(page);
        await page.getByRole("button", { name: "项目 3" }).click();
        await page.getByRole("grid", { name: "项目" }).waitFor();
      }
      const last = 2;
      const type = async (page: Page, text: string) => {
        await cell(page, 0, last).click();
        await page.keyboard.type(text);
        await page.keyboard.press("Enter");
      };
      const before = (await cell(one, 0, last).textContent()) ?? "";
      await type(one, "甲写的");
      await expect.poll(() => cell(other, 0, last).textContent()).toContain("甲写的");
      await other.context().setOffline(true);
      await type(other, "乙写的");
      await other.getByText("连不上服务器").waitFor();
      await type(one, "甲又写");
      await saved(one);
      await other.context().setOffline(false);
      await other.getByText("与别人的改动冲突").waitFor();
      await other.getByText("我的：乙写的").waitFor();
      await look(other, "conflict");
      await other.getByRole("button", { name: "用我的" }).click();
      await expect.poll(() => cell(one, 0, last).textContent()).toContain("乙写的");
      await type(one, before);
      await saved(one);
    });

    it("shows the disclosure, and where each figure comes from", async () => {
      const page = await as("editor");
      await openBudget(page);
      await tab(page, "预览");
      const frame = page.frameLocator("iframe");
      await page.getByText("使各处加总成立。").waitFor();
      await look(page, "preview");
      await frame.locator("p [data-figure]").first().click();
      await page.getByText("这个数从哪里来").waitFor();
      await page.getByText("精确值").waitFor();
      await look(page, "figure");
      await page.getByRole("button", { name: "对这个数提意见" }).click();
      await page.getByRole("dialog").getByLabel("意见").fill("请核对");
      await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
      await page.locator(".ant-drawer-close").click();
      await tab(page, "审核 (1)");
      await page.getByRole("button", { name: "标为已解决" }).click();
      await page.getByText("已解决", { exact: false }).first().waitFor();
      await tab(page, "修改记录");
      await page.getByRole("cell", { name: "甲又写" }).first().waitFor();
      await look(page, "history");
    });

    it("goes through ceilings, signatures and a return to the approval", async () => {
      await step("editor", "提交审核");
      await step("head", "审核签字");
      await step("bureau", "收取一上");
      await look(await setCeiling("100"), "console");
      await step("bureau", "下达控制数（一下）");

      const editor = await as("editor");
      await openBudget(editor);
      await editor.getByText("超出").waitFor();
      await tab(editor, "审核");
      await editor.getByRole("button", { name: "提交审核" }).click();
      await editor.getByRole("dialog").getByRole("button", { name: "提交审核" }).click();
      await editor.getByText("还不能办理").waitFor();
      await look(editor, "blocked");
      await editor.getByRole("dialog").getByRole("button", { name: "取消" }).click();
      await editor.getByRole("dialog").waitFor({ state: "hidden" });
      await setCeiling("999,999,999");

      await step("editor", "提交审核");
      await step("head", "审核签字");
      await step("bureau", "退回", (page) => page.getByLabel("理由").fill("请说明接待费"));
      await step("editor", "提交审核");
      await step("head", "审核签字");
      const approving = await step("bureau", "批复（二下）", async (page) => {
        await page.getByLabel("批复日期").fill("2023-02-10");
        await page.getByLabel("批复日期").press("Enter");
      });
      await approving.getByText("请说明接待费").waitFor();
      await look(approving, "review");
      await approving.getByRole("button", { name: "English" }).click();
      await look(approving, "review-en");
      await approving.getByRole("button", { name: "中文" }).click();
    });

    it("is cleared, published with its files, corrected, and compared with what was published", async () => {
      await step("confidentiality", "保密审查通过", (page) =>
        page.getByText("扫描没有发现").or(page.getByText("逐项看过")).waitFor(),
      );
      const page = await step("publisher", "公开");
      await page.getByRole("link", { name: "下载全部（含清单）" }).waitFor({ timeout: 60_000 });
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "下载全部（含清单）" }).click(),
      ]);
      expect(String((await readFile(await download.path())).subarray(0, 2))).toBe("PK");
      await look(page, "published");
      const editor = await step("editor", "更正", (at) => at.getByLabel("理由").fill("金额有误"));
      await tab(editor, "填报");
      await editor.getByRole("button", { name: "加一行" }).waitFor();
      await editor.getByRole("button", { name: /^预算明细/ }).click();
      await editor.getByRole("grid", { name: "预算明细" }).waitFor();
      await cell(editor, 0, 0).click();
      await editor.keyboard.press("End");
      await editor.keyboard.type("1.00");
      await editor.keyboard.press("Enter");
      await saved(editor);
      await tab(editor, "版本对比");
      await editor.locator(".changed-row").first().waitFor();
      // The amount is in tables and their totals.
      expect(await editor.locator(".changed-row").count()).toBeGreaterThan(5);
      await look(editor, "versions");
      await editor.getByRole("button", { name: "English" }).click();
      await look(editor, "versions-en");
      await editor.getByRole("link", { name: "Entry" }).click();
      await editor.getByRole("grid").waitFor();
      await look(editor, "entry-en");
    });

    it("ends with a pack made elsewhere whose findings are tracked", async () => {
      const page = await openConsole();
      await page.getByRole("table").getByRole("link").first().click();
      await page.getByText("还没有上传").waitFor();
      const text = await publishedPage(page);
      await page.locator("input[type=file]").setInputFiles({
        name: "预算.html",
        mimeType: "text/html",
        buffer: Buffer.from(text.replace("300.32", "300.23")),
      });
      await page.getByRole("link", { name: "下载检查表" }).waitFor({ timeout: 60_000 });
      await look(page, "pack");
      await page.getByRole("button", { name: "发回" }).first().click();
      await page.getByText(/^已发回 [1-9]/).waitFor();
      await page.getByRole("button", { name: "English" }).click();
      await look(page, "pack-en");
      await page.getByRole("link", { name: "Console" }).click();
      await page.getByRole("table").waitFor();
      await look(page, "console-en");
    });

    it("leaves no fault behind, and asks nothing of other machines", () => {
      expect(served.faults).toEqual([]);
    });
  },
);
