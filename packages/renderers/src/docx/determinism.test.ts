import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import { sampleDocument } from "../testing/sample.ts";
import { docxRenderer } from "./index.ts";
import { partsOf } from "./testing/parts.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("the same document gives the same bytes at another time, and when rendered again", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2023-03-01T08:00:00Z") });
  const first = await docxRenderer.render({ document: sampleDocument() });
  vi.setSystemTime(new Date("2031-11-30T23:59:58Z"));
  const second = await docxRenderer.render({ document: sampleDocument() });
  expect(unzipSync(second.bytes)).toEqual(unzipSync(first.bytes));
  expect(second.bytes).toEqual(first.bytes);
});

test("two processes in different time zones give the same bytes", async () => {
  const script = `
    import { createHash } from "node:crypto";
    import { docxRenderer } from ${JSON.stringify(here("./index.ts"))};
    import { sampleDocument } from ${JSON.stringify(here("../testing/sample.ts"))};
    const { bytes } = await docxRenderer.render({ document: sampleDocument() });
    console.log(createHash("sha256").update(bytes).digest("hex"));`;
  const hash = async (zone: string) => {
    const run = promisify(execFile);
    const options = { env: { ...process.env, TZ: zone }, cwd: fileURLToPath(new URL(".", import.meta.url)) };
    const args = ["--import", "tsx", "--input-type=module", "--eval", script];
    return (await run(process.execPath, args, options)).stdout.trim();
  };
  const [shanghai, newYork] = [await hash("Asia/Shanghai"), await hash("America/New_York")];
  expect(shanghai).toMatch(/^[0-9a-f]{64}$/);
  expect(newYork).toBe(shanghai);
});

test("title, author, date and language of the document are the file's properties", async () => {
  const core = (await partsOf(sampleDocument()))["docProps/core.xml"];
  expect(core).toContain(
    "<dc:title>示例市档案局2023年部门预算</dc:title><dc:creator>示例市档案局</dc:creator>",
  );
  expect(core).toContain("<dc:language>zh-CN</dc:language>");
  expect(core).toContain(`<dcterms:created xsi:type="dcterms:W3CDTF">2023-03-01T00:00:00Z</dcterms:created>`);
});

test("a document without a date has no date in its properties, not today's", async () => {
  const { date: _, ...undated } = sampleDocument();
  expect((await partsOf(undated))["docProps/core.xml"]).not.toContain("dcterms:created");
});

function here(path: string): string {
  return new URL(path, import.meta.url).href;
}
