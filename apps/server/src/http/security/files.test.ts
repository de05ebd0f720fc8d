import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditUpload } from "../../jobs/audit.ts";
import { openAuditor } from "../../jobs/auditor.ts";
import { openWorkspace, type Person, type Workspace } from "../../testing/workspace.ts";
import { createApp } from "../app.ts";

const SECRET = "not to be served";
const NAMES = [
  "../../../etc/passwd",
  "..\\..\\windows\\system32\\con.txt",
  "/etc/cron.d/job",
  'a"; filename="evil.exe',
  "a\r\nSet-Cookie: stolen=1",
  "a\u0000.pdf",
  "<img src=x onerror=alert(1)>.html",
  "预算\u202Efdp.exe",
  ".htaccess",
  "%2e%2e%2fpasswd",
  `${"长".repeat(300)}.pdf`,
];

describe("files that come and go", () => {
  let workspace: Workspace;
  let bureau: Person;
  let folder: string;
  /** An upload that was audited. */
  let audit = "";

  beforeAll(async () => {
    workspace = await openWorkspace();
    bureau = await workspace.signIn("bureau");
    folder = await mkdtemp(join(tmpdir(), "mingzhang-files-"));
    await mkdir(join(folder, "web", "assets"), { recursive: true });
    await writeFile(join(folder, "web", "index.html"), "<!doctype html><title>page</title>");
    await writeFile(join(folder, "web", "assets", "a.js"), "1");
    await writeFile(join(folder, "secret.txt"), SECRET);
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
    await rm(folder, { recursive: true, force: true });
  });

  const pack = (year: number) => ({ body: workspace.body("216"), year, document: "budget" }) as const;
  const upload = (year: number, files: readonly (readonly [string, Uint8Array<ArrayBuffer> | string])[]) => {
    const form = new FormData();
    for (const [name, bytes] of files) form.append("files", new File([bytes], name));
    return bureau.call("uploadPack", { params: pack(year), files: form });
  };
  const download = async (path: string) => {
    const response = await bureau.fetch(path);
    expect(response.status).toBe(200);
    return response.headers;
  };
  /** What a browser may do with it: save it, under one harmless name. */
  const isHarmless = (headers: Headers) => {
    const disposition = headers.get("content-disposition") ?? "";
    const [, plain = "", coded = ""] =
      /^attachment; filename="([\w.-]*)"; filename\*=UTF-8''([^;,"\s]*)$/.exec(disposition) ?? [];
    const name = decodeURIComponent(coded);
    return (
      plain !== "" &&
      !/[\\/:<>"|?*\p{Cc}\p{Cf}]|^\./u.test(name) &&
      headers.get("set-cookie") === null &&
      headers.get("x-content-type-options") === "nosniff" &&
      /default-src 'none'.*frame-ancestors 'none'/.test(headers.get("content-security-policy") ?? "")
    );
  };

  it("keep no name that could leave a folder, break a header or run", async () => {
    const html = "<script>alert(document.cookie)</script>";
    const { id, files } = await upload(
      2023,
      NAMES.map((name, index) => [name, `${html}${index}`]),
    );
    expect(files.length).toBe(NAMES.length);
    for (const { name, sha256 } of files) {
      expect([name, /[\\/<>:"|?*\p{Cc}\p{Cf}]|^\./u.test(name), name.length < 100]).toEqual([
        name,
        false,
        true,
      ]);
      const headers = await download(`/api/uploads/${id}/files/${sha256}`);
      expect([name, headers.get("content-disposition"), isHarmless(headers)]).toEqual([
        name,
        headers.get("content-disposition"),
        true,
      ]);
    }
  });

  it("are refused when they are too many, too large or none", async () => {
    const many = Array.from({ length: 61 }, (_, index) => [`${index}.txt`, "x"] as const);
    expect((await bureau.refusal(upload(2030, many))).code).toBe("invalid");
    expect((await bureau.refusal(upload(2030, []))).status).toBe(400);
    const path = `/api/bodies/${workspace.body("216")}/packs/2030/budget`;
    const headers = { "content-type": "multipart/form-data; boundary=x", "x-csrf-token": bureau.csrf() };
    const large = await bureau.fetch(path, {
      method: "POST",
      headers: { ...headers, "content-length": String(129 * 1024 * 1024) },
      body: "x",
    });
    expect(large.status).toBe(413);
    for (const body of ["", "--x", "--x\r\nContent-Disposition: form-data\r\n\r\n", "x".repeat(10_000)])
      expect((await bureau.fetch(path, { method: "POST", headers, body })).status).toBe(400);
    expect((await bureau.call("uploads", { query: { year: 2030 } })).uploads).toEqual([]);
  });

  it("are not read for anybody without a session, however they are sent", async () => {
    const path = `/api/bodies/${workspace.body("216")}/packs/2030/budget`;
    const type = "multipart/form-data; boundary=x";
    const body = new ReadableStream({ pull: () => Promise.reject(new Error("read")) });
    for (const more of [{}, { "content-length": "100000000" }, { cookie: `mingzhang=${"0".repeat(64)}` }]) {
      const init = { method: "POST", headers: { "content-type": type, ...more }, body, duplex: "half" };
      expect((await workspace.app.request(path, init as RequestInit)).status).toBe(401);
    }
  });

  it("are audited without being unpacked to disk or beyond their limits", async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024);
    const { id, job } = await upload(2024, [
      ["bomb.zip", zipSync({ "公开表.xlsx": zeros }) as Uint8Array<ArrayBuffer>],
      ["bomb.xlsx", zipSync({ "xl/workbook.xml": zeros }) as Uint8Array<ArrayBuffer>],
      [
        "names.zip",
        zipSync({
          "../../outside.txt": strToU8("公开"),
          "/tmp/absolute.txt": strToU8("公开"),
          "..\\..\\windows.txt": strToU8("公开"),
        }) as Uint8Array<ArrayBuffer>,
      ],
    ]);
    const before = await readdir(folder, { recursive: true });
    const auditor = openAuditor(1);
    await auditUpload(workspace.database, auditor, job ?? "").finally(auditor.close);
    const audited = await bureau.call("upload", { params: { upload: id } });
    expect((await bureau.call("job", { params: { job: job ?? "" } })).state).toBe("done");
    const refused = audited.readingFindings.filter(({ level }) => level === "error");
    expect(JSON.stringify(refused)).toContain("bomb.zip");
    expect(JSON.stringify(refused)).toContain("bomb.xlsx");
    expect(await readdir(folder, { recursive: true })).toEqual(before);
    audit = id;
  });

  it("are named after bodies without letting a body's name into the header", async () => {
    const administrator = await workspace.signIn("administrator");
    const body = workspace.body("216");
    for (const name of NAMES.filter((text) => !text.includes("\u0000")).map((text) => text.slice(0, 200))) {
      await administrator.call("changeBody", { params: { body }, body: { name } });
      const headers = await download(`/api/uploads/${audit}/check-sheet.xlsx`);
      expect([name, isHarmless(headers)]).toEqual([name, true]);
    }
  });

  it("are refused as a workbook when they unpack to too much", async () => {
    const editor = await workspace.signIn("editor");
    const { id: budget } = await editor.call("openBudget", {
      body: { bodyId: workspace.body("216"), year: 2023 },
    });
    const files = new FormData();
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(64 * 1024 * 1024) });
    files.append("files", new File([bomb as Uint8Array<ArrayBuffer>], "budget.xlsx"));
    const refused = await editor.refusal(editor.call("importWorkbook", { params: { budget }, files }));
    expect([refused.code, JSON.stringify(refused.details)]).toEqual([
      "invalid",
      expect.stringContaining("budget.xlsx"),
    ]);
  });

  it("of the pages are those of one folder, whatever the address", async () => {
    const app = createApp({ ...workspace.options, web: join(folder, "web") });
    for (const path of [
      "/../secret.txt",
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "/assets/../../secret.txt",
      "/assets/..%5c..%5csecret.txt",
      "//secret.txt",
      "/assets/%00",
      "/.git/config",
      "/secret.txt",
      `${folder}/secret.txt`,
    ]) {
      const response = await app.request(`http://localhost${path}`);
      const text = await response.text();
      expect([path, response.status, text]).toEqual([path, 200, "<!doctype html><title>page</title>"]);
      expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
    }
    expect(await (await app.request("/assets/a.js")).text()).toBe("1");
  });
});

