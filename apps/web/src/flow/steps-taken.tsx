import { type AnyState, STATE_TEXTS, TRANSITIONS } from "@mingzhang/server/api";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { Nothing, WhenAsked } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";

/** The way so far through these states, with dates. */
export function StepsTaken({ states }: { readonly states: readonly AnyState[] }) {
  const { say, of, language } = useText();
  const { head } = useOpenBudget();
  const asked = useAsked(
    async () =>
      (await call("steps", { params: { budget: head.id } })).steps.filter(({ to }) => states.includes(to)),
    [head.id, head.state, head.yearState, head.version, states],
  );
  const nameOf = (action: string) => TRANSITIONS.find((one) => one.action === action)?.text;
  return (
    <section aria-label={say("steps.taken")}>
      <h2>{say("steps.taken")}</h2>
      <WhenAsked asked={asked}>
        {(steps) =>
          steps.length === 0 ? (
            <Nothing text={say("steps.none")} />
          ) : (
            <ol className="steps">
              {steps.map(({ id, action, to, at, personName, reason }) => (
                <li key={id}>
                  <b>{of(nameOf(action) ?? { zh: action, en: action })}</b> {personName}{" "}
                  <span className="quiet">
                    {localTime(at, language)} → {of(STATE_TEXTS[to])}
                  </span>
                  {reason !== "" && <p className="said">{reason}</p>}
                </li>
              ))}
            </ol>
          )
        }
      </WhenAsked>
    </section>
  );
}
