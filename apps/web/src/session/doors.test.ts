import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { look } from "../testing/look.ts";
import { Person } from "../testing/person.ts";
import { buildPages, CHROMIUM, ServedWorkspace } from "../testing/served.ts";
import { oneTimeCode } from "../testing/totp.ts";

const PASSWORD = "a long walk in the rain";
const log = join(tmpdir(), `mingzhang-security-${process.pid}.jsonl`);

describe.skipIf(!existsSync(CHROMIUM))(`the doors (needs ${CHROMIUM})`, { timeout: 180_000 }, () => {
  const served = new ServedWorkspace();

  beforeAll(async () => {
    buildPages();
    await served.open({
      options: ["--require-second-factor", "head", "--alert-at", "3", "--log-to", log],
    });
  });
  afterAll(async () => {
    expect(served.faults).toEqual([]);
    await served.close();
    const events = readFileSync(log, "utf8").trimEnd().split("\n");
    expect(events.map((line) => JSON.parse(line).event)).toContain("totp-enabled");
    rmSync(log);
  });

  it("tell people how strong a new password is, in words, and afterwards what happened to their sign-in", async () => {
    const person = await Person.at(served);
    const { page } = person;
    await person.signIn("editor", served.passwordOf("editor"));
    await person.visit("我的账号");
    const typed = page.getByLabel("新密码", { exact: true });
    for (const [password, words] of [
      ["short", "太短"],
      ["1234qwer1234", "太容易猜到"],
      ["kopfkissen 77", "可以用，再长些更好"],
      [PASSWORD, "强"],
    ] as const) {
      await typed.fill(password);
      await page.getByRole("status").getByText(words, { exact: true }).last().waitFor();
    }
    await look(page, "password-strength");
    await person.replacePassword(served.passwordOf("editor"), PASSWORD);
    await page.getByText("密码已修改").waitFor();
    for (const label of ["现在的密码", "新密码", "再输入一次新密码"])
      expect([label, await page.getByLabel(label, { exact: true }).inputValue()]).toEqual([label, ""]);
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByLabel("账号").fill("editor");
    await page.getByLabel("密码").fill("not what it is");
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByText("账号、密码或动态口令不对").waitFor();
    expect(await page.getByLabel("密码").inputValue()).toBe("");
    await person.signIn("editor", PASSWORD);
    const notice = page.getByRole("status").filter({ hasText: "您上次登录是" });
    await notice.getByText(/密码不对 × 1、改了密码 × 1/).waitFor();
    await look(page, "sign-in-notice");
    await notice.getByRole("link", { name: "看登录记录" }).click();
    await page.getByText("改了密码，来自 127.0.0.1").scrollIntoViewIfNeeded();
    await look(page, "own-events");
    await notice.getByRole("button", { name: "知道了" }).click();
    await notice.waitFor({ state: "detached" });
  });

  it("open for a role that needs a second factor when it is set up, and not before", async () => {
    const person = await Person.at(served);
    const { page } = person;
    const password = served.passwordOf("head");
    await page.getByLabel("账号").fill("head");
    await page.getByLabel("密码").fill(password);
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByText("您的角色须用两步登录").waitFor();
    await look(page, "second-factor");
    await page.getByLabel("密码").fill(password);
    await page.getByRole("button", { name: "取得密钥" }).click();
    const secret = (await page.locator("code").textContent()) ?? "";
    await page.getByLabel("动态口令").fill(oneTimeCode(secret));
    await page.getByRole("button", { name: "启用" }).click();
    await page.getByRole("heading", { level: 1, name: "预算", exact: true }).waitFor();
  });

  it("tell administrators that failures are more than the threshold", async () => {
    const stranger = await Person.at(served);
    for (let turn = 0; turn < 3; turn++) {
      await stranger.page.getByLabel("账号").fill("nobody");
      await stranger.page.getByLabel("密码").fill("guess");
      const answered = stranger.page.waitForResponse((response) => response.status() === 401);
      await stranger.page.getByRole("button", { name: "登录" }).click();
      await answered;
    }
    const person = await Person.at(served);
    await person.signIn("administrator", served.passwordOf("administrator"));
    await person.page.getByRole("alert").filter({ hasText: "请看安全日志" }).waitFor();
    await look(person.page, "security-alert");
    await person.page.getByRole("button", { name: "English" }).click();
    await person.page.getByText(/Look at the security log: in the last quarter of an hour \d+/).waitFor();
    await look(person.page, "security-alert-en");
  });
});
