import { type BudgetEvent, STATE_TEXTS } from "@mingzhang/server/api";
import { useCallback, useMemo } from "react";
import { ChartsTab } from "../charts/charts-tab.tsx";
import { EntryTab } from "../entry/entry-tab.tsx";
import { useEntry } from "../entry/use-entry.ts";
import { HistoryTab } from "../flow/history-tab.tsx";
import { ReviewTab } from "../flow/review-tab.tsx";
import { usePageOf } from "../flow/use-page-of.ts";
import { VersionsTab } from "../flow/versions-tab.tsx";
import { goTo, linkTo } from "../layout/route.ts";
import { Failed, Loading, WhenAsked } from "../layout/states.tsx";
import { PreviewTab } from "../live/preview-tab.tsx";
import { useLive } from "../live/use-live.ts";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { useAskedPlace } from "./asked-place.tsx";
import { type OpenBudget, OpenBudgetContext, useOpenBudget } from "./open-budget.ts";

export function BudgetPage({ id, tab }: { readonly id: string; readonly tab: string }) {
  const params = { budget: id };
  const asked = useAsked(
    async () => ({
      head: await call("budget", { params }),
      comments: (await call("comments", { params })).comments,
      explanations: (await call("explanations", { params })).explanations,
    }),
    [id],
  );
  return (
    <WhenAsked asked={asked}>{(value) => <Opened {...value} reload={asked.reload} tab={tab} />}</WhenAsked>
  );
}

type Props = Pick<OpenBudget, "head" | "comments" | "explanations" | "reload"> & { readonly tab: string };

function Opened({ head, comments, explanations, reload, tab }: Props) {
  const { me, bodies } = useSession();
  const onEvent = useCallback(
    (kind: BudgetEvent["kind"]) => {
      if (kind === "state" || kind === "comments" || kind === "explanations") reload();
    },
    [reload],
  );
  const entry = useEntry(head.id, me.person.id, onEvent);
  const body = bodies.find(({ id }) => id === head.bodyId);
  const live = useLive(entry.state.sheets, entry.ready, body?.kind === "unit" ? body.shortName : undefined);
  const { place, ask } = useAskedPlace();
  const pageOf = usePageOf({ head, entry, live });
  const open = useMemo<OpenBudget>(
    () => ({
      head,
      entry,
      live,
      comments,
      explanations,
      reload,
      place,
      pageOf,
      goToPlace: (anchor) => {
        ask(anchor);
        goTo(`/budgets/${head.id}/${pageOf(anchor)}`);
      },
      placeShown: () => ask(undefined),
      can: (action) => head.actions.includes(action),
    }),
    [head, entry, live, comments, explanations, reload, place, ask, pageOf],
  );
  if (entry.error !== undefined) return <Failed error={entry.error} retry={() => location.reload()} />;
  if (!entry.ready) return <Loading />;
  return (
    <OpenBudgetContext.Provider value={open}>
      <div className="page budget">
        <Heading tab={tab} />
        {tab === "preview" ? (
          <PreviewTab />
        ) : tab === "review" ? (
          <ReviewTab />
        ) : tab === "versions" ? (
          <VersionsTab />
        ) : tab === "charts" ? (
          <ChartsTab />
        ) : tab === "history" ? (
          <HistoryTab />
        ) : (
          <EntryTab />
        )}
      </div>
    </OpenBudgetContext.Provider>
  );
}

function Heading({ tab: current }: { readonly tab: string }) {
  const { head, comments } = useOpenBudget();
  const { say, of } = useText();
  const { bodyName } = useSession();
  const unresolved = comments.filter(
    ({ resolvedAt, replyTo }) => resolvedAt === null && replyTo === null,
  ).length;
  const tabs = [
    ["entry", "tab.entry", true],
    ["preview", "tab.preview", true],
    ["review", "tab.review", true],
    ["versions", "tab.versions", true],
    ["charts", "tab.charts", true],
    ["year", "tab.year", true],
    ["history", "tab.history", head.actions.includes("history")],
  ] as const;
  return (
    <div className="budget-head">
      <h1>
        {bodyName(head.bodyId)} {head.year}
      </h1>
      <span className="state-tag">{of(STATE_TEXTS[head.state])}</span>
      <nav aria-label={say("tab.label")} className="tabs">
        {tabs
          .filter(([, , shown]) => shown)
          .map(([path, label]) => (
            <a
              key={path}
              {...linkTo(`/budgets/${head.id}/${path}`)}
              aria-current={current === path ? "page" : undefined}
            >
              {say(label)}
              {path === "review" && unresolved > 0 && ` (${unresolved})`}
            </a>
          ))}
      </nav>
    </div>
  );
}
