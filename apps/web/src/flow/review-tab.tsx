import { STATES } from "@mingzhang/server/api";
import { useState } from "react";
import { Ceilings } from "../budgets/ceilings.tsx";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { useAttempt } from "../layout/attempt.ts";
import { FindingsPanel } from "../live/findings-panel.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import type { CommentTarget } from "./comment-dialog.tsx";
import { CommentList } from "./comment-list.tsx";
import { Consolidation } from "./consolidation.tsx";
import { NextSteps } from "./next-steps.tsx";
import { PlaceComments } from "./place-comments.tsx";
import { Publications } from "./publications.tsx";
import { StepsTaken } from "./steps-taken.tsx";

/** Where the budget stands, what may be done, and what is said about it. */
export function ReviewTab() {
  const { say, of } = useText();
  const { head, live, explanations, reload, can } = useOpenBudget();
  const attempt = useAttempt();
  const [said, setSaid] = useState<CommentTarget>();
  const explain = (key: string, text: string) => {
    attempt(call("explain", { params: { budget: head.id }, body: { key, text } }), reload);
  };
  return (
    <div className="columns">
      <div>
        <NextSteps state={head.state} />
        <Ceilings />
        {can("consolidate") && <Consolidation />}
        <Publications document="budget" />
        <StepsTaken states={STATES} />
      </div>
      <div>
        <CommentList />
        <h2>{say("findings.title")}</h2>
        <FindingsPanel
          checked={live.checked}
          explanations={explanations}
          {...(can("explain") && { onExplain: explain })}
          onComment={(finding) =>
            setSaid({ anchor: { kind: "finding", key: finding.key }, about: of(finding.message) })
          }
        />
        <PlaceComments place={said} onClose={() => setSaid(undefined)} />
      </div>
    </div>
  );
}
