import type { EvaluationView } from "@mingzhang/server/api";
import { useText } from "../text/language.tsx";
import { percentOf } from "./print.ts";

/** What the projects' self-evaluations come to together. */
export function Summary({ summary }: Pick<EvaluationView, "summary">) {
  const { say } = useText();
  const { projects, evaluated, coverage, grades, disagreeing } = summary;
  return (
    <section aria-label={say("summary.title")}>
      <h2>{say("summary.title")}</h2>
      <p>
        {say("summary.coverage", { evaluated, projects, coverage: percentOf(coverage) })}{" "}
        {grades.map(({ name, count }) => (
          <span key={name} className="light-count">
            {name} {count}
          </span>
        ))}
      </p>
      {disagreeing.length > 0 && (
        <p className="error">{say("summary.disagreeing", { projects: disagreeing.join("、") })}</p>
      )}
    </section>
  );
}
