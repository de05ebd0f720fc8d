import { randomUUID } from "node:crypto";
import { writeEntryRecords } from "@mingzhang/renderers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertion, openWorkspace, type Person, type Workspace } from "../testing/workspace.ts";
import { approvedBudget } from "../testing/year.ts";

const EXPORT = `支付明细表
支付日期,预算单位,项目名称,部门支出经济分类,支付金额（元）,支付凭证号
20230115,organ,老干部服务专项,30201-办公费,"1,200.50",7
20230131,organ,,30216,5,
20230131,organ,,30216,5,
合计,,,,1210.50,
`;
const PAYMENT = { date: "2023-01-31", unit: "organ", department_economic: "30216", amount_yuan: "5.00" };

describe("an export of another system, as a file", () => {
  let workspace: Workspace;
  let budget: string;
  let editor: Person;

  beforeAll(async () => {
    workspace = await openWorkspace();
    editor = await workspace.signIn("editor");
    budget = await approvedBudget(workspace);
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  interface Sent {
    readonly sheet?: string;
    readonly person?: Person;
    readonly file?: string;
    /** Which sheet of the file. */
    readonly name?: string;
  }
  const read = (content: string | Uint8Array, sent: Sent = {}) => {
    const { sheet = "payments", person = editor, file = "支付.csv", name } = sent;
    const files = new FormData();
    files.append("file", new File([content as Uint8Array<ArrayBuffer>], file));
    const query = name === undefined ? {} : { name };
    return person.call("readExport", { params: { budget, sheet }, query, files });
  };
  const rowsOf = async (sheet: string) =>
    (await editor.call("sheet", { params: { budget, sheet } })).rows.map(({ cells }) => cells);

  it("is given back as rows by its headings, with what was left out; nothing is kept", async () => {
    const { rows, known, findings, choices } = await read(EXPORT);
    expect(rows).toEqual([
      {
        date: "2023-01-15",
        unit: "organ",
        project: "老干部服务专项",
        department_economic: "30201",
        amount_yuan: "1200.50",
        voucher: "7",
      },
      PAYMENT,
      PAYMENT,
    ]);
    expect([known, choices]).toEqual([0, []]);
    expect(findings.map(({ rule, place }) => [rule, place])).toEqual([
      ["import/total-row", expect.objectContaining({ file: "支付.csv", line: 6 })],
    ]);
    expect(await rowsOf("payments")).toEqual([]);
  });

  it("leaves out what is in the sheet, as often as it is there", async () => {
    const changes = [insertion("payments", PAYMENT)];
    await editor.call("edit", { params: { budget }, body: { id: randomUUID(), changes } });
    const { rows, known } = await read(EXPORT);
    expect([rows.length, known]).toEqual([2, 1]);
  });

  it("is read as a workbook, too, and asks which of its sheets is meant where several could be", async () => {
    const payments = [{ ...PAYMENT, voucher: "9" }];
    const workbook = await writeEntryRecords(new Map([["payments", payments]]), 2023, "year");
    const asked = await read(workbook, { file: "支付.xlsx" });
    expect([asked.rows, asked.choices]).toEqual([[], expect.arrayContaining(["支付明细"])]);
    const { rows, choices } = await read(workbook, { file: "支付.xlsx", name: "支付明细" });
    expect([rows, choices]).toEqual([payments, []]);
  });

  it("says what it cannot read, and is for whoever keeps the sheet", async () => {
    const unread = await read("没有表头\n1\n");
    expect(unread.rows).toEqual([]);
    expect(unread.findings.map(({ rule }) => rule)).toEqual(["import/no-header"]);
    const status = async (work: Promise<unknown>) => (await editor.refusal(work)).status;
    expect(await status(read(EXPORT, { sheet: "evaluations" }))).toBe(400);
    expect(await status(read(EXPORT, { person: await workspace.signIn("head") }))).toBe(403);
  });
});
