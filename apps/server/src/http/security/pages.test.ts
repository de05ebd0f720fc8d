import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ServerType, serve } from "@hono/node-server";
import { writeCsvRecords } from "@mingzhang/renderers";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileRecords } from "../../../../../packages/renderers/src/testing/hostile.ts";
import { auditUpload } from "../../jobs/audit.ts";
import { openAuditor } from "../../jobs/auditor.ts";
import { openWorkspace, type Person, type Workspace } from "../../testing/workspace.ts";
import { createApp } from "../app.ts";

const CHROMIUM = "/usr/bin/chromium";
const ROOT = fileURLToPath(new URL("../../../../../", import.meta.url));
const ATTACK = "window.__xss = 1; alert(1)";
const MARKUP = `"><img src=x onerror="${ATTACK}"><script>${ATTACK}</script>`;
const QUIET = ["background-networking", "component-update", "sync"].map((name) => `--disable-${name}`);
const TABS = ["entry", "preview", "review", "versions", "history"];

/** Every page of the workspace over an organisation in which everything that people name or write is markup. */
describe.skipIf(!existsSync(CHROMIUM))(
  `the pages over hostile text (needs ${CHROMIUM})`,
  { timeout: 300_000 },
  () => {
    let workspace: Workspace;
    let server: ServerType;
    let browser: Browser;
    let folder: string;
    let address: string;
    let budget: string;
    const alarms: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "mingzhang-pages-"));
      const vite = join(ROOT, "node_modules/vite/bin/vite.js");
      execFileSync(process.execPath, [vite, "build", "apps/web", "--outDir", folder], {
        cwd: ROOT,
        stdio: "ignore",
      });
      workspace = await openWorkspace();
      budget = await fill(workspace);
      const app = createApp({ ...workspace.options, web: folder });
      address = await new Promise((done) => {
        server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
          done(`http://127.0.0.1:${port}`),
        );
      });
      const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", ...QUIET];
      browser = await chromium.launch({ executablePath: CHROMIUM, args });
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await new Promise((done) => server?.close(done));
      expect(workspace.faults).toEqual([]);
      await workspace.close();
      await rm(folder, { recursive: true, force: true });
    });

    const picture = async (page: Page, name: string): Promise<void> => {
      const pictures = process.env.WEB_PICTURES;
      if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
    };
    const pageOf = async (account: string): Promise<Page> => {
      const context = await browser.newContext({ locale: "zh-CN", reducedMotion: "reduce" });
      const page = await context.newPage();
      page.on("dialog", (dialog) => {
        alarms.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("request", (request) => {
        const url = request.url();
        if (!/^(?:blob|data|about):/.test(url) && !url.startsWith(address)) alarms.push(`request: ${url}`);
        if (new URL(url).pathname.endsWith("/x")) alarms.push(`request: ${url}`);
      });
      // A policy that had to stop something is an alarm too: the text should never have become markup.
      page.on("console", (message) => {
        if (/Content Security Policy/i.test(message.text())) alarms.push(message.text());
      });
      await page.goto(address);
      await page.getByLabel("账号").fill(account);
      await page.getByLabel("密码").fill("correct horse battery");
      await page.getByRole("button", { name: "登录" }).click();
      await page.getByText("退出").waitFor();
      return page;
    };

    /** Shows a page until the hostile text is on it, and looks whether any of it became more than text. */
    const look = async (page: Page, path: string): Promise<string> => {
      const response = await page.goto(`${address}${path}`);
      expect(response?.headers()["content-security-policy"]).toMatch(/script-src 'self' 'wasm-unsafe-eval';/);
      await page.locator("main").waitFor();
      await page.waitForLoadState("networkidle");
      const shown = await page.waitForFunction(
        "(document.body.innerText + [...document.querySelectorAll('input,textarea')].map((each) => each.value)" +
          " + [...document.querySelectorAll('iframe')].map((each) => each.contentDocument?.body?.innerText)).includes('onerror=')",
        undefined,
        { timeout: 30_000 },
      );
      expect(await shown.jsonValue()).toBe(true);
      for (const frame of page.frames()) {
        const found = await frame.evaluate(
          "[window.__xss, document.querySelectorAll('img[src=x], [onerror]').length]",
        );
        expect([path, found]).toEqual([path, [undefined, 0]]);
      }
      return path;
    };

    it("is text on the pages of a budget", async () => {
      const page = await pageOf("editor");
      for (const path of ["/budgets", ...TABS.map((tab) => `/budgets/${budget}/${tab}`)])
        await look(page, path);
      expect(alarms).toEqual([]);
    });

    it("is text on the pages of the bureau, with the names of uploaded files", async () => {
      const page = await pageOf("bureau");
      const paths = ["/console", `/console/${workspace.body("216")}/2023/budget`, "/console/ceilings/2023"];
      for (const path of paths) await look(page, path);
      expect(alarms).toEqual([]);
    });

    it("is text on the pages of people and bodies", async () => {
      const page = await pageOf("administrator");
      for (const path of ["/bodies", "/account", "/people"]) await look(page, path);
      await page.getByRole("button", { name: "安全日志" }).click();
      await page.getByRole("dialog").getByText("onerror=").first().waitFor();
      await page.getByRole("dialog").getByText("没有这个账号").first().waitFor();
      await picture(page, "security-log");
      expect(await page.evaluate("window.__xss")).toBeUndefined();
      expect(alarms).toEqual([]);
    });

    it("show a password to whoever typed it, when asked", async () => {
      const page = await (await browser.newContext({ locale: "zh-CN" })).newPage();
      await page.goto(address);
      const field = page.getByLabel("密码");
      await field.fill("what was typed");
      expect(await field.getAttribute("type")).toBe("password");
      await page.getByRole("button", { name: "显示" }).click();
      expect(await field.getAttribute("type")).toBe("text");
      await picture(page, "password-shown");
      await page.getByRole("button", { name: "隐藏" }).click();
      expect(await field.getAttribute("type")).toBe("password");
    });
  },
);

