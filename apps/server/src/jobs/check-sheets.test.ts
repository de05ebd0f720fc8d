import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkspace, type Person, until, type Workspace } from "../testing/workspace.ts";
import { startWorker, type Worker } from "./worker.ts";

const YEAR = 2023;

describe("the check sheets of all bodies", () => {
  let workspace: Workspace;
  let worker: Worker;
  let bureau: Person;
  beforeAll(async () => {
    workspace = await openWorkspace();
    worker = await begin();
    bureau = await workspace.signIn("bureau");
    await audited("300", ["1.00", "2.00", "4.00"]);
    await audited("216001", ["1.00", "2.00", "3.00"]);
  });
  const begin = () =>
    startWorker({
      url: workspace.url,
      build: async () => ({ built: false, said: "" }),
      report: (error) => workspace.faults.push(error),
    });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await worker.stop();
    await workspace.close();
  });

  /** Uploads a pack with a table of two amounts and a total, and waits until it is checked. */
  const audited = async (code: string, [first, second, total]: readonly string[]) => {
    const rows = [
      ["", "合计", total, first, second],
      ["301", "工资福利支出", first, first, "0.00"],
      ["302", "商品和服务支出", second, "0.00", second],
    ];
    const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
    const heading =
      "<tr><th>科目编码</th><th>科目名称</th><th>总计</th><th>人员经费</th><th>日常公用经费</th></tr>";
    const page = `<html><body><h1>示例局${YEAR}年部门预算</h1><h2>预算编制说明</h2><p>见表。。</p>
      <h2>一般公共预算财政拨款基本支出预算表</h2><p>单位：万元</p><table>${heading}${cells}</table></body></html>`;
    const files = new FormData();
    files.append("files", new File([page], "预算公开.html"));
    const params = { body: workspace.body(code), year: YEAR, document: "budget" } as const;
    const { id } = await bureau.call("uploadPack", { params, files });
    await until(
      () => bureau.call("upload", { params: { upload: id } }),
      ({ counts }) => counts !== null,
    );
  };

  /** Asks for the workbook, waits for it and reads it. */
  const sheetsFor = async (person: Person) => {
    const { id, job } = await person.call("makeCheckSheets", { body: { year: YEAR, document: "budget" } });
    await until(
      () => person.call("job", { params: { job } }),
      ({ state }) => state === "done",
    );
    const response = await person.fetch(`/api/check-sheets/${id}/check-sheets.xlsx`);
    expect(response.status).toBe(200);
    const { Sheets, SheetNames } = read(new Uint8Array(await response.arrayBuffer()));
    const rows = (name: string): Record<string, unknown>[] => utils.sheet_to_json(Sheets[name] ?? {});
    return { id, names: SheetNames, rows, sheets: Sheets };
  };

  it("sum up every body, with what its last upload was found to be, and hold the form of each", async () => {
    const { names, rows, sheets } = await sheetsFor(bureau);
    expect(names).toEqual(["汇总", "问题", "示例区档案局（本级）", "示例区统计局"]);
    const summary = rows("汇总");
    const of = (body: string) => summary.find((row) => row["部门（单位）"] === body) ?? {};
    expect(of("示例区档案局")).toMatchObject({ 编码: "216", 公开情况: "未开始", 材料: "未上传" });
    const { findings } = await bureau.call("findings", {
      params: { body: workspace.body("300"), year: YEAR, document: "budget" },
    });
    const [upload] = (await bureau.call("uploads", { query: { body: workspace.body("300") } })).uploads;
    expect(upload?.counts?.error).toBeGreaterThan(0);
    expect(of("示例区统计局")).toMatchObject({
      材料: "第1次上传",
      错误: upload?.counts?.error,
      疑点: upload?.counts?.warning,
      未关闭问题: findings.length,
    });
    const table = "《一般公共预算财政拨款基本支出预算表》";
    expect(of("示例区统计局")).toMatchObject({ 预算编制说明: "否", [table]: "否" });
    expect(of("示例区档案局（本级）")).toMatchObject({ 预算编制说明: "否", [table]: "是" });
    expect(of("“否”的机构数")).toMatchObject({ 预算编制说明: 2, [table]: 1 });
    expect(of("合计")).toMatchObject({ 未关闭问题: rows("问题").length });
    const row = summary.findIndex((line) => line["部门（单位）"] === "示例区统计局") + 2;
    expect(sheets.汇总?.[`B${row}`]?.l?.Target).toBe("#'示例区统计局'!A1");
  });

  it("say what became of each problem", async () => {
    const params = { body: workspace.body("300"), year: YEAR, document: "budget" } as const;
    const [finding] = (await bureau.call("findings", { params })).findings;
    await bureau.call("trackFinding", {
      params: { finding: finding?.id ?? "" },
      body: { state: "accepted", note: "情况属实" },
    });
    const { rows } = await sheetsFor(bureau);
    expect(rows("问题")).toContainEqual(
      expect.objectContaining({ "部门（单位）": "示例区统计局", 处理情况: "认可", 备注: "情况属实" }),
    );
  });

  it("hold only the bodies whose packs one may read, and are for nobody who may not read them all", async () => {
    const department = await workspace.signIn("department");
    const { id, rows } = await sheetsFor(department);
    const bodies = rows("汇总").flatMap((row) => (row.公开情况 === undefined ? [] : [row["部门（单位）"]]));
    expect(bodies).toEqual(["示例区档案局", "示例区档案局（本级）", "示例区档案馆"]);
    const seenBy = async (account: string) => {
      const person = await workspace.signIn(account);
      const { checkSheets } = await person.call("checkSheets", { query: { year: YEAR } });
      const { status } = await person.fetch(`/api/check-sheets/${id}/check-sheets.xlsx`);
      return [checkSheets.some((one) => one.id === id), status];
    };
    expect(await seenBy("auditor")).toEqual([true, 200]);
    for (const account of ["editor@216001", "department@300", "administrator"])
      expect(await seenBy(account)).toEqual([false, 404]);
  });

  it("are made again from uploads that were audited before their forms were kept", async () => {
    await workspace.database.system((sql) => sql.rows("update upload set check_form = null"));
    const { names } = await sheetsFor(bureau);
    expect(names).toHaveLength(4);
  });

  it("are made as soon as a worker begins, however often the job failed while its database was away", async () => {
    await worker.stop();
    const asked = { body: { year: YEAR, document: "accounts" } } as const;
    const { job } = await bureau.call("makeCheckSheets", asked);
    await workspace.database.system((sql) =>
      sql.rows(
        "select graphile_worker.reschedule_jobs(array_agg(id), run_at => '2999-01-01') from graphile_worker.jobs",
      ),
    );
    worker = await begin();
    await until(
      () => bureau.call("job", { params: { job } }),
      ({ state }) => state === "done",
    );
  });
});
