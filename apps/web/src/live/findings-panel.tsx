import type { CheckResult } from "@mingzhang/server/api";
import { Button, Input } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { placeKey, saidAt } from "../flow/places.ts";
import { Nothing } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import type { Checked } from "./use-live.ts";

type Keyed = CheckResult["findings"][number];

interface Props {
  readonly checked: Checked | undefined;
  readonly explanations: readonly {
    readonly key: string;
    readonly text: string;
    readonly personName: string;
  }[];
  readonly onGo?: (finding: Keyed) => void;
  readonly onExplain?: (key: string, text: string) => void;
  readonly onComment?: (finding: Keyed) => void;
}

/** How much is said of a finding, or a way to say something. */
function FindingComments({ finding, onComment }: { readonly finding: Keyed } & Pick<Props, "onComment">) {
  const { say } = useText();
  const { comments, can } = useOpenBudget();
  const said = saidAt(comments).get(placeKey({ kind: "finding", key: finding.key }));
  if (onComment === undefined || (said === undefined && !can("comment"))) return null;
  return (
    <Button
      type="link"
      className={said === undefined ? undefined : "said-count"}
      onClick={() => onComment(finding)}
    >
      {said === undefined ? say("comments.add") : say("comments.count", { count: said.comments })}
    </Button>
  );
}

const MOST = 200;

/** What the check found, the gravest first, each with its way to the cell, its explanation and comments. */
export function FindingsPanel({ checked, explanations, onGo, onExplain, onComment }: Props) {
  const { say } = useText();
  const { live } = useOpenBudget();
  const [explaining, setExplaining] = useState<string>();
  if (live.failed)
    return (
      <p className="error" role="alert">
        {say("findings.failed")}
      </p>
    );
  // That there is nothing is said only of figures as they are published: they are what holds up a step.
  if (checked === undefined || (checked.findings.length === 0 && !checked.settled))
    return <p className="quiet">{say("findings.checking")}</p>;
  if (checked.findings.length === 0) return <Nothing text={say("findings.none")} />;
  return (
    <>
      <p role="status">{say("findings.counts", checked.counts)}</p>
      <ul className="plain-list findings">
        {checked.findings.slice(0, MOST).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same of different places.
          <li key={`${finding.key}/${index}`} className={`finding finding-${finding.level}`}>
            <FindingText finding={finding} />
            {explanations
              .filter(({ key }) => key === finding.key)
              .map(({ text, personName }) => (
                <p key={text} className="quiet">
                  {say("findings.explanation", { text, person: personName })}
                </p>
              ))}
            <div className="finding-actions">
              {onGo !== undefined && finding.sheet !== undefined && (
                <Button type="link" onClick={() => onGo(finding)}>
                  {say("findings.go")}
                </Button>
              )}
              {onExplain !== undefined && finding.level === "warning" && (
                <Button
                  type="link"
                  onClick={() => setExplaining(explaining === finding.key ? undefined : finding.key)}
                >
                  {say("findings.explain")}
                </Button>
              )}
              <FindingComments finding={finding} onComment={onComment} />
            </div>
            {explaining === finding.key && onExplain !== undefined && (
              <Input.Search
                aria-label={say("findings.explain.placeholder")}
                placeholder={say("findings.explain.placeholder")}
                enterButton={say("action.save")}
                autoFocus
                onSearch={(text) => {
                  onExplain(finding.key, text);
                  setExplaining(undefined);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function FindingText({ finding }: { readonly finding: Keyed }) {
  const { say, of } = useText();
  const remedy = finding.remedy as { readonly zh: string; readonly en: string } | undefined;
  return (
    <p>
      <b className={finding.level}>{say(`findings.${finding.level}`)}</b> {of(finding.message)}
      {remedy !== undefined && <span className="quiet"> {of(remedy)}</span>}
    </p>
  );
}
