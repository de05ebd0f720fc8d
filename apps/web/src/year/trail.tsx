import { Drawer } from "antd";
import { useEffect, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { cellOf, rowsOf, sheetOf } from "../entry/sheets.ts";
import { shownText } from "../grid/options.ts";
import { Loading, Nothing } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import { AttachmentLink } from "./attachment-link.tsx";
import { useOpenYear } from "./open-year.ts";

interface Props {
  readonly project: string | null;
  readonly indicator: string;
  readonly onClose: () => void;
}

const SHOWN = ["date", "matter", "place", "count", "measure_unit", "reached", "due", "amount_yuan"];
const MOST = 500;

/** The records that an actual value was counted from. */
export function Trail({ project, indicator, onClose }: Props) {
  const { say, titled, language } = useText();
  const { entry, live } = useOpenBudget();
  const { at } = useOpenYear();
  const [rows, setRows] = useState<readonly string[]>();
  const { trail, turn } = live;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each check may count other records.
  useEffect(() => {
    let current = true;
    trail({ project, indicator, until: at }).then((found) => current && setRows(found));
    return () => {
      current = false;
    };
  }, [trail, turn, project, indicator, at]);
  const columns = sheetOf("records").columns.filter(({ id }) => SHOWN.includes(id));
  const counted = new Set(rows);
  const records = rowsOf(entry.state.sheets, "records").filter(({ id }) => counted.has(id));
  return (
    <Drawer open title={say("trail.title", { indicator })} size={720} onClose={onClose}>
      {rows === undefined ? (
        <Loading />
      ) : records.length === 0 ? (
        <Nothing text={say("trail.none")} />
      ) : (
        <>
          <p>
            {say("trail.counted", { count: records.length, date: at })}
            {records.length > MOST && ` ${say("trail.first", { count: MOST })}`}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard. */}
          <section className="scrolls trail" tabIndex={0} aria-label={say("trail.records")}>
            <table className="small-table">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th scope="col" key={column.id}>
                      {titled(column)}
                    </th>
                  ))}
                  <th scope="col">{say("trail.attachment")}</th>
                </tr>
              </thead>
              <tbody>
                {records.slice(0, MOST).map((row) => (
                  <tr key={row.id}>
                    {columns.map((column) => (
                      <td key={column.id}>{shownText(column, cellOf(row, column.id), language)}</td>
                    ))}
                    <td>
                      <AttachmentLink
                        name={cellOf(row, "attachment")}
                        sha256={cellOf(row, "attachment_sha256")}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </Drawer>
  );
}
