import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

export const CHROMIUM = "/usr/bin/chromium";
const root = fileURLToPath(new URL("../../../../", import.meta.url));
const quiet = ["background-networking", "component-update", "sync"].map((name) => `--disable-${name}`);
const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", ...quiet];
/** 1366×768 at 125 %. */
const OFFICE_SCREEN = { width: 1093, height: 614 };

/** The program as it is installed, with the demonstration's people, and browsers in which they sign in. */
export class ServedWorkspace {
  #child: ChildProcess | undefined;
  #said = "";
  #browser: Browser | undefined;
  #data = "";
  /** What went wrong in pages. */
  readonly faults: string[] = [];
  address = "";

  async open(): Promise<void> {
    execFileSync(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "apps/web"], {
      cwd: root,
      stdio: "ignore",
    });
    this.#data = await mkdtemp(join(tmpdir(), "mingzhang-web-"));
    const program = join(root, "apps/cli/bin/mingzhang.mjs");
    const { DATABASE_URL: _, ...env } = process.env;
    const child = spawn(process.execPath, [program, "serve", "--demo", "--port", "0", "--data", this.#data], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    await new Promise<void>((done, fail) => {
      const hear = (chunk: Buffer) => {
        this.#said += chunk.toString("utf8");
        const found = /The workspace: (\S+)/.exec(this.#said)?.[1];
        if (found === undefined) return;
        this.address = found;
        done();
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("exit", () => fail(new Error(this.#said)));
    });
    this.#browser = await chromium.launch({ executablePath: CHROMIUM, args });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    const child = this.#child;
    if (child !== undefined && child.exitCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
    }
    await rm(this.#data, { recursive: true, force: true });
  }

  get password(): string {
    return /^ {2}editor\t(\S+)/m.exec(this.#said)?.[1] ?? "";
  }

  /** A browser of its own on the first page. */
  async browser(): Promise<Page> {
    const context = await this.#browser?.newContext({
      viewport: OFFICE_SCREEN,
      deviceScaleFactor: 1.25,
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce",
      acceptDownloads: true,
    });
    const page = await (context as BrowserContext).newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => this.faults.push(error.message));
    page.on("console", (message) => {
      const text = message.text();
      // What a browser says of an answer that is not 200, or of a cut line, is no fault of the page, nor is what
      // the component library says of a date that closes with its dialog.
      if (message.type() === "error" && !/Failed to load resource|ERR_|same shadow root/.test(text))
        this.faults.push(text);
    });
    page.on("request", (request) => {
      if (!/^(blob|data|about):/.test(request.url()) && !request.url().startsWith(this.address))
        this.faults.push(`asks elsewhere: ${request.url()}`);
    });
    await page.goto(this.address);
    return page;
  }

  async signIn(account: string, password = this.password): Promise<Page> {
    const page = await this.browser();
    await page.getByLabel("账号").fill(account);
    await page.getByLabel("密码").fill(password);
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByText("退出").or(page.getByText("一次性密码")).first().waitFor();
    return page;
  }
}

/** Breaches of WCAG 2.2 AA on a page as it stands. */
export async function violations(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(axe);
  const options = {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    iframes: false,
  };
  const found = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 200))
        .join(" ")}`,
  );
}
