import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { look } from "./testing/look.ts";
import { buildPages, CHROMIUM, ServedWorkspace } from "./testing/served.ts";
import { approveBudget, Caller, exampleYear } from "./testing/year-setup.ts";

const PHONE = { width: 390, height: 844 };
const OFFICE = { width: 1093, height: 614 };
const SERVICES = "老干部服务专项";
const CENTRE = "老干部活动中心运维";
const CLASSES = "开展老干部党校集中学习";
const ATTENDANCE = "临聘人员出勤率";
/** Left out of the example's year, to be said in the pages. */
const UNSAID: Readonly<Record<string, string>> = {
  records: "T0264,",
  progress: `2023-09-30,${CENTRE},${ATTENDANCE},`,
  evaluations: `${CENTRE},${ATTENDANCE},`,
};
const ACCOUNTS = ["editor", "head", "department", "bureau", "publisher"] as const;
type Account = (typeof ACCOUNTS)[number];

describe.skipIf(!existsSync(CHROMIUM))(
  `the year in a browser (needs ${CHROMIUM})`,
  { timeout: 180_000 },
  () => {
    const served = new ServedWorkspace();
    const pages = new Map<Account, Page>();
    let budget = "";

    let callers: Readonly<Record<Account, Caller>>;

    beforeAll(async () => {
      buildPages();
      await served.open();
      const signedIn = async (account: Account) => [account, await Caller.signIn(served, account)] as const;
      callers = Object.fromEntries(await Promise.all(ACCOUNTS.map(signedIn))) as typeof callers;
      const { budgets } = await callers.editor.call("budgets", { query: { year: 2023 } });
      budget = budgets[0]?.id ?? "";
      for (const account of ACCOUNTS) pages.set(account, await served.browser(callers[account].cookie));
    });
    afterAll(async () => {
      await served.close();
    });

    /** A part of the year at somebody's browser. */
    const open = async (account: Account, part: string): Promise<Page> => {
      const page = pages.get(account);
      if (page === undefined) throw new Error(account);
      await page.goto(`${served.address}/budgets/${budget}/year/${part}`);
      await page.getByRole("navigation", { name: "这一年的绩效" }).waitFor();
      return page;
    };
    const saved = (page: Page) => page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
    const row = (page: Page, name: string) =>
      page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
    const fill = async (page: Page, cells: Readonly<Record<string, string>>) => {
      const dialog = page.getByRole("dialog");
      for (const [label, text] of Object.entries(cells)) await dialog.getByLabel(label).fill(text);
      await dialog.getByRole("button", { name: "保存" }).click();
      await dialog.waitFor({ state: "hidden" });
      await saved(page);
    };
    const take = async (account: Account, step: string, complete?: (page: Page) => Promise<void>) => {
      const page = await open(account, "evaluation");
      await page.getByRole("button", { name: step, exact: true }).click();
      const dialog = page.getByRole("dialog");
      await complete?.(page);
      await dialog.getByRole("button", { name: step, exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
      return page;
    };

    it("targets are taken from the library, and the goal says what they say", async () => {
      const page = await open("editor", "targets");
      await page.getByText(CENTRE, { exact: true }).first().click();
      const targets = page.getByRole("region", { name: "绩效指标" });
      await targets.getByText("权重合计 90，应为 90").waitFor();
      const offered = page.getByRole("region", { name: "常用指标" }).getByRole("button").first();
      const name = ((await offered.textContent()) ?? "").replace("加入 ", "");
      await offered.click();
      await row(page, name).waitFor();
      await page.getByRole("button", { name: "由指标生成" }).click();
      await page.locator(".quoted").getByText(`${ATTENDANCE}=100%`).waitFor();
      await look(page, "year-targets");
      await row(page, name).getByRole("button", { name: "删除" }).click();
      await page.getByRole("button", { name: "由指标生成" }).click();
      await saved(page);
      const { editor, head, bureau } = callers;
      await approveBudget(budget, { editor, head, bureau });
      const files = exampleYear((sheet, line) => line.startsWith(UNSAID[sheet] ?? "\n"));
      await editor.call("importWorkbook", { params: { budget }, files });
    });

    it("evidence is recorded on a phone, with and without a connection, and the indicator moves", async () => {
      const page = await open("editor", "record");
      await page.setViewportSize(PHONE);
      const line = page.locator(".progress-line", { hasText: CLASSES });
      await page.getByLabel("项目").selectOption(SERVICES);
      await expect.poll(() => line.textContent()).toContain("6次");
      await page.getByLabel("日期").fill("2023-11-16");
      await page.getByLabel("类别").selectOption("培训学习");
      await page.getByLabel("事项").fill("老干部党校集中学习");
      await page.getByLabel("数量").fill("52 人");
      await page.getByRole("button", { name: "登记", exact: true }).click();
      await page.getByText("只填数字").waitFor();
      await look(page, "year-record-fault");
      await page.getByLabel("数量").fill("52");
      await page.getByLabel("计量单位").fill("人");
      await page.context().setOffline(true);
      await page.getByRole("button", { name: "登记", exact: true }).click();
      await page.getByText("连不上服务器").waitFor();
      await expect.poll(() => line.textContent()).toContain("7次");
      await page.context().setOffline(false);
      await saved(page);
      expect(await page.getByLabel("项目").inputValue()).toBe(SERVICES);
      await look(page, "year-record");
      await open("editor", "monitoring");
      await page.getByRole("table").first().waitFor();
      await look(page, "year-monitoring-phone");
      await page.setViewportSize(OFFICE);
    });

    it("the register is a sheet, and money stands beside the budget", async () => {
      const page = await open("editor", "records");
      await page.getByRole("grid", { name: "绩效佐证台账" }).waitFor();
      await page.getByRole("region", { name: "指标进展" }).waitFor();
      await look(page, "year-records");
      await page.getByRole("link", { name: "支付与调整" }).click();
      await page.getByRole("table").getByText("离退休干部慰问及补助").waitFor();
      await look(page, "year-money");
    });

    it("a comment on a row of the year leads back to it: from the comments, from the history, from the evaluation", async () => {
      const SAID = "请附银行回单。";
      const about = "支付明细 第 3 行";
      let page = await open("bureau", "money");
      await page.locator('[data-row="2"][data-column="0"]').click();
      await page.keyboard.press("Shift+F2");
      const drawer = page.locator(".ant-drawer-open");
      await drawer.getByText(about).waitFor();
      await drawer.getByRole("button", { name: "提意见" }).click();
      await page.getByRole("dialog").getByLabel("意见").fill(SAID);
      await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
      await drawer.getByText(SAID).waitFor();

      const leadsBack = async () => {
        await page.waitForURL(/\/year\/money$/);
        await drawer.getByText(about).waitFor();
        await drawer.getByText(SAID).waitFor();
        const cell = page.locator('[data-row="2"][data-column="0"]');
        expect(await cell.getAttribute("aria-selected")).toBe("true");
      };
      const link = page.getByRole("button", { name: "支付明细 的一行" });
      await page.goto(`${served.address}/budgets/${budget}/review`);
      await link.click();
      await leadsBack();
      await page.goto(`${served.address}/budgets/${budget}/history`);
      await page.getByRole("button", { name: "意见", exact: true }).click();
      await leadsBack();
      page = await open("bureau", "evaluation");
      await link.click();
      await leadsBack();
      await look(page, "year-row-comment");
    });

    it("a red light is answered, and its value leads to the records that were counted", async () => {
      const page = await open("editor", "monitoring");
      await page.getByText("监控 2023-09-30").click();
      await page.getByRole("button", { name: CENTRE }).click();
      await row(page, ATTENDANCE).getByText("红").waitFor();
      await row(page, ATTENDANCE).getByRole("button", { name: "要说明" }).click();
      await page.getByRole("dialog").getByText("还要填").waitFor();
      await look(page, "year-answer");
      await fill(page, {
        偏差原因: "四人次请假未补班。",
        全年预计: "99.7%",
        纠偏措施: "公布补班办法。",
        完成时限: "2023-10-15",
      });
      await row(page, ATTENDANCE).getByRole("button", { name: "填写" }).waitFor();
      await row(page, "服务老干部数量").getByRole("button", { name: /^台账/ }).click();
      await page.getByRole("dialog").getByText("活动中心开放").first().waitFor();
      await look(page, "year-trail");
      await page.locator(".ant-drawer-close").click();
      await page.locator(".chart-image svg").first().waitFor();
      await page.evaluate(`document.querySelector(".scrolls-page").scrollTo(0, 0)`);
      await look(page, "year-monitoring");
      await page.locator(".charts").scrollIntoViewIfNeeded();
      await look(page, "year-charts");
    });

    it("what is missed is explained, and the self-evaluation is submitted and signed by another", async () => {
      const page = await open("editor", "evaluation");
      await page
        .getByText(new RegExp(`^${CENTRE}`))
        .first()
        .click();
      await row(page, ATTENDANCE).getByText("未写原因").waitFor();
      await page.getByRole("button", { name: "提交自评" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "提交自评" }).click();
      await page.getByText("还不能办理").waitFor();
      await look(page, "year-blocked");
      await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
      await row(page, ATTENDANCE).getByRole("button", { name: "填写" }).click();
      await fill(page, { 偏差原因: "全年九人次请假未补班。", 改进措施: "已公布请假补班办法。" });
      await row(page, ATTENDANCE).getByText("全年九人次").waitFor();
      await look(page, "year-evaluation");
      await take("editor", "提交自评");
      await take("head", "自评审核签字");
    });

    it("department and bureau review with scores of their own, and it is published", async () => {
      const reviewed = async (account: Account, project: string, indicator: string, score: string) => {
        const page = await open(account, "evaluation");
        await page
          .getByText(new RegExp(`^${project}`))
          .first()
          .click();
        await row(page, indicator).getByRole("button", { name: /^复核/ }).click();
        await fill(page, { 复核得分: score, 复核意见: "佐证不足。" });
        await row(page, indicator).getByText("-1", { exact: true }).waitFor();
        return page;
      };
      await reviewed("department", SERVICES, "组织活动类型", "5");
      await take("department", "复核后报财政部门");
      await look(await reviewed("bureau", CENTRE, "服务老干部数量", "11"), "year-review");
      await take("bureau", "复核通过");
      const page = await take("publisher", "公开自评", (at) =>
        at.getByText("扫描没有发现").or(at.getByText("逐项看过")).waitFor(),
      );
      await page.getByRole("link", { name: "下载全部（含清单）" }).waitFor({ timeout: 60_000 });
      await look(page, "year-published");
    });

    it("the bureau sees all bodies, and goes from one to its lights", async () => {
      const page = await open("bureau", "evaluation");
      await page.getByRole("link", { name: "绩效总览" }).click();
      await page.getByLabel("年度").fill("2023");
      await page.getByLabel("年度").press("Enter");
      const body = page.getByRole("rowheader").getByRole("link").first();
      await body.waitFor();
      await page.getByRole("cell", { name: "自评已公开" }).waitFor();
      await page.getByText("正在算").waitFor({ state: "hidden" });
      await look(page, "year-overview");
      await page.getByText("看图").click();
      await page.locator(".chart-image svg").first().waitFor();
      await page.getByRole("button", { name: "English" }).click();
      await look(page, "year-overview-en");
      await body.click();
      await page.getByRole("table", { name: "Lights of execution" }).waitFor();
      await look(page, "year-monitoring-en");
    });

    it("leaves no fault behind, and asks nothing of other machines", () => {
      expect(served.faults).toEqual([]);
    });
  },
);
