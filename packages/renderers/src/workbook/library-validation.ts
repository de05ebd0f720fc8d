import type { DataValidation } from "hucre";
import type { Validation } from "./workbook.ts";

export function toDataValidation(validation: Validation): DataValidation {
  const { range, allowBlank = true, prompt, error } = validation;
  return {
    range,
    ...toRule(validation.rule),
    allowBlank,
    showErrorMessage: true,
    ...(prompt && { showInputMessage: true, inputTitle: prompt.title, inputMessage: prompt.text }),
    ...(error && { errorTitle: error.title, errorMessage: error.text, errorStyle: error.level ?? "stop" }),
  };
}

function toRule(
  rule: Validation["rule"],
): Pick<DataValidation, "type" | "operator" | "formula1" | "formula2" | "values"> {
  switch (rule.type) {
    case "list":
      return { type: "list", formula1: rule.source };
    case "inline-list":
      return { type: "list", values: [...rule.values] };
    case "formula":
      return { type: "custom", formula1: rule.formula };
    default:
      return { type: rule.type === "text-length" ? "textLength" : rule.type, ...toBounds(rule) };
  }
}

/** Any number, so that a rule without bounds still asks for one. */
const LEAST = "-999999999999999";

function toBounds({ minimum, maximum }: { readonly minimum?: string; readonly maximum?: string }) {
  if (maximum === undefined) return { operator: "greaterThanOrEqual", formula1: minimum ?? LEAST } as const;
  if (minimum === undefined) return { operator: "lessThanOrEqual", formula1: maximum } as const;
  return { operator: "between", formula1: minimum, formula2: maximum } as const;
}
