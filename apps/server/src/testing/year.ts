import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fixtureFiles, type Workspace } from "./workspace.ts";

const YEAR = fileURLToPath(new URL("../../../../fixtures/wansheng-2023/year/", import.meta.url));

/** The example's year as files; without the sheets of `except`. */
export function yearFiles(except: readonly string[] = []): FormData {
  const form = new FormData();
  for (const name of readdirSync(YEAR).filter((file) => !except.some((sheet) => file === `${sheet}.csv`)))
    form.append("files", new File([new Uint8Array(readFileSync(YEAR + name))], name));
  return form;
}

/** The example's budget at the department 216, approved, with its year begun; its id. */
export async function approvedBudget(workspace: Workspace): Promise<string> {
  const editor = await workspace.signIn("editor");
  const { id } = await editor.call("openBudget", { body: { bodyId: workspace.body("216"), year: 2023 } });
  await editor.call("importWorkbook", { params: { budget: id }, files: fixtureFiles() });
  await workspace.database.system((sql) =>
    sql.rows(
      "update budget set state = 'published', year_state = 'year-open', approval_date = '2023-03-01' where id = $1",
      [id],
    ),
  );
  return id;
}
