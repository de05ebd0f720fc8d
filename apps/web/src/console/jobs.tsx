import { Progress } from "antd";
import { useEffect } from "react";
import { Failed } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";

const ASK_AGAIN = 5000;
const SHOWN = 10;

/** What runs in the background, asked for again while something does. */
export function Jobs() {
  const { say, of, language } = useText();
  const { value, error, reload } = useAsked(async () => (await call("jobs", { query: {} })).jobs, []);
  const running = value?.some(({ state }) => state === "queued" || state === "running") ?? false;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(reload, ASK_AGAIN);
    return () => clearInterval(timer);
  }, [running, reload]);
  if (error !== undefined && value === undefined) return <Failed error={error} retry={reload} />;
  return (
    <section aria-label={say("jobs.title")}>
      <h2>{say("jobs.title")}</h2>
      {value?.length === 0 && <p className="quiet">{say("jobs.none")}</p>}
      <ul className="plain-list">
        {value?.slice(0, SHOWN).map(({ id, kind, state, progress, message, at }) => (
          <li key={id} className="bar">
            <span>{say(`job.${kind}`)}</span>
            <span className="quiet">{localTime(at, language)}</span>
            <span className={state === "failed" ? "error" : undefined}>{say(`job.${state}`)}</span>
            {state === "running" && (
              <Progress
                percent={Math.round(progress * 100)}
                size="small"
                className="job-progress"
                aria-label={say(`job.${kind}`)}
              />
            )}
            <span className="quiet">{of(message)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
