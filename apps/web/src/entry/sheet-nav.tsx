import type { SheetSchema } from "@mingzhang/core";
import type { CheckResult } from "@mingzhang/server/api";
import { useText } from "../text/language.tsx";
import { rowsOf, type Sheets } from "./sheets.ts";

interface Props {
  readonly schemas: readonly SheetSchema[];
  readonly sheets: Sheets;
  readonly current: string;
  readonly findings: readonly CheckResult["findings"][number][];
  readonly onOpen: (sheet: string) => void;
}

/** The sheets with their rows and errors. */
export function SheetNav({ schemas, sheets, current, findings, onOpen }: Props) {
  const { say, titled } = useText();
  return (
    <nav className="sheets" aria-label={say("entry.sheets")}>
      {schemas.map((schema) => {
        const count = rowsOf(sheets, schema.id).length;
        const errors = findings.filter(({ sheet, level }) => sheet === schema.id && level === "error").length;
        return (
          <button
            type="button"
            key={schema.id}
            aria-current={schema.id === current}
            onClick={() => onOpen(schema.id)}
          >
            {titled(schema)}{" "}
            <small className={errors > 0 ? "error" : "quiet"}>
              {errors > 0 ? `${count} · ${errors}!` : count}
            </small>
          </button>
        );
      })}
    </nav>
  );
}
