import { type KnownDisclosure, STATE_TEXTS } from "@mingzhang/server/api";
import { useCallback, useMemo, useState } from "react";
import { useAskedPlace } from "../budgets/asked-place.tsx";
import { type OpenBudget, OpenBudgetContext, useOpenBudget } from "../budgets/open-budget.ts";
import { useEntry } from "../entry/use-entry.ts";
import { usePageOf } from "../flow/use-page-of.ts";
import { goTo, linkTo } from "../layout/route.ts";
import { Failed, Loading, Nothing, WhenAsked } from "../layout/states.tsx";
import { useLive } from "../live/use-live.ts";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { EvaluationTab } from "./evaluation-tab.tsx";
import { MoneyTab } from "./money-tab.tsx";
import { MonitoringTab } from "./monitoring-tab.tsx";
import { OpenYearContext, todayIn } from "./open-year.ts";
import { RecordForm } from "./record-form.tsx";
import { RecordsTab } from "./records-tab.tsx";
import { TargetsTab } from "./targets-tab.tsx";
import "./year.css";

/** The year of a budget: targets before its approval; evidence, money, monitoring and evaluation after it. */
export function YearPage({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const params = { budget: id };
  const asked = useAsked(
    async () => ({
      head: await call("budget", { params }),
      comments: (await call("comments", { params })).comments,
      known: (await call("knownDisclosures", { params })).disclosures,
    }),
    [id],
  );
  return (
    <WhenAsked asked={asked}>{(value) => <Opened {...value} reload={asked.reload} tab={tab} />}</WhenAsked>
  );
}

type Props = Pick<OpenBudget, "head" | "comments" | "reload"> & {
  readonly known: readonly KnownDisclosure[];
  readonly tab: string | undefined;
};

function Opened({ head, comments, known, reload, tab }: Props) {
  const { me, bodies } = useSession();
  const onEvent = useCallback(
    (kind: string) => {
      if (kind === "state" || kind === "comments") reload();
    },
    [reload],
  );
  const entry = useEntry(head.id, me.person.id, onEvent, PARTS);
  const body = bodies.find(({ id }) => id === head.bodyId);
  const [at, setAt] = useState(() => todayIn(head.year, new Date()));
  const isOpen = head.yearState !== null;
  const unit = body?.kind === "unit" ? body.shortName : undefined;
  const asOf = useMemo(() => (isOpen ? { at, known } : undefined), [isOpen, at, known]);
  const live = useLive(entry.state.sheets, entry.ready, unit, asOf);
  const { place, ask } = useAskedPlace();
  const pageOf = usePageOf({ head, entry, live });
  const open = useMemo<OpenBudget>(
    () => ({
      head,
      entry,
      live,
      comments,
      explanations: [],
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
    [head, entry, live, comments, reload, place, ask, pageOf],
  );
  const view = live.checked?.year;
  const year = useMemo(() => ({ at, setAt, view }), [at, view]);
  if (entry.error !== undefined) return <Failed error={entry.error} retry={() => location.reload()} />;
  if (!entry.ready) return <Loading />;
  const shown = tab ?? (isOpen ? "records" : "targets");
  return (
    <OpenBudgetContext.Provider value={open}>
      <OpenYearContext.Provider value={year}>
        <div className="page budget year">
          <Heading tab={shown} />
          <Tab tab={shown} isOpen={isOpen} />
        </div>
      </OpenYearContext.Provider>
    </OpenBudgetContext.Provider>
  );
}

const PARTS = ["budget", "year"] as const;

function Tab({ tab, isOpen }: { readonly tab: string; readonly isOpen: boolean }) {
  const { say } = useText();
  if (tab === "targets") return <TargetsTab />;
  if (!isOpen) return <Nothing text={say("year.not-open")} />;
  if (tab === "record") return <RecordForm />;
  if (tab === "money") return <MoneyTab />;
  if (tab === "monitoring") return <MonitoringTab />;
  if (tab === "evaluation") return <EvaluationTab />;
  return <RecordsTab />;
}

const TABS = ["targets", "records", "money", "monitoring", "evaluation"] as const;

function Heading({ tab: current }: { readonly tab: string }) {
  const { head } = useOpenBudget();
  const { say, of } = useText();
  const { bodyName } = useSession();
  return (
    <div className="budget-head">
      <h1>
        {bodyName(head.bodyId)} {head.year}
      </h1>
      <span className="state-tag">{of(STATE_TEXTS[head.yearState ?? head.state])}</span>
      <nav aria-label={say("year.tabs")} className="tabs">
        <a {...linkTo(`/budgets/${head.id}/entry`)}>{say("year.to-budget")}</a>
        {TABS.map((tab) => (
          <a
            key={tab}
            {...linkTo(`/budgets/${head.id}/year/${tab}`)}
            aria-current={current === tab || (current === "record" && tab === "records") ? "page" : undefined}
          >
            {say(`year.tab.${tab}`)}
          </a>
        ))}
      </nav>
    </div>
  );
}
