import { Alert, Segmented } from "antd";
import { useEffect, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { CommentDialog, type CommentTarget } from "../flow/comment-dialog.tsx";
import { Loading, Nothing } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import { FigureDrawer } from "./figure-drawer.tsx";
import type { FigureAnswer, Rounding } from "./messages.ts";
import { PreviewFrame } from "./preview-frame.tsx";

type Page = Awaited<ReturnType<ReturnType<typeof useOpenBudget>["live"]["preview"]>>;

/** The disclosure as it would be published, made anew after each change; a click asks where a figure comes from. */
export function PreviewTab() {
  const { say } = useText();
  const { live } = useOpenBudget();
  const [rounding, setRounding] = useState<Rounding>("consistent");
  const [page, setPage] = useState<Page | "waiting">("waiting");
  const [asked, setAsked] = useState<FigureAnswer>();
  const [target, setTarget] = useState<CommentTarget>();
  const { preview, turn } = live;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each check of the entry makes the page anew.
  useEffect(() => {
    let current = true;
    if (turn > 0)
      preview(rounding).then((made) => {
        if (current) setPage(made);
      });
    return () => {
      current = false;
    };
  }, [turn, rounding]);
  const ask = async (ref: string) => setAsked(await live.figure(ref));
  if (page === "waiting") return <Loading />;
  if (page === "failed") return <Nothing text={say("preview.failed")} />;
  if (page === undefined) return <Nothing text={say("preview.nothing")} />;
  return (
    <div className="preview">
      <div className="bar">
        <Segmented<Rounding>
          aria-label={say("preview.rounding")}
          value={rounding}
          onChange={setRounding}
          options={[
            { value: "consistent", label: say("preview.consistent") },
            { value: "conventional", label: say("preview.conventional") },
          ]}
        />
        <span className="quiet">{say("preview.hint")}</span>
        {rounding === "consistent" && page.differences > 0 && (
          <span className="quiet">{say("preview.differences", { count: page.differences })}</span>
        )}
      </div>
      {(live.checked?.counts.error ?? 0) > 0 && live.checked !== undefined && (
        <Alert type="warning" showIcon title={say("findings.counts", live.checked.counts)} />
      )}
      <PreviewFrame title={say("preview.frame")} html={page.html} refs={page.refs} onAsk={ask} />
      <FigureDrawer
        answer={asked}
        onAsk={ask}
        onClose={() => setAsked(undefined)}
        onComment={(answer) =>
          setTarget({ anchor: { kind: "figure", key: answer.ref }, about: answer.figure.what })
        }
      />
      <CommentDialog target={target} onClose={() => setTarget(undefined)} />
    </div>
  );
}
