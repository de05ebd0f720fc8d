import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { look } from "../testing/look.ts";
import { Person } from "../testing/person.ts";
import { buildPages, CHROMIUM, ServedWorkspace } from "../testing/served.ts";

const LEDGER = "预算明细";
const AMOUNT = 11;
const OF_PROJECT = 2;
const TYPED = { amount: "7654321.09", text: "绝密的甲项目" };
/** A record of the browser's database, and what it holds as text. */
interface Lying {
  readonly id: string;
  readonly budget: string;
  readonly person: string;
  readonly order: number;
  readonly sealed?: unknown;
  readonly changes?: unknown;
}

/** In the page: the edits that its database holds, sealed ones as text of their bytes. */
const LYING = `new Promise((done) => {
  const request = indexedDB.open("mingzhang", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("edits", { keyPath: "id" });
  request.onsuccess = () => {
    const all = request.result.transaction("edits").objectStore("edits").getAll();
    const plain = (one) => one.sealed === undefined ? one : { ...one, sealed: new TextDecoder().decode(one.sealed) };
    all.onsuccess = () => { request.result.close(); done(all.result.map(plain)); };
  };
})`;
const inStore = (work: string) => `new Promise((done) => {
  const request = indexedDB.open("mingzhang", 1);
  request.onsuccess = () => {
    const transaction = request.result.transaction("edits", "readwrite");
    transaction.objectStore("edits").${work};
    transaction.oncomplete = () => { request.result.close(); done(); };
  };
})`;
const put = (record: string) => inStore(`put(${record})`);
/** In the page: everything that a browser keeps of it, and what is on it. */
const EVERYTHING = `(async () => JSON.stringify([
  await ${LYING},
  (await indexedDB.databases()).map(({ name }) => name),
  Object.entries(localStorage), Object.entries(sessionStorage),
  "caches" in globalThis ? await caches.keys() : [],
  document.documentElement.outerHTML,
]))()`;

