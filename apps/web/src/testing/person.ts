import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import type { ServedWorkspace } from "./served.ts";

/** What people call the tabs of a budget. */
export type Tab = "填报" | "预览" | "审核" | "版本对比" | "修改记录";

const HEADINGS = {
  预算: "预算",
  公开台账: "应公开清单",
  人员: "人员",
  机构: "机构",
  我的账号: "我的账号",
} as const;

/** Somebody at a browser of their own. Pages stay open, as people leave them: others' steps arrive in them. */
export class Person {
  #budget = "";

  constructor(readonly page: Page) {}

  /** At the sign-in page or, with a session's cookie, past it. */
  static async at(served: ServedWorkspace, cookie?: string): Promise<Person> {
    return new Person(await served.browser(cookie));
  }

  async signIn(account: string, password: string): Promise<void> {
    await this.page.getByLabel("账号").fill(account);
    await this.page.getByLabel("密码").fill(password);
    await this.page.getByRole("button", { name: "登录" }).click();
    await this.page.getByText("退出").or(this.page.getByText("一次性密码")).first().waitFor();
  }

  /** Asked for after a first sign-in. */
  async replacePassword(oneTime: string, password: string): Promise<void> {
    await this.page.getByLabel("现在的密码").fill(oneTime);
    await this.page.getByLabel("新密码", { exact: true }).fill(password);
    await this.page.getByLabel("再输入一次新密码").fill(password);
    await this.page.getByRole("button", { name: "保存" }).click();
    await this.page.getByText("退出").waitFor();
  }

  /** One of the pages in the main navigation, as it is now. */
  async visit(section: keyof typeof HEADINGS): Promise<void> {
    const heading = this.page.getByRole("heading", { level: 1, name: HEADINGS[section], exact: true });
    if (await heading.isVisible()) await this.page.reload();
    else await this.page.getByRole("link", { name: section, exact: true }).click();
    await heading.waitFor();
    this.#budget = "";
  }

  /** Opens a budget from the list, or turns to a tab of the one that is open. */
  async open(body: string, tab: Tab, year = 2023): Promise<void> {
    const wanted = `${body} ${year}`;
    if (this.#budget !== wanted) {
      await this.visit("预算");
      const row = this.page.getByRole("row").filter({ hasText: String(year) });
      await row.getByRole("link", { name: body, exact: true }).click();
      await this.page.getByRole("heading", { level: 1, name: wanted, exact: true }).waitFor();
      this.#budget = wanted;
    }
    await this.tab(tab);
  }

  /** The review tab's name counts the open comments. */
  async tab(name: Tab): Promise<void> {
    const tabs = this.page.getByRole("navigation", { name: "这套预算" });
    await tabs.getByRole("link", { name: new RegExp(`^${name}( \\(\\d+\\))?$`) }).click();
    await tabs.locator("[aria-current=page]", { hasText: name }).waitFor();
  }

  /** Takes a step at the review tab; `fill` completes its dialog. */
  async take(name: string, fill?: (dialog: ReturnType<Page["locator"]>) => Promise<void>): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
    const dialog = this.dialog();
    await fill?.(dialog);
    await dialog.getByRole("button", { name, exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  dialog() {
    return this.page.getByRole("dialog");
  }

  /** Opens a sheet of the entry tab. */
  async sheet(title: string): Promise<void> {
    await this.page.getByRole("button", { name: new RegExp(`^${title} \\d`) }).click();
    await this.page.getByRole("grid", { name: title }).waitFor();
  }

  cell(row: number, column: number) {
    return this.page.locator(`[data-row="${row}"][data-column="${column}"]`);
  }

  /** Writes a cell as in a spreadsheet. */
  async type(row: number, column: number, text: string): Promise<void> {
    await this.cell(row, column).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  async saved(): Promise<void> {
    await this.page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
  }

  /** Explains the only warning. */
  async explain(said: string): Promise<void> {
    const { page } = this;
    await page.getByRole("button", { name: "说明", exact: true }).click();
    await page.getByLabel("为什么可以这样").fill(said);
    await page.getByLabel("为什么可以这样").press("Enter");
    await page.getByText(`说明：${said}`, { exact: false }).waitFor();
  }

  async choose(label: string, option: string): Promise<void> {
    await this.dialog().getByLabel(label).fill(option);
    await this.dialog().getByLabel(label).press("Enter");
  }

  async upload(button: string, files: readonly { readonly name: string; readonly buffer: Buffer }[]) {
    const [chooser] = await Promise.all([
      this.page.waitForEvent("filechooser"),
      this.page.getByRole("button", { name: button }).click(),
    ]);
    await chooser.setFiles(files.map((file) => ({ ...file, mimeType: "application/octet-stream" })));
  }

  /** The bytes behind a link that downloads. */
  async download(name: string): Promise<{ readonly bytes: Buffer; readonly name: string }> {
    const begun = this.page.waitForEvent("download");
    await this.page.getByRole("link", { name, exact: true }).click();
    const download = await begun;
    return { bytes: await readFile(await download.path()), name: download.suggestedFilename() };
  }
}
