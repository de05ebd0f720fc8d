import { isInWords } from "@mingzhang/core";
import type { MonitoringView } from "@mingzhang/server/api";
import { useText } from "../text/language.tsx";

type Indicator = MonitoringView["scopes"][number]["indicators"][number];

interface Props {
  readonly indicator: Pick<Indicator, "actual" | "measureUnit" | "name" | "operator">;
  readonly onTrail: () => void;
}

/** An actual value with its source; where it was counted, with the way to what was counted. */
export function Actual({ indicator, onTrail }: Props) {
  const { say } = useText();
  const { source, records, duty } = indicator.actual;
  return (
    <>
      <b>{useActualText(indicator)}</b>{" "}
      {source === "counted" ? (
        <button type="button" className="link-button" onClick={onTrail}>
          {say("source.counted", { records })}
          <span className="hidden-text"> {indicator.name}</span>
        </button>
      ) : (
        <small className={source === "none" ? "warning" : "quiet"}>
          {source === "duty" && duty !== null
            ? say("source.duty", { done: duty.done, due: duty.due })
            : say(`source.${source}`)}
        </small>
      )}
      {duty !== null && duty.open.length > 0 && (
        <small className="warning"> {say("source.open", { what: duty.open.join("、") })}</small>
      )}
    </>
  );
}

/** The value with its unit, or how far a target in words was reached; blank where nothing is known. */
export function useActualText(indicator: Pick<Indicator, "actual" | "measureUnit" | "operator">): string {
  const { say } = useText();
  const { value, achievement } = indicator.actual;
  if (isInWords(indicator)) return achievement === null ? "" : say(`achieved.${achievement}`);
  return value === null ? "" : `${value}${indicator.measureUnit}`;
}
