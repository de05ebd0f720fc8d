import { isInWords, REVIEW_LEVELS, type ReviewLevelId, statedTarget } from "@mingzhang/core";
import type { EvaluationView } from "@mingzhang/server/api";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { Wide } from "../layout/wide.tsx";
import { useText } from "../text/language.tsx";
import { Actual } from "./actual.tsx";
import { Difference } from "./evaluation-tab.tsx";
import { type Line, LineDialog } from "./line-dialog.tsx";
import { percentOf } from "./print.ts";
import { Trail } from "./trail.tsx";

type Form = EvaluationView["forms"][number];
type Indicator = Form["indicators"][number];

interface Writing {
  readonly line: Line;
  readonly title: string;
  readonly note?: string;
}

const COLUMNS = [
  "indicator",
  "target",
  "actual",
  "points",
  "arithmetic",
  "said",
  "department",
  "bureau",
] as const;

/** The scores of a form, one indicator a row, with the execution's and what is said of the whole at the end. */
export function ScoreTable({ form }: { readonly form: Form }) {
  const { say } = useText();
  const { can } = useOpenBudget();
  const [writing, setWriting] = useState<Writing>();
  const [trailed, setTrailed] = useState<string>();
  const scope = form.project ?? say("year.whole");
  const keys = { project: form.project ?? "" };
  const evaluate = (indicator: Indicator | undefined) =>
    setWriting({
      line: {
        sheet: "evaluations",
        keys: { ...keys, indicator: indicator?.name ?? "" },
        fields: indicator === undefined ? ["summary", "reason", "improvement"] : fieldsOf(indicator),
      },
      title: `${scope} · ${indicator?.name ?? say("evaluation.overall")}`,
      ...(indicator !== undefined && { note: indicator.arithmetic }),
    });
  const review = (level: ReviewLevelId, name: string, full: string) =>
    setWriting({
      line: {
        sheet: "reviews",
        keys: { ...keys, indicator: name, level: REVIEW_LEVELS.find(({ id }) => id === level)?.zh ?? level },
        fields: ["score", "comment"],
      },
      title: `${scope} · ${name === "" ? say("monitoring.of-execution") : name}`,
      note: say("review.most", { full }),
    });
  const levels = (["department", "bureau"] as const).map((level) => ({
    level,
    may: can(`review-as-${level}`),
  }));
  const reviewCells = (name: string, own: string, full: string, reviews: Indicator["reviews"]) =>
    levels.map(({ level, may }) => (
      <td key={level}>
        <Reviewed review={reviews[level]} own={own} />
        {may && (
          <button type="button" className="link-button" onClick={() => review(level, name, full)}>
            {say("review.write")}
            <span className="hidden-text"> {name}</span>
          </button>
        )}
      </td>
    ));
  return (
    <>
      <Wide label={say("evaluation.caption", { scope })}>
        <table className="small-table wide">
          <caption>{say("evaluation.caption", { scope })}</caption>
          <thead>
            <tr>
              {COLUMNS.map((one) => (
                <th scope="col" key={one}>
                  {say(`evaluation.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {form.indicators.map((indicator) => (
              <tr key={indicator.name}>
                <th scope="row">{indicator.name}</th>
                <td>{statedTarget(indicator as Parameters<typeof statedTarget>[0])}</td>
                <td>
                  <Actual indicator={indicator} onTrail={() => setTrailed(indicator.name)} />
                </td>
                <td className="number">
                  <b className={indicator.outcome === "met" ? undefined : "warning"}>{indicator.points}</b>/
                  {indicator.weight}
                </td>
                <td>{indicator.arithmetic}</td>
                <td>
                  {indicator.said?.reason} {indicator.said?.improvement}{" "}
                  {indicator.lacksReason && (
                    <span className="warning">{say("evaluation.lacks-reason")} </span>
                  )}
                  {can("record") && (
                    <button type="button" className="link-button" onClick={() => evaluate(indicator)}>
                      {say("evaluation.write")}
                      <span className="hidden-text"> {indicator.name}</span>
                    </button>
                  )}
                </td>
                {reviewCells(indicator.name, indicator.points, indicator.weight, indicator.reviews)}
              </tr>
            ))}
            {form.executionScore !== null && (
              <tr>
                <th scope="row">{say("evaluation.execution")}</th>
                <td />
                <td>{percentOf(form.executionScore.rate)}</td>
                <td className="number">
                  <b>{form.executionScore.points ?? "—"}</b>/{form.executionScore.full}
                </td>
                <td>{form.executionScore.arithmetic}</td>
                <td />
                {reviewCells(
                  "",
                  form.executionScore.points ?? "0",
                  form.executionScore.full,
                  form.executionScore.reviews,
                )}
              </tr>
            )}
          </tbody>
        </table>
      </Wide>
      <Overall said={form.said} onWrite={can("record") ? () => evaluate(undefined) : undefined} />
      {writing !== undefined && (
        <LineDialog line={writing.line} title={writing.title} onClose={() => setWriting(undefined)}>
          {writing.note !== undefined && <p className="quiet">{writing.note}</p>}
        </LineDialog>
      )}
      {trailed !== undefined && (
        <Trail project={form.project} indicator={trailed} onClose={() => setTrailed(undefined)} />
      )}
    </>
  );
}

/** A value is typed where it is not counted; of a target in words it is said how far it was reached. */
function fieldsOf(indicator: Indicator): readonly string[] {
  const { source } = indicator.actual;
  const typed = source === "typed" || source === "none";
  const value = isInWords(indicator) ? ["achievement", "share"] : ["actual"];
  return [...(typed ? value : []), "reason", "improvement"];
}

function Reviewed({
  review,
  own,
}: {
  readonly review: Indicator["reviews"]["bureau"];
  readonly own: string;
}) {
  if (review === null) return null;
  return (
    <>
      <b>{review.score}</b> <Difference own={own} theirs={review.score} /> {review.comment}{" "}
    </>
  );
}

function Overall({
  said,
  onWrite,
}: {
  readonly said: Form["said"];
  readonly onWrite: (() => void) | undefined;
}) {
  const { say } = useText();
  const parts = ["summary", "reason", "improvement"] as const;
  return (
    <section aria-label={say("evaluation.overall")}>
      <h2>{say("evaluation.overall")}</h2>
      {said === null && <p className="quiet">{say("evaluation.nothing-said")}</p>}
      {parts.map((part) =>
        said?.[part] ? <p key={part}>{`${say(`overall.${part}`)}${said[part]}`}</p> : null,
      )}
      {onWrite !== undefined && (
        <button type="button" className="link-button" onClick={onWrite}>
          {say("evaluation.write-overall")}
        </button>
      )}
    </section>
  );
}
