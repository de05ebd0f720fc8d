import { Alert } from "antd";
import { sheetOf } from "../entry/sheets.ts";
import { shownText } from "../grid/options.ts";
import { Wide } from "../layout/wide.tsx";
import { useText } from "../text/language.tsx";
import type { Export } from "./export.ts";

const MOST_ROWS = 10;
const MOST_FINDINGS = 20;

/** What was understood of an export, before it is kept: its first rows, what is there already, and what was found. */
export function ExportPreview({ sheet, read }: { readonly sheet: string; readonly read: Export }) {
  const { say, of, titled, language } = useText();
  const { rows, known, findings } = read;
  const columns = sheetOf(sheet).columns.filter(({ id }) => rows.some((row) => (row[id] ?? "") !== ""));
  return (
    <>
      {rows.length === 0 && (
        <Alert
          type="warning"
          showIcon
          title={known > 0 ? say("export.all-known", { known }) : say("export.nothing")}
        />
      )}
      {rows.length > 0 && (
        <>
          <p role="status">
            {say("export.read", { count: rows.length })}
            {known > 0 && say("export.known", { known })}
            {rows.length > MOST_ROWS && say("export.first", { count: MOST_ROWS })}
          </p>
          <Wide label={say("export.preview")}>
            <table className="small-table">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th scope="col" key={column.id}>
                      {titled(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, MOST_ROWS).map((row, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of an export have nothing else that tells them.
                  <tr key={index}>
                    {columns.map((column) => (
                      <td key={column.id} className={column.type.kind === "amount" ? "number" : undefined}>
                        {shownText(column, row[column.id] ?? "", language)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        </>
      )}
      <ul className="plain-list">
        {findings.slice(0, MOST_FINDINGS).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same of different places.
          <li key={index} className={finding.level}>
            {of(finding.message)}
          </li>
        ))}
      </ul>
    </>
  );
}
