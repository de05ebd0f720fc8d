import { afterAll, beforeAll, expect, it } from "vitest";
import { hire } from "./hire.ts";
import { look } from "./look.ts";
import { Person } from "./person.ts";
import { ServedWorkspace } from "./served.ts";

/** Sheets' columns and rows, as these tests use them. */
const ECONOMIC = 7;
const GOVERNMENT = 8;
const AMOUNT = 11;
const OF_PROJECT = 2;

/** The pages at their finest: entry as in a spreadsheet, two people at one sheet, the preview, both languages. */
export function pagesAtWork(): void {
  const served = new ServedWorkspace();
  let body = "";
  let editor: Person;
  let other: Person;
  beforeAll(async () => {
    await served.open();
    editor = await Person.at(served);
    await editor.signIn("editor", served.passwordOf("editor"));
    body = (await editor.page.getByRole("table").getByRole("link").first().textContent()) ?? "";
    const colleague = ["colleague", "郑同", "经办", body] as const;
    const [hired] = await hire(served, served.passwordOf("administrator"), [colleague]);
    other = hired?.[1] ?? editor;
  });
  afterAll(async () => {
    await served.close();
  });

  it("lets an accountant work as in a spreadsheet, and checks each edit", async () => {
    const { page } = editor;
    await editor.open(body, "填报");
    await page.getByText(/^错误 0，/).waitFor();
    const amount = editor.cell(0, AMOUNT);
    await editor.cell(0, 0).click();
    await page.keyboard.press("End");
    const before = await amount.textContent();
    await page.keyboard.type("abc");
    await page.keyboard.press("Enter");
    await editor.saved();
    await page.locator(".finding-error").first().waitFor();
    expect(await amount.getAttribute("class")).toContain("mark-error");
    await look(page, "entry-error");
    await page.keyboard.press("Control+z");
    await page.getByText(/^错误 0，/).waitFor();
    expect(await amount.textContent()).toBe(before);
  });

  it("finds a code by its initials and fills in its counterpart", async () => {
    const { page } = editor;
    await editor.cell(0, ECONOMIC).scrollIntoViewIfNeeded();
    await editor.cell(0, ECONOMIC).click();
    await page.keyboard.type("bgf");
    await page.getByRole("option").first().waitFor();
    await look(page, "entry-list");
    await page.keyboard.press("Enter");
    expect(await editor.cell(0, ECONOMIC).textContent()).toContain("30201");
    expect(await editor.cell(0, GOVERNMENT).textContent()).toContain("50201");
    await page.getByRole("button", { name: "撤销" }).click();
    await editor.saved();
  });

  it("takes what was copied in Excel, and takes it back", async () => {
    const { page } = editor;
    const grid = page.getByRole("grid");
    await editor.cell(0, ECONOMIC).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Control+ArrowDown");
    const rows = await grid.getAttribute("aria-rowcount");
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "2023\\torgan\\n2023\\torgan\\n2023\\torgan\\n");
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    })()`);
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe(String(Number(rows) + 2));
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe(rows);
    await editor.saved();
    await page.getByText(/^错误 0，/).waitFor();
  });

  it("shows others' edits at once, keeps edits without a connection, and overwrites nothing unseen", async () => {
    for (const person of [editor, other]) {
      await person.open(body, "填报");
      await person.sheet("项目");
    }
    const cell = { one: editor.cell(0, OF_PROJECT), other: other.cell(0, OF_PROJECT) };
    const before = (await cell.one.textContent()) ?? "";
    await editor.type(0, OF_PROJECT, "甲写的");
    await expect.poll(() => cell.other.textContent()).toContain("甲写的");
    await other.page.context().setOffline(true);
    await other.type(0, OF_PROJECT, "乙写的");
    await other.page.getByText("连不上服务器").waitFor();
    await look(other.page, "offline");
    await editor.type(0, OF_PROJECT, "甲又写");
    await editor.saved();
    await other.page.context().setOffline(false);
    await other.page.getByText("与别人的改动冲突").waitFor();
    await other.page.getByText("我的：乙写的").waitFor();
    await look(other.page, "conflict");
    await other.page.getByRole("button", { name: "用我的" }).click();
    await expect.poll(() => cell.one.textContent()).toContain("乙写的");
    await editor.type(0, OF_PROJECT, before);
    await editor.saved();
  });

  it("shows the disclosure, where each figure comes from, and what became of it", async () => {
    const { page } = editor;
    await editor.tab("预览");
    await page.getByText("使各处加总成立。").waitFor();
    await look(page, "preview");
    await page.frameLocator("iframe").locator("p [data-figure]").first().click();
    await page.getByText("这个数从哪里来").waitFor();
    await page.getByText("精确值").waitFor();
    await look(page, "figure-of-editor");
    await page.locator(".ant-drawer-close").click();
    await editor.tab("修改记录");
    await page.getByRole("cell", { name: "甲又写" }).first().waitFor();
    await look(page, "changes");
  });

  it("speaks English, too", async () => {
    const { page } = editor;
    await page.getByRole("button", { name: "English" }).click();
    for (const name of ["Entry", "Preview", "Review", "Versions", "History"]) {
      await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
      await page.locator("[aria-current=page]", { hasText: name }).waitFor();
      await expect.poll(() => page.getByText("Loading …").count(), { timeout: 30_000 }).toBe(0);
      await look(page, `${name.toLowerCase()}-en`);
    }
    for (const name of ["Console", "Budgets", "My account"]) {
      await page.getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await look(page, `${name.toLowerCase().replace(" ", "-")}-en`);
    }
  });

  it("leaves no fault behind, and asks nothing of other machines", () => {
    expect(served.faults).toEqual([]);
  });
}