/** Names, entries, comments, explanations, reasons and files of markup; gives the budget's id. */
async function fill(workspace: Workspace): Promise<string> {
  const editor = await workspace.signIn("editor");
  const body = workspace.body("216");
  const { id: budget } = await editor.call("openBudget", { body: { bodyId: body, year: 2023 } });
  const params = { budget };
  const files = new FormData();
  for (const { name, bytes } of writeCsvRecords(await hostileRecords(MARKUP)))
    files.append("files", new File([bytes as Uint8Array<ArrayBuffer>], name));
  await editor.call("importWorkbook", { params, files });
  await editor.call("comment", { params, body: { anchor: { kind: "budget" }, text: MARKUP } });
  const { findings } = await editor.call("check", { params });
  for (const { key } of findings.slice(0, 5))
    await editor.call("explain", { params, body: { key, text: MARKUP } });
  const { sheets } = await editor.call("sheets", { params });
  const row = sheets.find(({ sheet }) => sheet === "notes")?.rows[0];
  const change = {
    kind: "set" as const,
    sheet: "notes",
    row: row?.id ?? "",
    field: "note",
    from: row?.cells.note ?? "",
    to: `${MARKUP}2`,
  };
  await editor.call("edit", { params, body: { id: randomUUID(), changes: [change], reason: MARKUP } });
  await uploaded(workspace, body);
  const stranger = { account: MARKUP.slice(0, 90), password: MARKUP };
  await workspace.app.request("/api/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(stranger),
  });
  await renamed(await workspace.signIn("administrator"));
  return budget;
}

async function uploaded(workspace: Workspace, body: string): Promise<void> {
  const bureau = await workspace.signIn("bureau");
  const pack = { body, year: 2023, document: "budget" } as const;
  const files = new FormData();
  files.append("files", new File([`${MARKUP}\n${MARKUP}部门预算`], `${MARKUP}.txt`));
  const { job } = await bureau.call("uploadPack", { params: pack, files });
  const auditor = openAuditor(1);
  await auditUpload(workspace.database, auditor, job ?? "").finally(auditor.close);
  const { findings } = await bureau.call("findings", { params: pack });
  for (const { id } of findings.slice(0, 3))
    await bureau.call("trackFinding", { params: { finding: id }, body: { state: "sent", note: MARKUP } });
  await bureau.call("exempt", {
    params: { body: workspace.body("300"), year: 2023, document: "budget" },
    body: { exemption: MARKUP },
  });
}

async function renamed(administrator: Person): Promise<void> {
  const { bodies } = await administrator.call("bodies", {});
  for (const { id, name, shortName } of bodies)
    await administrator.call("changeBody", {
      params: { body: id },
      body: {
        name: `${MARKUP}${name}`,
        shortName: `${MARKUP}${shortName}`,
        code: MARKUP.slice(0, 10) + id.slice(0, 8),
      },
    });
  const { people } = await administrator.call("people", {});
  for (const { id, name } of people)
    await administrator.call("changePerson", { params: { person: id }, body: { name: `${MARKUP}${name}` } });
}
