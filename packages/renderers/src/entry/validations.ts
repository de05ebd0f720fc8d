import type { ColumnSchema } from "@mingzhang/core";
import type { Validation } from "../workbook/index.ts";
import type { Lists } from "./lists.ts";
import { indicatorsOf } from "./name-lists.ts";

type Rule = Omit<Validation, "range">;

const NOT_IN_LIST = "请从下拉列表中选择。";

/** The cell of another column in the first row that a rule is for. */
type RowCell = (column: string) => string;

/** What may be entered in the cells of a column; undefined where anything may. */
export function validationOf(column: ColumnSchema, lists: Lists, cell?: RowCell): Rule | undefined {
  if (cell !== undefined && column.type.kind === "reference" && column.type.sheet === "indicators") {
    const rule = { type: "list", source: indicatorsOf(cell("project")) } as const;
    return { rule, error: message(column, "预算中没有这个指标，确定要填吗？", "warning") };
  }
  const list = lists.nameFor(column);
  if (list !== undefined) return listRule(column, list);
  switch (column.type.kind) {
    case "amount":
      return column.type.signed === true
        ? { rule: { type: "decimal" }, error: message(column, "请填数字（元）；退回为负。") }
        : {
            rule: { type: "decimal", minimum: "0" },
            error: message(column, "请填数字（元），不小于零。"),
          };
    case "decimal":
      return { rule: { type: "decimal", minimum: "0" }, error: message(column, "请填不小于零的数字。") };
    case "integer":
      return { rule: { type: "whole", minimum: "0" }, error: message(column, "请填不小于零的整数。") };
    case "year":
      return {
        rule: { type: "whole", minimum: "2000", maximum: "2100" },
        error: message(column, "请填四位年份。"),
      };
    default:
      return undefined;
  }
}

/** Catalogues lag behind the ministry and a subject may be a code: there an unlisted entry only asks back. */
function listRule(column: ColumnSchema, source: string): Rule {
  const rule = { type: "list", source } as const;
  if (column.type.kind === "code") {
    return { rule, error: message(column, "目录中没有这个编码，确定要填吗？", "warning") };
  }
  if (column.type.kind === "text") {
    return { rule, error: message(column, "不在下拉列表中，确定要填吗？", "warning") };
  }
  return { rule, error: message(column, NOT_IN_LIST) };
}

function message(
  column: ColumnSchema,
  text: string,
  level: "stop" | "warning" = "stop",
): NonNullable<Validation["error"]> {
  return { title: column.title.slice(0, 32), text, level };
}
