import { readFile, writeFile } from "node:fs/promises";
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

describe("a published pack with two digits swapped", () => {
  /** 事业运行, basic expenditure: 66.06 became 66.60; 104.20 = 38.14 + 66.06 and the row's total say what it was. */
  const spoil = async () => {
    const text = await readFile(PUBLISHED, "utf8");
    const row = "2013650\t事业运行\t66.06\t66.06\t\t";
    expect(text.split(row)).toHaveLength(2);
    const path = join(temporary.path, "spoiled.txt");
    await writeFile(path, text.replace(row, "2013650\t事业运行\t66.06\t66.60\t\t"));
    return path;
  };

  it("is told what to write where, with the least gap, on the terminal and in the files", async () => {
    const html = join(temporary.path, "spoiled.html");
    const { code, out } = await run("check", await spoil(), "--html", html);
    expect(code).toBe(1);
    expect(out).toContain("66.60 改为 66.06（疑为相邻两位颠倒）");
    expect(out).toContain("扣除四舍五入后至少仍差 5250元");
    const page = await readFile(html, "utf8");
    expect(page).toContain("为什么不能同时成立");
    expect(page).toContain("至少仍差 5250元");
    expect(page).toContain("66.60 改为 66.06");
  });

  it("gives machines the certificate", async () => {
    const { out } = await run("check", await spoil(), "--json");
    const { contradictions, findings } = JSON.parse(out);
    const index = contradictions.findIndex(({ gapYuan }: { gapYuan: string }) => gapYuan === "5250");
    expect(contradictions[index].corrections[0]).toMatchObject({ printed: "66.60", text: "66.06" });
    expect(
      contradictions[index].identities.map(({ multiplier }: { multiplier: string }) => multiplier),
    ).toEqual(["1"]);
    expect(findings.some(({ contradiction }: { contradiction?: number }) => contradiction === index)).toBe(
      true,
    );
  });
});