describe("JSON", () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  it("that is nested a million times, holds prototypes, repeats keys or is no text is refused, and nothing breaks", async () => {
    const editor = await workspace.signIn("editor");
    const { id: budget } = await editor.call("openBudget", {
      body: { bodyId: workspace.body("216"), year: 2023 },
    });
    const deep = 1_000_000;
    const bodies = [
      "[".repeat(deep) + "]".repeat(deep),
      `{"anchor":${'{"a":'.repeat(deep)}1${"}".repeat(deep)}}`,
      `{"anchor":{"kind":"budget"},"text":"x","__proto__":{"polluted":true}}`,
      `{"anchor":{"kind":"budget"},"text":"x","constructor":{"prototype":{"polluted":true}}}`,
      `{"anchor":{"kind":"budget"},"text":{"$ne":null}}`,
      `{"anchor":{"kind":"budget"},"text":["x"]}`,
      `{"anchor":{"kind":"budget"},"text":"x","role":"bureau","personId":"${editor.me.person.id}"}`,
      `{"anchor":{"kind":"budget"},"text":NaN}`,
      new Uint8Array([0xff, 0xfe, 0x00]),
    ];
    for (const body of bodies) {
      const response = await editor.fetch(`/api/budgets/${budget}/comments`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-csrf-token": editor.csrf() },
        body: body as string,
      });
      expect([String(body).slice(0, 80), response.status]).toEqual([String(body).slice(0, 80), 400]);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await editor.call("comments", { params: { budget } })).comments).toEqual([]);
  });
});
