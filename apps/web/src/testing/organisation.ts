import { BODIES_CSV, DEPARTMENT, INSTITUTION, ORGAN, SECURITY, YEAR } from "./example.ts";
import { hire, type Member, PASSWORD } from "./hire.ts";
import type { Look } from "./look.ts";
import { Person } from "./person.ts";
import type { ServedWorkspace } from "./served.ts";

const BUREAU = "万盛经开区财政局";
/** Who works in the story: account, name, role, body. The first is added in the page, the others by the same calls. */
const STAFF = [
  ["bureau", "周敏", "财政审核", BUREAU],
  ["auditor", "吴刚", "审计", BUREAU],
  ["editor", "王芳", "经办", DEPARTMENT],
  ["head", "李强", "审核", DEPARTMENT],
  ["department", "赵丽", "主管部门", DEPARTMENT],
  ["confidentiality", "钱进", "保密审查", DEPARTMENT],
  ["publisher", "孙悦", "公开", DEPARTMENT],
  ["organ-editor", "陈静", "经办", ORGAN],
  ["organ-head", "杨军", "审核", ORGAN],
  ["institution-editor", "刘洋", "经办", INSTITUTION],
  ["institution-head", "黄磊", "审核", INSTITUTION],
] as const satisfies readonly Member[];
export type Account = (typeof STAFF)[number][0];

/** The people of the story, each at a browser of their own. */
export class Organisation {
  readonly #people = new Map<string, Person>();

  constructor(
    readonly served: ServedWorkspace,
    readonly look: Look,
  ) {}

  as(account: Account): Person {
    const person = this.#people.get(account);
    if (person === undefined) throw new Error(account);
    return person;
  }

  /** The bureau's console of a year, as it is now. */
  async console(year: number): Promise<Person> {
    const bureau = this.as("bureau");
    await bureau.visit("公开台账");
    await bureau.page.getByLabel("年度").fill(String(year));
    await bureau.page.getByLabel("年度").press("Enter");
    await this.obligation(SECURITY).waitFor();
    return bureau;
  }

  /** A body's row in the console. */
  obligation(body: string) {
    return this.as("bureau").page.getByRole("row").filter({ hasText: body });
  }

  /** Begins a budget from a workbook. */
  async start(account: Account, workbook: Buffer): Promise<Person> {
    const person = this.as(account);
    await person.visit("预算");
    await person.page.getByLabel("年度").fill(String(YEAR));
    await person.page.getByRole("button", { name: "开始编制" }).click();
    await person.page.getByRole("grid").waitFor();
    await person.upload("导入工作簿", [{ name: "部门预算填报工作簿.xlsx", buffer: workbook }]);
    const dialog = person.dialog();
    await dialog.getByText("已导入").waitFor();
    await dialog.getByRole("button", { name: "关闭" }).click();
    await dialog.waitFor({ state: "hidden" });
    return person;
  }

  async take(
    account: Account,
    body: string,
    step: string,
    fill?: Parameters<Person["take"]>[1],
  ): Promise<Person> {
    await this.as(account).open(body, "审核");
    await this.as(account).take(step, fill);
    return this.as(account);
  }

  /** An administrator with a one-time password brings in bodies and people. */
  async setUp(): Promise<void> {
    const administrator = await Person.at(this.served);
    const { page } = administrator;
    await this.look(page, "sign-in");
    await page.getByRole("button", { name: "English" }).click();
    await this.look(page, "sign-in-en");
    await page.getByRole("button", { name: "中文" }).click();
    const first = this.served.passwordOf("administrator");
    await administrator.signIn("administrator", first);
    await this.look(page, "password");
    await administrator.replacePassword(first, PASSWORD);
    await administrator.visit("机构");
    await administrator.upload("从 CSV 导入", [{ name: "机构.csv", buffer: Buffer.from(BODIES_CSV) }]);
    await page.getByText("已新增 5 个机构").waitFor();
    await this.look(page, "bodies");
    await administrator.visit("人员");
    const [bureau, ...others] = STAFF;
    await this.#addInPage(administrator, bureau);
    for (const [account, person] of await hire(this.served, PASSWORD, others))
      this.#people.set(account, person);
    await administrator.visit("人员");
    await page.getByText("黄磊").first().waitFor();
    await this.look(page, "people");
  }

  async #addInPage(administrator: Person, [account, name, role, body]: Member): Promise<void> {
    const { page } = administrator;
    await page.getByRole("button", { name: "新增人员" }).click();
    const dialog = administrator.dialog();
    await dialog.getByLabel("账号").fill(account);
    await dialog.getByLabel("姓名").fill(name);
    await administrator.choose("机构", body);
    await dialog.getByLabel("角色").click();
    await page.locator(".ant-select-item-option").getByText(role, { exact: true }).click();
    await this.look(page, "person");
    await dialog.getByRole("button", { name: "保存" }).click();
    const shown = dialog.filter({ has: page.locator("code.one-time") });
    const oneTime = (await shown.locator("code.one-time").textContent()) ?? "";
    await this.look(page, "one-time");
    await shown.getByRole("button", { name: "关闭" }).click();
    await dialog.waitFor({ state: "hidden" });
    const person = await Person.at(this.served);
    this.#people.set(account, person);
    await person.signIn(account, oneTime);
    await person.replacePassword(oneTime, PASSWORD);
  }
}
