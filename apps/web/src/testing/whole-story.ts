import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Backend, temporaryCluster } from "../../../server/src/testing/postgres.ts";
import {
  BUREAU_CSV,
  DEPARTMENT,
  exampleWorkbooks,
  INSTITUTION,
  ORGAN,
  SECURITY,
  TRANSPORT,
  UNITS,
} from "./example.ts";
import { PASSWORD } from "./hire.ts";
import type { Look } from "./look.ts";
import { type Account, Organisation } from "./organisation.ts";
import { PACK, PACK_YEAR } from "./pack.ts";
import type { Person } from "./person.ts";
import { PROGRAM, ServedWorkspace } from "./served.ts";
import { oneTimeCode } from "./totp.ts";

/** The columns of sheets, as the story writes in them. */
const AMOUNT = 11;
const DEPARTMENT_ECONOMIC = 7;
const RECEPTION = "30217";
const UNITS_AND_BODIES = [
  ["organ", ORGAN],
  ["institution", INSTITUTION],
] as const;
const DOUBT = "每半年编印一期，全年两期";

/** The way of a department's budget from its bodies to what is published, on one database. */
export function wholeStory(backend: Backend, look: Look): void {
  const served = new ServedWorkspace();
  const people = new Organisation(served, look);
  const as = people.as.bind(people);
  let workbooks: Awaited<ReturnType<typeof exampleWorkbooks>>;
  let removeDatabase = async () => {};

  beforeAll(async () => {
    workbooks = await exampleWorkbooks();
    if (backend.binaries === undefined) await served.open({ bodies: BUREAU_CSV });
    else {
      const { cluster, remove } = await temporaryCluster(backend);
      removeDatabase = remove;
      await served.open({ bodies: BUREAU_CSV, databaseUrl: cluster.url });
    }
  });
  afterAll(async () => {
    await served.close();
    await removeDatabase();
  });

  const toDo = async (account: Account, body: string, step: string) => {
    await as(account).open(body, "审核");
    await as(account).page.getByRole("button", { name: step, exact: true }).waitFor();
  };
  const approveOn = (day: string) => async (dialog: ReturnType<Person["dialog"]>) => {
    await dialog.getByLabel("批复日期").fill(day);
    await dialog.getByLabel("批复日期").press("Enter");
  };

  it("begins with an administrator who brings in bodies and people", async () => {
    await people.setUp();
  });

  it("gives a person a second key to the door", async () => {
    const { page } = as("publisher");
    await as("publisher").visit("我的账号");
    const form = page.locator("form").filter({ has: page.getByRole("button", { name: "取得密钥" }) });
    await form.getByLabel("密码").fill(PASSWORD);
    await page.getByRole("button", { name: "取得密钥" }).click();
    const secret = (await page.locator("code").textContent())?.trim() ?? "";
    await page.getByLabel("动态口令").fill(oneTimeCode(secret));
    await page.getByRole("button", { name: "启用" }).click();
    await page.getByText("已启用").waitFor();
    await look(page, "account");
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByLabel("账号").fill("publisher");
    await page.getByLabel("密码").fill(PASSWORD);
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByText("请再输入验证器上的").waitFor();
    await look(page, "sign-in-code");
    // A code is good once: the next one is taken, too.
    await page.getByLabel("动态口令").fill(oneTimeCode(secret, 1));
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByText("退出").waitFor();
  });

  it("sets ceilings, and exempts with a reason", async () => {
    const { page } = await people.console(2023);
    await people.obligation(`216 ${DEPARTMENT}`).getByRole("button", { name: "设控制数" }).click();
    const ceilings = page.getByRole("dialog");
    await ceilings.getByLabel("三公经费").fill("61500");
    await look(page, "ceilings");
    await ceilings.getByRole("button", { name: "保存" }).click();
    await ceilings.waitFor({ state: "hidden" });
    await people.obligation(SECURITY).getByRole("button", { name: "免予公开" }).click();
    await page.getByRole("dialog").getByLabel("理由").fill("涉及国家秘密，依法不予公开");
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await expect
      .poll(() => people.obligation(SECURITY).textContent())
      .toContain("涉及国家秘密，依法不予公开");
    await look(page, "exempt");
  });

  it("has the accountants of two units import, edit and explain, and their heads sign", async () => {
    const organ = await people.start("organ-editor", workbooks.organ);
    await organ.page.getByText("“公务用车运行维护费”比上年从无到有").waitFor();
    await look(organ.page, "imported");
    await organ.sheet("增减原因");
    await organ.page.getByRole("button", { name: "加一行" }).click();
    const { keyboard } = organ.page;
    for (const text of [UNITS.organ, "公务用车运行维护费", "上年由机关事务中心列支，今年起由本单位列支"]) {
      await keyboard.type(text);
      await keyboard.press("Tab");
    }
    await organ.saved();
    await organ.explain(DOUBT);
    await organ.page.getByText("错误 0，疑点 1").waitFor();
    await look(organ.page, "explained");
    await people.start("institution-editor", workbooks.institution);
    for (const [account, body] of UNITS_AND_BODIES) {
      await people.take(`${account}-editor`, body, "提交审核");
      await people.take(`${account}-head`, body, "审核签字");
    }
    await toDo("department", ORGAN, "收取一上");
    await look(as("department").page, "to-accept");
    for (const [, body] of UNITS_AND_BODIES) await people.take("department", body, "收取一上");
  });

  it("consolidates them into the department, within the ceilings", async () => {
    const editor = await people.start("editor", workbooks.department);
    const department = as("department");
    await department.open(DEPARTMENT, "审核");
    await department.page.getByRole("button", { name: "汇总所属单位" }).click();
    await department.page.getByText("已汇入").waitFor();
    await department.page.getByText("错误 0，疑点 1").waitFor();
    await look(department.page, "consolidated");
    await editor.page.getByText(/超出 500\.00/).waitFor();
    await editor.explain(DOUBT);
    await editor.tab("审核");
    await editor.page.getByRole("button", { name: "提交审核" }).click();
    await editor.dialog().getByRole("button", { name: "提交审核" }).click();
    await editor.page.getByText("超过了控制数").waitFor();
    await look(editor.page, "blocked");
    await editor.dialog().getByRole("button", { name: "取消" }).click();
    await writeReception(editor, "500.00");
    await people.take("editor", DEPARTMENT, "提交审核");
    await people.take("head", DEPARTMENT, "审核签字");
    await people.take("bureau", DEPARTMENT, "收取一上");
    await people.take("bureau", DEPARTMENT, "下达控制数（一下）");
  });

  /** The first line of the official receptions. */
  const writeReception = async (editor: Person, amount: string) => {
    await editor.tab("填报");
    await editor.sheet("预算明细");
    await editor.page.getByLabel("筛选各列").fill(RECEPTION);
    await expect.poll(() => editor.cell(0, DEPARTMENT_ECONOMIC).textContent()).toContain(RECEPTION);
    await editor.type(0, AMOUNT, amount);
    await editor.saved();
  };

  it("is returned with a comment on a figure, corrected and approved", async () => {
    await people.take("editor", DEPARTMENT, "提交审核");
    await toDo("head", DEPARTMENT, "审核签字");
    await look(as("head").page, "to-sign");
    await people.take("head", DEPARTMENT, "审核签字");
    const bureau = as("bureau");
    await bureau.open(DEPARTMENT, "预览");
    const frame = bureau.page.frameLocator("iframe");
    await frame
      .locator("p [data-figure]", { hasText: /^0\.15$/ })
      .first()
      .click();
    await bureau.page.getByText("精确值").waitFor();
    await look(bureau.page, "figure");
    await bureau.page.getByRole("button", { name: "对这个数提意见" }).click();
    await bureau.dialog().getByLabel("意见").fill("接待费请再压减。");
    await bureau.dialog().getByRole("button", { name: "保存" }).click();
    await bureau.page.locator(".ant-drawer-close").click();
    await people.take("bureau", DEPARTMENT, "退回", (dialog) =>
      dialog.getByLabel("理由").fill("见意见，改后再报"),
    );
    const editor = as("editor");
    await editor.open(DEPARTMENT, "审核");
    await editor.page.getByText("接待费请再压减。").waitFor();
    await editor.page.getByText("见意见，改后再报").waitFor();
    await look(editor.page, "returned");
    await writeReception(editor, "400.00");
    await people.take("editor", DEPARTMENT, "提交审核");
    await people.take("head", DEPARTMENT, "审核签字");
    await bureau.page.getByRole("button", { name: "标为已解决" }).click();
    await people.take("bureau", DEPARTMENT, "批复（二下）", approveOn("2023-02-10"));
    await bureau.page.getByText("已批复（二下），待保密审查").first().waitFor();
    await look(bureau.page, "approved");
  });

  it("is cleared, published, and downloaded: byte-equal to what mingzhang build makes of the exported entry", async () => {
    const editor = as("editor");
    await editor.tab("填报");
    const exported = await editor.download("导出工作簿");
    const workbook = join(served.folder, "导出.xlsx");
    await writeFile(workbook, exported.bytes);
    const out = join(served.folder, "built");
    const building = promisify(execFile)(process.execPath, [PROGRAM, "build", workbook, "--out", out]);
    const officer = await people.take("confidentiality", DEPARTMENT, "保密审查通过", async (dialog) => {
      const found = dialog.getByRole("checkbox");
      await found.first().waitFor();
      for (const box of await found.all()) await box.check();
      await look(as("confidentiality").page, "scan");
    });
    await look(officer.page, "cleared");
    const { page } = await people.take("publisher", DEPARTMENT, "公开");
    await page.getByText(/^\d+ 个文件$/).click({ timeout: 60_000 });
    await building;
    const names = await page.locator("details a").allTextContents();
    const built = (await readdir(out, { recursive: true })).filter((name) => name.includes("."));
    expect(names.sort()).toEqual(built.filter((name) => name !== "pack.json").sort());
    const archive = await as("publisher").download("下载全部（含清单）");
    expect(archive.name).toMatch(/第1版.*\.zip$/);
    // The archive holds the files as they are.
    for (const name of names)
      expect(archive.bytes.includes(await readFile(join(out, name))), name).toBe(true);
    const single = await as("publisher").download("html/index.html");
    expect(single.bytes.equals(await readFile(join(out, "html/index.html")))).toBe(true);
    const about = await page.request.get(`${served.address}/api/publications?year=2023`);
    expect((await about.json()).publications[0].explanations).toMatchObject([{ text: DOUBT }]);
  });

  it("stops the clocks with the address, and with the units' approvals", async () => {
    const { page } = await people.console(2023);
    const row = people.obligation(`216 ${DEPARTMENT}`);
    await row.getByText("2023-03-02 2023-02-25").waitFor();
    await row.getByText(/^\d+ 天$/).waitFor();
    await look(page, "console-late");
    const publisher = as("publisher");
    await publisher.page.getByLabel("公开网址").fill("https://www.example.gov.cn/2023/yusuan.html");
    await publisher.page.getByLabel("公开日期").fill("2023-03-01");
    await publisher.page.getByLabel("公开日期").press("Enter");
    await publisher.page.getByRole("button", { name: "登记网址" }).click();
    await publisher.page.locator("p", { hasText: "https://www.example.gov.cn/2023/yusuan.html" }).waitFor();
    await look(publisher.page, "files");
    await publisher.page.getByText(/^\d+ 个文件$/).click();
    await look(publisher.page, "published");
    for (const [account, body] of UNITS_AND_BODIES) {
      await people.take("department", body, "下达控制数（一下）");
      await people.take(`${account}-editor`, body, "提交审核");
      await people.take(`${account}-head`, body, "审核签字");
      await people.take("department", body, "批复（二下）", approveOn("2023-02-20"));
    }
    await people.console(2023);
    await row.getByText("已公开").first().waitFor();
    expect(await row.getByText(/^\d+ 天$/).count()).toBe(0);
    await look(page, "console");
  });

  it("begins the next year as a copy of this one", async () => {
    const editor = as("editor");
    await editor.visit("预算");
    await editor.page.getByLabel("年度").fill("2024");
    await editor.page.getByLabel("从上年复制").check();
    await look(editor.page, "budgets");
    await editor.page.getByRole("button", { name: "开始编制" }).click();
    await editor.page.getByRole("heading", { name: `${DEPARTMENT} 2024` }).waitFor();
    await editor.sheet("预算明细");
    expect(await editor.cell(0, 0).textContent()).toBe("2024");
    await editor.sheet("上年预算数");
    expect(await editor.cell(0, 0).textContent()).toBe("2023");
    await editor.tab("版本对比");
    await editor.page.getByText("个数不同，共").waitFor();
  });

  it("tracks the findings of a pack made elsewhere until they are closed", async () => {
    const { page } = await people.console(PACK_YEAR);
    await page.getByRole("link", { name: `301 ${TRANSPORT}` }).click();
    await page.getByText("还没有上传").waitFor();
    const file = (buffer: Buffer) => [{ name: "2018年部门预算.html", buffer }];
    await as("bureau").upload("上传公开材料", file(PACK.published));
    await page.getByRole("link", { name: "下载检查表" }).waitFor({ timeout: 60_000 });
    await look(page, "pack-open");
    for (const text of PACK.findings) {
      const row = page.getByRole("row").filter({ hasText: text });
      await row.getByRole("button", { name: "发回" }).click();
      await row.waitFor({ state: "hidden" });
    }
    await page.getByText("已发回 2", { exact: true }).click();
    await look(page, "pack-sent");
    await as("bureau").upload("上传公开材料", file(PACK.corrected));
    await page.getByText("已改正 1", { exact: true }).click({ timeout: 60_000 });
    await page.getByRole("row").filter({ hasText: PACK.findings[0] }).waitFor();
    await look(page, "pack-closed");
    await page.getByText("已发回 1", { exact: true }).click();
    await page.getByRole("row").filter({ hasText: PACK.findings[1] }).waitFor();
  });

  it("lets the auditor read all of it, and leaves no fault behind", async () => {
    const auditor = as("auditor");
    await auditor.open(DEPARTMENT, "修改记录");
    await auditor.page.getByRole("cell", { name: "400.00" }).first().waitFor();
    await auditor.page.getByText("预算明细 · 金额（元） 修改").first().waitFor();
    await look(auditor.page, "history");
    expect(served.faults).toEqual([]);
  });
}
