import { Button, Result } from "antd";
import { useState } from "react";
import { AskedPlaceProvider } from "../budgets/asked-place.tsx";
import { BudgetPage } from "../budgets/budget-page.tsx";
import { BudgetsPage } from "../budgets/budgets-page.tsx";
import { CeilingsPage } from "../console/ceilings-page.tsx";
import { ConsolePage } from "../console/console-page.tsx";
import { PackPage } from "../console/pack-page.tsx";
import { BodiesPage } from "../people/bodies-page.tsx";
import { PeoplePage } from "../people/people-page.tsx";
import { SecurityAlert } from "../people/security-alert.tsx";
import { Account } from "../session/account.tsx";
import { SignInNotice } from "../session/own-events.tsx";
import { useSession } from "../session/session.tsx";
import { signOut } from "../session/sign-out.ts";
import { useText } from "../text/language.tsx";
import { PerformancePage } from "../year/performance-page.tsx";
import { YearPage } from "../year/year-page.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { goTo, linkTo, useRoute } from "./route.ts";
import { NotAllowed } from "./states.tsx";

export function Pages() {
  const { say } = useText();
  const { may } = useSession();
  const route = useRoute();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say("app.skip")}
      </a>
      <Header section={route[0] ?? "budgets"} />
      <main id="content" tabIndex={-1}>
        <SignInNotice />
        {may("manage-people") && <SecurityAlert />}
        <ErrorBoundary key={route.slice(0, 2).join("/")}>
          <AskedPlaceProvider>
            <Page route={route} />
          </AskedPlaceProvider>
        </ErrorBoundary>
      </main>
    </div>
  );
}

function Header({ section }: { readonly section: string }) {
  const { say, language, setLanguage } = useText();
  const { me, setMe, may, worksOnBudgets } = useSession();
  const links = [
    ["budgets", "nav.budgets", worksOnBudgets],
    ["console", "nav.console", may("read-obligation")],
    ["performance", "nav.performance", worksOnBudgets],
    ["people", "nav.people", may("manage-people")],
    ["bodies", "nav.bodies", may("manage-bodies")],
    ["account", "nav.account", true],
  ] as const;
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    void signOut().then(() => setMe(undefined));
  };
  return (
    <header className="top">
      <strong className="brand">{say("app.title")}</strong>
      <nav aria-label={say("app.navigation")}>
        {links
          .filter(([, , shown]) => shown)
          .map(([path, label]) => (
            <a key={path} {...linkTo(`/${path}`)} aria-current={section === path ? "page" : undefined}>
              {say(label)}
            </a>
          ))}
      </nav>
      <span className="who">{me.person.name}</span>
      <Button type="text" onClick={() => setLanguage(language === "zh" ? "en" : "zh")}>
        <span lang={language === "zh" ? "en" : "zh-CN"}>{say("app.language")}</span>
      </Button>
      <Button type="text" loading={leaving} onClick={leave}>
        {say("nav.sign-out")}
      </Button>
    </header>
  );
}

function Page({ route }: { readonly route: readonly string[] }) {
  const { say } = useText();
  const { may, worksOnBudgets } = useSession();
  const [section, id, part] = route;
  if (section === undefined || (section === "budgets" && id === undefined))
    return worksOnBudgets ? <BudgetsPage /> : <PeoplePage />;
  if (section === "budgets" && id !== undefined && part === "year")
    return worksOnBudgets ? <YearPage key={id} id={id} tab={route[3]} /> : <NotAllowed />;
  if (section === "budgets" && id !== undefined) return <BudgetPage key={id} id={id} tab={part ?? "entry"} />;
  if (section === "console" && id === undefined)
    return may("read-obligation") ? <ConsolePage /> : <NotAllowed />;
  if (section === "console" && id === "ceilings")
    return may("set-ceiling") ? <CeilingsPage key={part} year={Number(part)} /> : <NotAllowed />;
  if (section === "console" && id !== undefined && part !== undefined)
    return (
      <PackPage key={`${id}/${part}/${route[3]}`} body={id} year={Number(part)} document={route[3] ?? ""} />
    );
  if (section === "performance") return worksOnBudgets ? <PerformancePage /> : <NotAllowed />;
  if (section === "people") return may("manage-people") ? <PeoplePage /> : <NotAllowed />;
  if (section === "bodies") return may("manage-bodies") ? <BodiesPage /> : <NotAllowed />;
  if (section === "account") return <Account />;
  return (
    <Result
      status="info"
      title={say("state.not-found")}
      extra={<Button onClick={() => goTo("/budgets")}>{say("state.home")}</Button>}
    />
  );
}
