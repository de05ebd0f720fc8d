import { type ColumnSchema, ENTRY_SHEETS } from "@mingzhang/core";
import { type HistoryEntry, TRANSITIONS } from "@mingzhang/server/api";
import { Alert, Button } from "antd";
import { useEffect, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { shownText } from "../grid/options.ts";
import { Loading, Nothing, problemText } from "../layout/states.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import type { MessageId } from "../text/messages.ts";
import { localTime } from "../text/time.ts";
import { changesOf } from "./changed-cells.ts";

const AT_ONCE = 100;
/** Of rows that one question can name. */
const MOST_ROWS = 500;

/** Who changed what, when, from what to what and why; of some rows or of the whole budget. */
export function HistoryList({ rows }: { readonly rows?: readonly string[] }) {
  const text = useText();
  const { say, language } = text;
  const titleOf = useTitleOf();
  const stepOf = useStepOf();
  const shownIn = useShownIn();
  const { head } = useOpenBudget();
  const [entries, setEntries] = useState<readonly HistoryEntry[]>();
  const [more, setMore] = useState(false);
  const [error, setError] = useState<unknown>();
  const ask = async (before?: number) => {
    try {
      const answer = await call("history", {
        params: { budget: head.id },
        query: {
          limit: AT_ONCE,
          ...(rows !== undefined && { rows: rows.slice(0, MOST_ROWS).join(",") }),
          ...(before !== undefined && { before }),
        },
      });
      setEntries((known) => [...(before === undefined ? [] : (known ?? [])), ...answer.entries]);
      setMore(answer.entries.length === AT_ONCE);
    } catch (failure) {
      setError(failure);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; the list is made anew for other rows.
  useEffect(() => {
    void ask();
  }, []);
  if (error !== undefined) return <Alert type="error" showIcon title={problemText(error, text)} />;
  if (entries === undefined) return <Loading />;
  if (entries.length === 0) return <Nothing text={say("history.none")} />;
  const last = entries.at(-1)?.number;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard. */}
      <section className="scrolls wide-frame" tabIndex={0} aria-label={say("history.title")}>
        <table className="small-table">
          <thead>
            <tr>
              {(["when", "who", "what", "from", "to", "why"] as const).map((id) => (
                <th key={id}>{say(`history.${id}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changesOf(entries).flatMap(({ entry, cells }) =>
              cells.map(({ sheet, field, from, to }) => (
                <tr key={`${entry.number}/${field}`}>
                  <td className="unbroken">{localTime(entry.at, language)}</td>
                  <td className="unbroken">{entry.personName}</td>
                  <td>
                    <What entry={entry} title={titleOf(sheet, field)} /> {say(`history.${entry.operation}`)}
                  </td>
                  <td>{shownIn(sheet, field, from)}</td>
                  <td>{field === "" ? stepOf(shownIn(sheet, field, to)) : shownIn(sheet, field, to)}</td>
                  <td>{entry.reason}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
      {more && last !== undefined && <Button onClick={() => void ask(last)}>{say("history.older")}</Button>}
    </>
  );
}

/** What was changed; a comment leads to the place that it stands beside. */
function What({ entry: { subject }, title }: { readonly entry: HistoryEntry; readonly title: string }) {
  const { comments, goToPlace } = useOpenBudget();
  const anchor = comments.find(({ id }) => id === subject)?.anchor;
  if (anchor === undefined || anchor.kind === "budget") return title;
  return (
    <Button type="link" className="to-place" onClick={() => goToPlace(anchor)}>
      {title}
    </Button>
  );
}

/** What people call the log's tables beside the rows that are entered. */
const TABLES: Readonly<Record<string, MessageId>> = {
  budget: "budgets.title",
  attachment: "attachments.title",
  comment: "comments.title",
  explanation: "findings.explain",
  publication: "publication.title",
  step: "steps.title",
};

function useStepOf(): (said: string) => string {
  const { of } = useText();
  return (said) => {
    const step = TRANSITIONS.find(({ action }) => action === said);
    return step === undefined ? said : of(step.text);
  };
}

function columnOf(sheet: string, field: string): ColumnSchema | undefined {
  return ENTRY_SHEETS.find(({ id }) => id === sheet)?.columns.find(({ id }) => id === field);
}

/** A value as its sheet shows it: choices by their words. */
function useShownIn(): (sheet: string, field: string, value: string) => string {
  const { language, say } = useText();
  return (sheet, field, value) => {
    if (sheet === "attachment" && (value === "confined" || value === "open"))
      return say(`attachments.${value}`);
    const column = columnOf(sheet, field);
    return column === undefined ? value : shownText(column, value, language);
  };
}

function useTitleOf(): (sheet: string, field: string) => string {
  const { titled, say } = useText();
  return (sheet, field) => {
    const table = TABLES[sheet];
    if (table !== undefined) return say(table);
    const schema = ENTRY_SHEETS.find(({ id }) => id === sheet);
    const column = columnOf(sheet, field);
    const title = (known: typeof schema | typeof column, id: string) =>
      known === undefined ? id : titled(known);
    return [title(schema, sheet), title(column, field)].filter((text) => text !== "").join(" · ");
  };
}
