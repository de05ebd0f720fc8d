import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

export { buildPages } from "./build-pages.ts";

export const CHROMIUM = "/usr/bin/chromium";
const root = fileURLToPath(new URL("../../../../", import.meta.url));
export const PROGRAM = join(root, "apps/cli/bin/mingzhang.mjs");
const quiet = ["background-networking", "component-update", "sync"].map((name) => `--disable-${name}`);
const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", ...quiet];
/** 1366×768 at 125 %. */
const OFFICE_SCREEN = { width: 1093, height: 614 };

/** The program as it is installed, and browsers that come to it. */
export class ServedWorkspace {
  #child: ChildProcess | undefined;
  #said = "";
  #browser: Browser | undefined;
  #data = "";
  /** A folder for files, which goes away with the workspace. */
  folder = "";
  /** What went wrong in pages. */
  readonly faults: string[] = [];
  address = "";

  /** A first start. `bodies`: a CSV; else the demonstration. Without a database's address the program brings its own. */
  async open({
    bodies,
    databaseUrl,
    options = [],
  }: {
    readonly bodies?: string;
    readonly databaseUrl?: string;
    /** Further options of the command. */
    readonly options?: readonly string[];
  } = {}) {
    this.#data = await mkdtemp(join(tmpdir(), "mingzhang-web-"));
    this.folder = await mkdtemp(join(tmpdir(), "mingzhang-files-"));
    const file = join(this.folder, "bodies.csv");
    if (bodies !== undefined) await writeFile(file, bodies);
    const { DATABASE_URL: _, ...env } = process.env;
    const first = bodies === undefined ? ["--demo"] : ["--bodies", file];
    const serve = ["serve", "--port", "0", "--data", this.#data, ...first, ...options];
    const child = spawn(process.execPath, [PROGRAM, ...serve], {
      env: { ...env, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const launched = chromium.launch({ executablePath: CHROMIUM, args });
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
    this.#browser = await launched;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    const child = this.#child;
    if (child !== undefined && child.exitCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
    }
    for (const folder of [this.#data, this.folder]) await rm(folder, { recursive: true, force: true });
  }

  /** What the program printed for an account at its first start. */
  passwordOf(account: string): string {
    return new RegExp(`^ {2}${account}\\t(\\S+)`, "m").exec(this.#said)?.[1] ?? "";
  }

  /** A browser of its own on the first page; `cookie`: of a session that goes on in it. */
  async browser(cookie?: string): Promise<Page> {
    if (this.#browser === undefined) throw new Error("not open");
    const context = await this.#browser.newContext({
      viewport: OFFICE_SCREEN,
      deviceScaleFactor: 1.25,
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce",
      acceptDownloads: true,
    });
    const [name = "", value = ""] = cookie?.split("=") ?? [];
    if (name !== "") await context.addCookies([{ name, value, url: this.address, sameSite: "Strict" }]);
    const page = await context.newPage();
    // A machine that runs all tests at once takes its time.
    page.setDefaultTimeout(60_000);
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
}
