import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIXTURE, run, temporaryFolder } from "./testing/run.ts";

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  temporary = await temporaryFolder();
});
afterAll(() => temporary.remove());
const PUBLISHED = join(FIXTURE, "expected", "published.txt");

describe("check", () => {
  it("writes the bureau's sheet and the page report beside what it says", async () => {
    const [xlsx, html] = ["check.xlsx", "check.html"].map((name) => join(temporary.path, name));
    const { code, out } = await run("check", PUBLISHED, "--xlsx", xlsx ?? "", "--html", html ?? "");
    expect(code).toBe(1);
    expect(out).toContain("#DIV/0!");
    expect((await readFile(xlsx ?? "")).subarray(0, 2).toString()).toBe("PK");
    expect(await readFile(html ?? "", "utf8")).toContain("<mark>#DIV/0!</mark>");
  });

  it("shows the page of a PDF with the place marked", async () => {
    const built = join(temporary.path, "built");
    await run("build", FIXTURE, "-o", built, "--format", "pdf");
    const html = join(temporary.path, "pdf.html");
    expect(await run("check", join(built, "pdf"), "--html", html)).toMatchObject({ code: 0 });
    const page = await readFile(html, "utf8");
    expect(page).toMatch(/<symbol id="picture-0"[^>]*><image [^>]*href="data:image\/png;base64,/);
    expect(page).toContain("<rect ");
  });
});
