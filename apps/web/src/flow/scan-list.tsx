import { Checkbox } from "antd";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { WhenAsked } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";

interface Props {
  readonly scan: "scan" | "scanYear";
  readonly acknowledged: readonly string[];
  readonly onAcknowledge: (keys: readonly string[]) => void;
}

/** What the scan found, to be looked at one by one. */
export function ScanList({ scan, acknowledged, onAcknowledge }: Props) {
  const { say, of } = useText();
  const { head } = useOpenBudget();
  const asked = useAsked(
    async () => (await call(scan, { params: { budget: head.id } })).findings,
    [scan, head.id],
  );
  return (
    <section aria-label={say("steps.scan")}>
      <WhenAsked asked={asked}>
        {(findings) =>
          findings.length === 0 ? (
            <p>{say("steps.scan.none")}</p>
          ) : (
            <>
              <p>{say("steps.scan.look")}</p>
              {findings.map(({ key, message }) => (
                <div key={key}>
                  <Checkbox
                    checked={acknowledged.includes(key)}
                    onChange={(event) =>
                      onAcknowledge(
                        event.target.checked
                          ? [...acknowledged, key]
                          : acknowledged.filter((one) => one !== key),
                      )
                    }
                  >
                    {of(message)}
                  </Checkbox>
                </div>
              ))}
            </>
          )
        }
      </WhenAsked>
    </section>
  );
}
