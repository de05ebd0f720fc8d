import { existsSync } from "node:fs";
import type { CheckResult } from "@mingzhang/server/api";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { look } from "./testing/look.ts";
import { Person } from "./testing/person.ts";
import { buildPages, CHROMIUM, ServedWorkspace } from "./testing/served.ts";

const DEPARTMENT = "中共重庆市万盛经济技术开发区工作委员会老干部局";
const FUNCTIONAL = 4;
const AMOUNT = 11;
const BODIES = 300;

describe.skipIf(!existsSync(CHROMIUM))(`the pages (needs ${CHROMIUM})`, { timeout: 180_000 }, () => {
  const served = new ServedWorkspace();
  let editor: Person;
  let bureau: Person;
  const signedIn = async (account: string): Promise<Person> => {
    const person = await Person.at(served);
    await person.signIn(account, served.passwordOf(account));
    return person;
  };
  const say = async (page: Page, text: string) => {
    const box = page.getByRole("dialog").getByLabel("意见");
    await box.fill(text);
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await box.waitFor({ state: "hidden" });
  };
  const closeDrawer = async (page: Page) => {
    await page.locator(".ant-drawer-open .ant-drawer-close").click();
    await page.locator(".ant-drawer-open").waitFor({ state: "hidden" });
  };
  const drawer = (page: Page) => page.locator(".ant-drawer-open");
  const inEnglish = async (page: Page, name: string) => {
    await page.getByRole("button", { name: "English" }).click();
    await look(page, `${name}-en`);
    await page.getByRole("button", { name: "中文" }).click();
  };
  const toConsole = async (year: string) => {
    await bureau.visit("公开台账");
    await bureau.page.getByLabel("年度").fill(year);
    await bureau.page.getByLabel("年度").press("Enter");
  };

  beforeAll(async () => {
    buildPages();
    await served.open();
    [editor, bureau] = [await signedIn("editor"), await signedIn("bureau")];
  });
  afterAll(async () => {
    await served.close();
  });

  it("comments stand beside a row, a sentence, a figure and a finding, and the list leads to each", async () => {
    const { page } = editor;
    await editor.open(DEPARTMENT, "填报");
    await editor.cell(2, 0).click();
    await page.keyboard.press("Shift+F2");
    await drawer(page).getByText("预算明细 第 3 行").waitFor();
    await drawer(page).getByRole("button", { name: "提意见" }).click();
    await say(page, "对这一行");
    await closeDrawer(page);
    await page.getByRole("rowheader", { name: "3 意见 1" }).waitFor();
    await editor.cell(5, 0).click({ button: "right" });
    await page.getByRole("menuitem", { name: /本行意见/ }).waitFor();
    await look(page, "row-menu");
    await page.keyboard.press("Escape");

    await editor.type(0, AMOUNT, "abc");
    await page.locator(".finding-error").getByRole("button", { name: "提意见" }).click();
    await drawer(page).getByRole("button", { name: "提意见" }).click();
    await say(page, "对这个问题");
    await closeDrawer(page);
    await page.locator(".finding-error").getByRole("button", { name: "意见 1" }).waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await page.locator(".finding-error").waitFor({ state: "detached" });

    await editor.tab("预览");
    const frame = page.frameLocator("iframe");
    const mark = frame.getByRole("button", { name: /^提意见 / }).nth(8);
    const sentence = ((await mark.getAttribute("aria-label")) ?? "").replace("提意见 ", "");
    await mark.focus();
    await page.keyboard.press("Enter");
    await drawer(page).getByText(sentence, { exact: false }).first().waitFor();
    await drawer(page).getByRole("button", { name: "提意见" }).click();
    await say(page, "对这句话");
    await look(page, "sentence-comments");
    await closeDrawer(page);
    await frame.locator(".sentence.commented").waitFor();
    await frame.locator("p [data-figure]").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "对这个数提意见" }).click();
    await say(page, "对这个数");
    await closeDrawer(page);
    await expect.poll(() => frame.locator("[data-comments]").count()).toBeGreaterThan(0);
    // The frame runs no scripts: its page is looked at outside of it, as it stands.
    const marked = await page.context().newPage();
    await marked.setContent(
      await frame.locator("html").evaluate((html: { outerHTML: string }) => html.outerHTML),
    );
    await look(marked, "preview-marked");
    await marked.close();

    await editor.tab("审核");
    const places = page.locator(".to-place");
    const place = (text: string) =>
      page.locator(".comment").filter({ hasText: text }).getByRole("button").first();
    await expect.poll(() => places.count()).toBe(4);
    await look(page, "comment-list");
    await inEnglish(page, "comment-list");
    await place("对这句话").click();
    await drawer(page).getByText("对这句话").waitFor();
    await frame.locator(".sentence.shown").waitFor();
    await closeDrawer(page);
    await editor.tab("审核");
    await place("对这个数").click();
    await drawer(page).getByText("这个数从哪里来").waitFor();
    await closeDrawer(page);
    await editor.tab("审核");
    await place("对这一行").click();
    await drawer(page).getByText("预算明细 第 3 行").waitFor();
    expect(await editor.cell(2, 0).getAttribute("aria-selected")).toBe("true");
    await closeDrawer(page);
    await editor.tab("审核");
    await place("对这个问题").click();
    await drawer(page).getByText("意见所指的地方已不在了", { exact: false }).waitFor();
    await closeDrawer(page);
  });

  it("sheets and columns are English in the English pages", async () => {
    const { page } = editor;
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: /^Budget lines/ }).waitFor();
    await page.getByRole("columnheader", { name: "Source of funds" }).waitFor();
    await page.getByRole("button", { name: /^Department/ }).click();
    await page.getByLabel("Department's full name").waitFor();
    await look(page, "entry-form-en");
    await page.getByRole("button", { name: "中文" }).click();
    await editor.sheet("预算明细");
  });

  it("findings beside the entry are those of the figures as published, which the server judges before a step", async () => {
    const { page } = editor;
    const id = /budgets\/([\w-]+)\//.exec(page.url())?.[1] ?? "";
    const judged = await page.evaluate(
      async (address) => (await (await fetch(address)).json()) as CheckResult,
      `/api/budgets/${id}/check`,
    );
    const { error, warning, notice } = judged.counts;
    await page.getByText(`错误 ${error}，疑点 ${warning}，提示 ${notice}`).waitFor();
    await expect.poll(() => page.locator(".finding").count()).toBe(judged.findings.length);
    await look(page, "findings-settled");
  });

  it("the list of budgets shows what is begun elsewhere: when its link is followed and when people come back", async () => {
    const { page } = editor;
    const elsewhere = await signedIn("editor");
    const begin = async (year: string) => {
      await elsewhere.visit("预算");
      await elsewhere.page.getByLabel("年度").fill(year);
      await elsewhere.page.getByRole("button", { name: "开始编制" }).click();
      await elsewhere.page.getByRole("heading", { level: 1, name: `${DEPARTMENT} ${year}` }).waitFor();
    };
    await editor.visit("预算");
    await page.getByRole("cell", { name: "2023" }).waitFor();
    await begin("2041");
    await editor.visit("预算");
    await page.getByRole("cell", { name: "2041" }).waitFor();
    await begin("2042");
    await page.evaluate('dispatchEvent(new Event("focus"))');
    await page.getByRole("cell", { name: "2042" }).waitFor();
    await elsewhere.page.close();
    await editor.open(DEPARTMENT, "填报", 2023);
  });

  it("ceilings pasted by the bureau show at once what is left, and follow each edit", async () => {
    await toConsole("2023");
    await bureau.page.getByRole("link", { name: "控制数表" }).click();
    await bureau.page.getByRole("button", { name: "从 Excel 粘贴整张表" }).click();
    const pasted = `部门\t支出总额（元）\t公用经费\n${DEPARTMENT}\t3,003,200.50\t10\n别的局\t1\t1`;
    await bureau.page.getByLabel("复制来的表").fill(pasted);
    await bureau.page.getByText("没有这个机构：别的局").waitFor();
    await look(bureau.page, "ceilings-paste");
    await bureau.page.getByRole("button", { name: "填入 1 个机构" }).click();
    await bureau.page.getByLabel(`${DEPARTMENT} 公用经费`, { exact: true }).fill("很多");
    await bureau.page.getByText("有读不出的金额", { exact: false }).waitFor();
    await bureau.page.getByLabel(`${DEPARTMENT} 公用经费`, { exact: true }).fill("");
    await look(bureau.page, "ceilings");
    await bureau.page.getByRole("button", { name: "保存 1 个机构" }).click();
    await bureau.page.getByRole("button", { name: "保存 0 个机构" }).waitFor();
    await inEnglish(bureau.page, "ceilings");

    const { page } = editor;
    await editor.visit("预算");
    await editor.open(DEPARTMENT, "填报");
    const ceilings = page.getByRole("region", { name: "控制数" });
    await ceilings.getByText("剩余 0.50").waitFor();
    const before = ((await editor.cell(0, AMOUNT).textContent()) ?? "").replaceAll(",", "");
    await editor.type(0, AMOUNT, (Number(before) + 1).toFixed(2));
    await ceilings.getByText("超出 0.50").waitFor();
    await look(page, "entry-ceilings");
    await page.getByRole("button", { name: "撤销" }).click();
    await ceilings.getByText("剩余 0.50").waitFor();
    await editor.saved();
  });

  it("last year's budget is copied with its codes renewed, and compared with figures as they are published", async () => {
    const { page } = editor;
    await editor.open(DEPARTMENT, "填报");
    const before = ((await editor.cell(0, FUNCTIONAL).textContent()) ?? "").slice(0, 7);
    await editor.type(0, FUNCTIONAL, "2010308");
    await editor.saved();
    await editor.visit("预算");
    await page.getByLabel("年度").fill("2031");
    await page.getByText("从上年复制").click();
    await page.getByRole("button", { name: "开始编制" }).click();
    await page.getByText("2030年没有您能看的预算可供复制", { exact: false }).waitFor();
    await page.getByLabel("年度").fill("2024");
    await page.getByRole("button", { name: "开始编制" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("cell", { name: "2010308 信访事务" }).waitFor();
    await dialog.getByText("2014004 信访业务", { exact: false }).waitFor();
    await look(page, "code-changes");
    await dialog.getByRole("button", { name: "进入填报" }).click();
    await page.getByRole("heading", { level: 1, name: `${DEPARTMENT} 2024` }).waitFor();
    await editor.type(0, FUNCTIONAL, before);
    await editor.saved();

    await editor.tab("版本对比");
    await page.locator(".changed-row").first().waitFor();
    await look(page, "compared");
    await page.getByText("全文并排").click();
    for (const side of ["上年预算", "当前填报"])
      await page
        .frameLocator(`iframe[title="公开文本：${side}"]`)
        .locator(".figure.changed")
        .first()
        .waitFor();
    await page.getByRole("button", { name: "下一处不同" }).click();
    const differs = page.frameLocator('iframe[title="公开文本：当前填报"]').locator(".changed").first();
    await expect.poll(async () => (await differs.boundingBox())?.y ?? 9999).toBeLessThan(614);
    await look(page, "compared-pages");
    await inEnglish(page, "compared-pages");
    await editor.open(DEPARTMENT, "填报", 2023);
    await editor.type(0, FUNCTIONAL, before);
    await editor.saved();
  });

  it("charts come with their tables, and their library only when one is wanted", async () => {
    const { page } = editor;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await editor.tab("审核");
    await page.reload();
    await page.getByRole("heading", { name: "经过" }).waitFor();
    expect(asked.filter((address) => /\/draw-/.test(address))).toEqual([]);
    await page.getByRole("navigation", { name: "这套预算" }).getByRole("link", { name: "图表" }).click();
    await expect.poll(() => page.locator(".chart svg").count()).toBe(2);
    expect(asked.filter((address) => /\/draw-/.test(address)).length).toBe(1);
    expect(await page.locator(".chart table").count()).toBe(2);
    await page.getByRole("row", { name: /201 一般公共服务支出/ }).waitFor();
    await look(page, "charts");
    await inEnglish(page, "charts");
  });

  it("the console sums up check sheets and draws where the budgets stand", async () => {
    const { page } = bureau;
    await toConsole("2023");
    await page.getByText("看图：", { exact: false }).click();
    await expect.poll(() => page.locator(".chart svg").count()).toBe(2);
    await look(page, "console-charts");
    await page.getByText("看图：", { exact: false }).click();
    await page.getByRole("button", { name: "汇总预算检查表" }).click();
    await page.getByRole("link", { name: "下载汇总表" }).waitFor();
    const { bytes } = await bureau.download("下载汇总表");
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    await inEnglish(page, "console");
  });

  it(`the console of ${BODIES} bodies draws one page of them and finds any`, async () => {
    const administrator = await signedIn("administrator");
    await administrator.visit("机构");
    const lines = Array.from({ length: BODIES }, (_, index) => `B${index},第${index}号局,,部门,0,`);
    await administrator.upload("从 CSV 导入", [
      {
        name: "bodies.csv",
        buffer: Buffer.from(["编码,全称,简称,类别,上级编码,单位类型", ...lines].join("\n")),
      },
    ]);
    await administrator.page.getByText(`已新增 ${BODIES} 个机构`).waitFor();
    await administrator.page.close();

    const { page } = bureau;
    await page.reload();
    await toConsole("2023");
    await page
      .getByText(`全部 ${BODIES + 4}`)
      .first()
      .waitFor();
    expect(await page.locator("tbody tr").count()).toBeLessThanOrEqual(51);
    await look(page, "console-many");
    await page.getByLabel("按机构名称或编码查找").fill("第299号局");
    await page.getByRole("link", { name: "B299 第299号局" }).waitFor();
    await page.getByLabel("按机构名称或编码查找").fill("没有的");
    await page.getByText("没有符合条件的机构").waitFor();
    await look(page, "console-none");
  });

  it("what one may not see, and a server that does not answer, are said", async () => {
    const { page } = editor;
    await page.goto(`${served.address}/budgets/00000000-0000-4000-8000-000000000000/entry`);
    await page.getByText("您没有查看这里的权限").waitFor();
    await look(page, "not-allowed");
    await page.goto(`${served.address}/console/ceilings/2023`);
    await page.getByText("您没有查看这里的权限").waitFor();
    await page.goto(`${served.address}/nowhere`);
    await page.getByText("没有这一页").waitFor();
    await page.route("**/api/budgets?**", (route) => route.abort());
    await page.route("**/api/budgets", (route) => route.abort());
    await page.getByRole("button", { name: "回到预算" }).click();
    await page.getByText("连不上服务器").waitFor();
    await look(page, "offline");
    await page.unroute("**/api/budgets?**");
    await page.unroute("**/api/budgets");
    await page.getByRole("button", { name: "重试" }).click();
    await page.getByRole("table").waitFor();
    expect(served.faults).toEqual([]);
  });
});
