import { Button, Descriptions, Drawer } from "antd";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { HistoryList } from "../flow/history-list.tsx";
import { CommentsHere } from "../flow/place-comments.tsx";
import { useText } from "../text/language.tsx";
import type { FigureAnswer } from "./messages.ts";

interface Props {
  readonly answer: FigureAnswer | undefined;
  readonly onAsk: (ref: string) => void;
  readonly onClose: () => void;
}

/** What stands behind a figure: its exact value, the sum, the lines, where else it is printed, what is said of it and who changed it. */
export function FigureDrawer({ answer, onAsk, onClose }: Props) {
  const { say } = useText();
  const { can } = useOpenBudget();
  return (
    <Drawer
      open={answer !== undefined}
      onClose={onClose}
      title={say("figure.title")}
      size={560}
      mask={false}
      className="figure-drawer"
    >
      {answer !== undefined && (
        <>
          <h3>{answer.figure.what}</h3>
          <FigureFacts answer={answer} onAsk={onAsk} />
          <h3>{say("comments.title")}</h3>
          <CommentsHere anchor={{ kind: "figure", key: answer.ref }} about={answer.figure.what} />
          <FigureLines answer={answer} />
          {can("history") && answer.rows.length > 0 && (
            <>
              <h3>{say("figure.history")}</h3>
              <HistoryList key={answer.ref} rows={answer.rows} />
            </>
          )}
        </>
      )}
    </Drawer>
  );
}

function FigureFacts({
  answer: { figure },
  onAsk,
}: Pick<Props, "onAsk"> & { readonly answer: FigureAnswer }) {
  const { say } = useText();
  const facts = [
    ["figure.printed", figure.printed],
    ["figure.exact", figure.exact],
    [
      "figure.conventional",
      figure.conventional === undefined ? undefined : `${figure.conventional} ${figure.because ?? ""}`,
    ],
  ] as const;
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        items={facts.flatMap(([id, text]) =>
          text === undefined ? [] : [{ key: id, label: say(id), children: text }],
        )}
      />
      {figure.note !== undefined && <p>{figure.note}</p>}
      {figure.parts !== undefined && (
        <>
          <h3>{say("figure.parts")}</h3>
          <ul className="plain-list">
            {figure.parts.map((part) => (
              <li key={part.ref}>
                {part.sign < 0 ? "−" : "+"}{" "}
                <Button type="link" onClick={() => onAsk(part.ref)}>
                  {part.label} {part.printed}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{say("figure.places")}</h3>
      <ul>
        {figure.places.map(({ text, anchor }) => (
          <li key={`${anchor}/${text}`}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function FigureLines({ answer: { columns, lines, rows } }: { readonly answer: FigureAnswer }) {
  const { say } = useText();
  if (lines.length === 0) return null;
  const used = columns.map((_, index) => lines.some((line) => (line[index] ?? "") !== ""));
  return (
    <>
      <h3>{say("figure.lines", { count: rows.length })}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard. */}
      <section className="scrolls" tabIndex={0} aria-label={say("figure.lines", { count: rows.length })}>
        <table className="small-table">
          <thead>
            <tr>{columns.map((label, index) => used[index] && <th key={label}>{label}</th>)}</tr>
          </thead>
          <tbody>
            {lines.map((line, number) => (
              <tr key={rows[number] ?? line.join("/")}>
                {columns.map((label, index) => used[index] && <td key={label}>{line[index]}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
