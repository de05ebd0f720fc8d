import { Segmented } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { SaveState } from "../entry/save-state.tsx";
import { cellOf, rowsOf } from "../entry/sheets.ts";
import { FindingsPanel } from "../live/findings-panel.tsx";
import { useText } from "../text/language.tsx";
import { goToSheet } from "./go-to-sheet.ts";
import { GoalText } from "./goal-text.tsx";
import { IndicatorLibrary } from "./indicator-library.tsx";
import { SHEET_TABS } from "./sheet-tabs.ts";
import { TargetList } from "./target-list.tsx";
import { YearSheets } from "./year-sheets.tsx";

/** Targets: written with the budget, changed after its approval with reasons only. */
export function TargetsTab() {
  const { head } = useOpenBudget();
  return head.yearState === null ? <Drafted /> : <Approved />;
}

/** Names of the projects, after the whole body ("") which has targets of its own. */
function useScope() {
  const { say } = useText();
  const { entry } = useOpenBudget();
  const [scope, setScope] = useState("");
  const projects = rowsOf(entry.state.sheets, "projects").map((row) => cellOf(row, "project"));
  const scopes = ["", ...new Set(projects.filter((name) => name !== ""))];
  const choice = (
    <Segmented
      aria-label={say("year.scope")}
      options={scopes.map((name) => ({ value: name, label: name === "" ? say("year.whole") : name }))}
      value={scopes.includes(scope) ? scope : ""}
      onChange={setScope}
    />
  );
  return { scope: scopes.includes(scope) ? scope : "", choice };
}

function Drafted() {
  const { say } = useText();
  const { head, entry, live, can } = useOpenBudget();
  const { scope, choice } = useScope();
  const editable = can("edit");
  const findings = live.checked?.findings.filter(
    ({ sheet, field }) => sheet === "indicators" || sheet === "projects" || field === "overall_goal",
  );
  return (
    <>
      <div className="bar">
        {choice}
        <span className="push">
          <SaveState state={entry.state} sheet="indicators" />
        </span>
      </div>
      {!editable && <p className="quiet">{say("targets.readonly")}</p>}
      <div className="targets">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard. */}
        <section tabIndex={0} aria-label={say("year.tab.targets")}>
          <TargetList scope={scope} editable={editable} />
          <GoalText key={scope} scope={scope} editable={editable} />
        </section>
        <aside className="entry-findings" aria-label={say("year.beside")}>
          {editable && <IndicatorLibrary scope={scope} />}
          <h2>{say("findings.title")}</h2>
          <FindingsPanel
            checked={live.checked && { ...live.checked, ...only(findings ?? []) }}
            explanations={[]}
            onGo={({ sheet }) => sheet !== undefined && goToSheet(head.id, sheet)}
          />
        </aside>
      </div>
    </>
  );
}

type Findings = NonNullable<ReturnType<typeof useOpenBudget>["live"]["checked"]>["findings"];

function only(findings: Findings) {
  const count = (wanted: string) => findings.filter(({ level }) => level === wanted).length;
  return { findings, counts: { error: count("error"), warning: count("warning"), notice: count("notice") } };
}

function Approved() {
  const { say } = useText();
  const { can } = useOpenBudget();
  const { scope, choice } = useScope();
  return (
    <>
      <div className="bar">{choice}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard. */}
      <section className="approved-targets" tabIndex={0} aria-label={say("year.tab.targets")}>
        <TargetList scope={scope} editable={false} />
      </section>
      <YearSheets schemas={SHEET_TABS.targets} mayEdit={() => can("record")} />
    </>
  );
}
