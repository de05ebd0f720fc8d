import { cp, mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIXTURE, filesIn, run, temporaryFolder } from "../testing/run.ts";
import { packsBelow } from "./packs-below.ts";
import { runTasks } from "./run-tasks.ts";

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  temporary = await temporaryFolder();
});
afterAll(() => temporary.remove());
const path = (...names: string[]) => join(temporary.path, ...names);
const PUBLISHED = join(FIXTURE, "expected", "published.txt");

describe("the packs of a folder", () => {
  it("are its files one by one, and each folder below that holds files directly", async () => {
    const folder = path("layout");
    for (const name of ["b/c", "d"]) await mkdir(join(folder, name), { recursive: true });
    for (const name of ["a.txt", "b/1.txt", "b/2.txt", "b/c/3.txt", ".hidden"])
      await writeFile(join(folder, name), "文字");
    const packs = await packsBelow(folder, { separate: false, except: [join(folder, "out")] });
    expect(packs.map(({ name, paths }) => [name, paths.length])).toEqual([
      ["a.txt", 1],
      ["b", 2],
      ["b/c", 1],
    ]);
    const separate = await packsBelow(folder, { separate: true, except: [join(folder, "b", "c")] });
    expect(separate.map(({ name }) => name)).toEqual(["a.txt", "b/1.txt", "b/2.txt"]);
  });
});

describe("an audit", () => {
  it("gives a row to a good pack and to a file that nobody can read, and goes on", async () => {
    const [folder, out] = [path("packs"), path("out")];
    await mkdir(join(folder, "部门"), { recursive: true });
    await cp(PUBLISHED, join(folder, "部门", "公开.txt"));
    await writeFile(join(folder, "坏.pdf"), "%PDF-1.7 broken");
    const { code, out: said } = await run("audit", folder, "-o", out, "--jobs", "2");
    expect(code).toBe(1);
    expect(said).toContain("2 份材料，1 份未能核对");
    expect(await filesIn(out)).toEqual(
      ["packs/坏.pdf.json", "packs/部门.json", "summary.json", "summary.xlsx"].sort(),
    );
    const { packs } = JSON.parse(await readFile(join(out, "summary.json"), "utf8"));
    expect(packs.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([
      ["坏.pdf", "unreadable"],
      ["部门", "checked"],
    ]);
  });

  it("does not check again what has not changed, and writes the same bytes", async () => {
    const [folder, out] = [path("packs"), path("out")];
    const before = await readFile(join(out, "summary.xlsx"));
    const day = new Date("2001-01-01T00:00:00Z");
    await utimes(join(out, "packs", "部门.json"), day, day);
    const { error } = await run("audit", folder, "-o", out);
    expect(error.match(/已是最新/g)).toHaveLength(2);
    expect(await readFile(join(out, "summary.xlsx"))).toEqual(before);
  });

  it("takes packs of several bodies apart where the names of their files say nothing", async () => {
    const [folder, out] = [path("unnamed"), path("unnamed-out")];
    const text = await readFile(PUBLISHED, "utf8");
    const other = text.replaceAll(
      "中共重庆市万盛经济技术开发区工作委员会老干部局",
      "重庆市万盛经济技术开发区档案局",
    );
    expect(other).not.toBe(text);
    for (const name of ["全区", "一家"]) await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, "全区", "F1.txt"), text);
    await writeFile(join(folder, "全区", "F2.txt"), other);
    await writeFile(join(folder, "一家", "F1.txt"), text);
    await writeFile(join(folder, "一家", "F2.txt"), "附件说明\n本附件没有内容。\n");
    await run("audit", folder, "-o", out);
    const { packs } = JSON.parse(await readFile(join(out, "summary.json"), "utf8"));
    const rows = packs.map(({ name, errors }: { name: string; errors: number }) => [name, errors]);
    expect(new Map(rows).get("一家")).toBeGreaterThan(0);
    expect(rows.map(([name]: [string]) => name)).toEqual(["一家", "全区/F1.txt", "全区/F2.txt"]);
    expect(new Set(rows.map(([, count]: [string, number]) => count)).size).toBe(1);
    const together = await run("check", join(folder, "全区"));
    expect(together.out).toContain("不是一套公开材料，而是几套材料");
    expect(together.out).toContain("0 个错误");
  });

  it.each(["audit no/such/folder", "audit . --jobs none", "audit . --timeout 0"])(
    "says what is wrong with: %s",
    async (line) => {
      const { code, error } = await run(...line.split(" "));
      expect(code).toBeGreaterThanOrEqual(2);
      expect(error).toMatch(/\p{Script=Han}.*\n.*[a-z]/u);
    },
  );
});

describe("a worker", () => {
  const worker = async (body: string) => {
    const module = path("worker.mjs");
    await writeFile(
      module,
      `process.on("message", (task) => { if (task.name === "bad") { ${body} } else process.send(task.name); });`,
    );
    return module;
  };
  const states = async (module: string) => {
    const source = path("one.txt");
    await writeFile(source, "文字");
    const tasks = ["bad", "good"].map((name) => ({
      name,
      paths: [source],
      target: path("w", `${name}.json`),
    }));
    const good = { name: "good", state: "checked", findings: [], reading: [] };
    await mkdir(path("w"), { recursive: true });
    await writeFile(path("w", "good.json"), JSON.stringify(good));
    const settings = { jobs: 1, milliseconds: 1500, module, progress: () => undefined };
    const results = await runTasks(tasks, { ...settings, signal: new AbortController().signal });
    return results.map((result) => result?.state);
  };

  it("that crashes costs its pack only", async () => {
    expect(await states(await worker("process.exit(1);"))).toEqual(["crashed", "checked"]);
  });

  it("that hangs is ended after the time allowed, and costs its pack only", async () => {
    expect(await states(await worker("for (;;);"))).toEqual(["timed-out", "checked"]);
  });

  it("is abandoned when the user breaks the audit off", async () => {
    const controller = new AbortController();
    const module = await worker("setTimeout(() => {}, 100000);");
    setTimeout(() => controller.abort(), 300);
    const task = { name: "bad", paths: [PUBLISHED], target: path("w", "never.json") };
    const settings = { jobs: 1, milliseconds: 100_000, module, progress: () => undefined };
    expect(await runTasks([task], { ...settings, signal: controller.signal })).toEqual([undefined]);
  });
});