/** Pages as offices reach them over plain http, where browsers have no cryptography of their own. */
describe.skipIf(!existsSync(CHROMIUM))(`edits that wait (needs ${CHROMIUM})`, { timeout: 240_000 }, () => {
  const served = new ServedWorkspace();
  let person: Person;
  let page: Page;
  let body = "";

  beforeAll(async () => {
    buildPages();
    await served.open();
    person = await Person.at(served);
    page = person.page;
    const withoutCryptography = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })";
    await page.context().addInitScript(withoutCryptography);
    await page.reload();
    await signIn();
    body = (await page.getByRole("table").getByRole("link").first().textContent()) ?? "";
    await person.open(body, "填报");
  });
  afterAll(async () => {
    expect(served.faults).toEqual([]);
    await served.close();
  });

  const signIn = async () => {
    await person.signIn("editor", served.passwordOf("editor"));
    await page.getByRole("button", { name: "退出" }).waitFor();
  };
  const lying = () => page.evaluate<readonly Lying[]>(LYING);
  const online = () => page.context().setOffline(false);
  const typeOffline = async (row: number, amount: string) => {
    await page.context().setOffline(true);
    await person.type(row, AMOUNT, amount);
    await page.getByText("连不上服务器").waitFor();
  };
  const openAgain = async () => {
    person = new Person(page);
    await person.open(body, "填报");
    await person.saved();
    await person.sheet(LEDGER);
  };

  it("lie in the browser sealed, and nothing of what was typed can be read anywhere in it", async () => {
    expect(await page.evaluate("crypto.subtle === undefined")).toBe(true);
    await typeOffline(0, TYPED.amount);
    await person.sheet("项目");
    await person.type(0, OF_PROJECT, TYPED.text);
    await expect.poll(async () => (await lying()).length).toBe(2);
    const kept = JSON.stringify(await lying());
    for (const text of [TYPED.amount, TYPED.text, "7654321", "绝密", "amount_yuan", "ledger"])
      expect([text, kept.includes(text)]).toEqual([text, false]);
    for (const one of await lying())
      expect(Object.keys(one).sort()).toEqual(["budget", "id", "order", "person", "sealed"]);
  });

  it("are read again and sent when the page comes back with the server, in their order", async () => {
    const context = page.context();
    const address = page.url();
    const sent: string[] = [];
    const ids = [...(await lying())].sort((a, b) => a.order - b.order).map(({ id }) => id);
    await page.close();
    await online();
    page = await context.newPage();
    page.on("request", (request) => {
      if (request.url().endsWith("/edits")) sent.push(request.postDataJSON().id);
    });
    await page.goto(address);
    person = new Person(page);
    await person.saved();
    expect(sent).toEqual(ids);
    await expect.poll(async () => (await lying()).length).toBe(0);
    await person.sheet("项目");
    await expect.poll(() => person.cell(0, OF_PROJECT).textContent()).toBe(TYPED.text);
  });

  it("of an earlier version, in clear, are sealed at once and sent when their budget is opened", async () => {
    const me = await page.evaluate<{ person: { id: string } }>(
      "fetch('/api/me').then((answer) => answer.json())",
    );
    const budget = /budgets\/([^/]+)/.exec(page.url())?.[1] ?? "";
    const { sheets } = await page.evaluate<{
      sheets: { sheet: string; rows: { id: string; cells: Record<string, string> }[] }[];
    }>(`fetch('/api/budgets/${budget}/sheets').then((answer) => answer.json())`);
    const row = sheets.find(({ sheet }) => sheet === "ledger")?.rows[1];
    const change = {
      kind: "set",
      sheet: "ledger",
      row: row?.id,
      field: "amount_yuan",
      from: row?.cells.amount_yuan ?? "",
      to: "1234567.89",
    };
    const old = (id: string, of: string) =>
      JSON.stringify({ id, budget: of, person: me.person.id, order: 1, changes: [change] });
    await page.goto(`${served.address}/account`);
    await page.getByRole("heading", { level: 1, name: "我的账号" }).waitFor();
    const other = crypto.randomUUID();
    await page.evaluate(put(old(crypto.randomUUID(), budget)));
    await page.evaluate(put(old(other, crypto.randomUUID())));
    await page.evaluate("localStorage.setItem('mingzhang.record.1', '{\"project\":\"绝密\"}')");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "我的账号" }).waitFor();
    await expect
      .poll(async () => (await lying()).filter(({ sealed }) => sealed !== undefined).length)
      .toBe(2);
    expect(await page.evaluate<string>(EVERYTHING)).not.toMatch(/1234567|绝密/);
    await openAgain();
    await expect.poll(() => person.cell(1, AMOUNT).textContent()).toContain("1234567.89");
    expect((await lying()).map(({ id }) => id)).toEqual([other]);
    await page.evaluate(inStore("clear()"));
  });

  it("that no key opens are told, break nothing, and stay until the person gives them up", async () => {
    const me = await page.evaluate<{ person: { id: string } }>(
      "fetch('/api/me').then((answer) => answer.json())",
    );
    const budget = /budgets\/([^/]+)/.exec(page.url())?.[1] ?? "";
    await page.evaluate(
      put(
        `{ id: crypto.randomUUID(), budget: "${budget}", person: "${me.person.id}", order: 1, sealed: crypto.getRandomValues(new Uint8Array(90)) }`,
      ),
    );
    await page.reload();
    const notice = page.getByRole("alert").filter({ hasText: "1 处没有发出的改动解不开" });
    await notice.waitFor();
    await look(page, "unreadable-edits");
    await person.sheet(LEDGER);
    await person.type(2, AMOUNT, "17");
    await person.saved();
    await expect.poll(async () => (await lying()).length).toBe(1);
    await notice.getByRole("button", { name: "删除这些改动" }).click();
    await notice.waitFor({ state: "detached" });
    await expect.poll(async () => (await lying()).length).toBe(0);
  });

  it("are sent before somebody is signed out", async () => {
    await page.route("**/edits", async (route) => {
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
    await person.type(3, AMOUNT, "1818.18");
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByRole("heading", { level: 1, name: "登录" }).waitFor();
    await page.unroute("**/edits");
    expect(await lying()).toEqual([]);
    expect(await page.getByText("没能发到服务器").count()).toBe(0);
    await signIn();
    await openAgain();
    expect(await person.cell(3, AMOUNT).textContent()).toContain("1818.18");
  });

  it("that cannot be sent at signing out wait sealed; the person is told, and nothing readable is left", async () => {
    await typeOffline(4, "2929292.92");
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByText("有 1 处改动没能发到服务器，已加密留在这台电脑").waitFor();
    await page.getByText("已退出，但连不上服务器").waitFor();
    await look(page, "signed-out-unsent");
    const left = await page.evaluate<string>(EVERYTHING);
    expect(left).not.toMatch(/2929292|amount_yuan|绝密|1818\.18/);
    expect((await lying()).length).toBe(1);
    await online();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "登录" }).waitFor();
    expect(await page.evaluate("fetch('/api/me').then(({ status }) => status)")).toBe(401);
    await signIn();
    await openAgain();
    await expect.poll(() => person.cell(4, AMOUNT).textContent()).toContain("2929292.92");
    await expect.poll(async () => (await lying()).length).toBe(0);
  });

  it("are of nobody else: another tab leaves with the person, and the next person's session sends nothing of theirs", async () => {
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await tab.getByRole("grid").waitFor();
    await typeOffline(5, "3131.31");
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByRole("heading", { level: 1, name: "登录" }).waitFor();
    await tab.getByRole("heading", { level: 1, name: "登录" }).waitFor();
    await tab.close();
    await online();
    const edits: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/edits")) edits.push(request.url());
    });
    await person.signIn("head", served.passwordOf("head"));
    person = new Person(page);
    await person.open(body, "填报");
    await person.saved();
    expect(edits).toEqual([]);
    expect((await lying()).length).toBe(1);
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByRole("heading", { level: 1, name: "登录" }).waitFor();
    expect(await page.getByText("没能发到服务器").count()).toBe(0);
    await signIn();
    await openAgain();
    await expect.poll(() => person.cell(5, AMOUNT).textContent()).toContain("3131.31");
  });
});
