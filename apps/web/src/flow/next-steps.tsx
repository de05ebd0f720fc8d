import {
  type AnyState,
  ApiError,
  type Blocker as BlockerSchema,
  TRANSITIONS,
  type Transition,
} from "@mingzhang/server/api";
import { Alert, Button, DatePicker, Input, Modal } from "antd";
import { useState } from "react";
import type { z } from "zod";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { problemText } from "../layout/states.tsx";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { ScanList } from "./scan-list.tsx";

type Blocker = z.infer<typeof BlockerSchema>;

/**
 * The steps that the person may take now from where the budget, or its year, stands; what stands in the way is said
 * after trying.
 */
export function NextSteps({ state }: { readonly state: AnyState }) {
  const { say, of } = useText();
  const { can } = useOpenBudget();
  const [chosen, setChosen] = useState<Transition>();
  const possible = TRANSITIONS.filter(
    ({ action, steps }) => can(action) && steps.some(([from]) => from === state),
  );
  return (
    <section aria-label={say("steps.title")}>
      <h2>{say("steps.next")}</h2>
      {possible.length === 0 && <p className="quiet">{say("steps.waiting")}</p>}
      <div className="bar">
        {possible.map((transition) => (
          <Button
            key={transition.action}
            type={/^(return|withdraw)/.test(transition.action) ? "default" : "primary"}
            onClick={() => setChosen(transition)}
          >
            {of(transition.text)}
          </Button>
        ))}
      </div>
      {chosen !== undefined && (
        <StepDialog key={chosen.action} transition={chosen} onClose={() => setChosen(undefined)} />
      )}
    </section>
  );
}

interface DialogProps {
  readonly transition: Transition;
  readonly onClose: () => void;
}

function StepDialog({ transition: { action, text, gates }, onClose }: DialogProps) {
  const spoken = useText();
  const { say, of } = spoken;
  const { head, reload } = useOpenBudget();
  const [reason, setReason] = useState("");
  const [date, setDate] = useState<string>();
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const asksReason = gates.includes("reason-given") || (action === "publish" && head.version > 0);
  const scan = gates.includes("scan-acknowledged")
    ? "scan"
    : gates.includes("evaluation-scan-acknowledged")
      ? "scanYear"
      : undefined;
  const take = async () => {
    setBusy(true);
    setError(undefined);
    try {
      // The revision counts others' edits too: it is asked for as it was when this page last heard of the budget.
      const { revision } = await call("budget", { params: { budget: head.id } });
      await call("step", {
        params: { budget: head.id },
        body: {
          action,
          revision,
          ...(reason.trim() !== "" && { reason }),
          ...(date !== undefined && { approvalDate: date }),
          ...(scan !== undefined && { acknowledged: [...acknowledged] }),
        },
      });
      reload();
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={of(text)}
      okText={of(text)}
      cancelText={say("action.cancel")}
      confirmLoading={busy}
      onOk={take}
      onCancel={onClose}
    >
      {asksReason && (
        <Input.TextArea
          aria-label={say("steps.reason")}
          placeholder={say(action.startsWith("return") ? "steps.reason.return" : "steps.reason")}
          rows={4}
          value={reason}
          autoFocus
          onChange={(event) => setReason(event.target.value)}
          className="spaced"
        />
      )}
      {gates.includes("approval-date-given") && (
        <div className="bar">
          <span>{say("steps.approval-date")}</span>
          <DatePicker
            aria-label={say("steps.approval-date")}
            onChange={(_, written) =>
              setDate(typeof written === "string" && written !== "" ? written : undefined)
            }
          />
        </div>
      )}
      {scan !== undefined && (
        <ScanList scan={scan} acknowledged={acknowledged} onAcknowledge={setAcknowledged} />
      )}
      {error !== undefined && <StepFailure error={error} />}
    </Modal>
  );
}

function StepFailure({ error }: { readonly error: unknown }) {
  const text = useText();
  const { say, of } = text;
  if (!(error instanceof ApiError) || error.status !== 422) {
    const moved = error instanceof ApiError && error.status === 409;
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={moved ? say("steps.moved-on") : problemText(error, text)}
      />
    );
  }
  const blockers = (error.problem.details ?? []) as readonly Blocker[];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say("steps.blocked")}
      description={
        <ul>
          {blockers.map(({ gate, message, findings }) => (
            <li key={gate}>
              {of(message)}
              <ul>
                {findings.slice(0, 10).map((finding) => (
                  <li key={finding.message.zh}>{of(finding.message)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      }
    />
  );
}
