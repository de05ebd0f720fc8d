import { ApiError, type Body, type Me } from "@mingzhang/server/api";
import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useCallback, useEffect, useRef, useState } from "react";
import { sealOldEdits } from "./entry/browser-edits.ts";
import { Pages } from "./layout/pages.tsx";
import { Failed, Loading } from "./layout/states.tsx";
import { browserKey } from "./session/browser-key.ts";
import { ChangePassword } from "./session/change-password.tsx";
import { call, keepToken } from "./session/client.ts";
import { MustEnableTotp } from "./session/one-time-codes.tsx";
import { SessionProvider } from "./session/session.tsx";
import { SignIn } from "./session/sign-in.tsx";
import {
  finishSigningOut,
  forgetOldRecords,
  forgetPerson,
  forgetSigningOut,
  type Left,
  leftBy,
  onSignedOutElsewhere,
} from "./session/sign-out.ts";
import { LanguageProvider, useText } from "./text/language.tsx";

/** Dense and quiet; the colours keep a contrast of 4.5 to 1 on white and on the page's grey. */
const THEME = {
  token: {
    colorPrimary: "#0b4f9e",
    colorPrimaryHover: "#0a458a",
    colorPrimaryActive: "#083a74",
    colorLink: "#0b4f9e",
    colorLinkHover: "#083a74",
    colorLinkActive: "#083a74",
    colorSuccess: "#1f6b2c",
    colorWarning: "#8a5300",
    colorError: "#b3261e",
    colorWarningBg: "#fff6e5",
    colorWarningBorder: "#c77700",
    colorErrorBg: "#fdecea",
    colorErrorBorder: "#b3261e",
    colorSuccessBg: "#eaf6ec",
    colorInfoBg: "#e6eef8",
    colorTextDescription: "#595959",
    colorTextTertiary: "#595959",
    colorTextPlaceholder: "#666666",
    fontFamily: "inherit",
    fontSize: 13,
    borderRadius: 3,
    controlHeight: 30,
    controlHeightSM: 26,
    motion: false,
  },
};

export function App() {
  return (
    <LanguageProvider>
      <Themed />
    </LanguageProvider>
  );
}

function Themed() {
  const { language } = useText();
  return (
    <ConfigProvider
      locale={language === "zh" ? zhCN : enUS}
      theme={THEME}
      componentSize="small"
      button={{ autoInsertSpace: false }}
    >
      <AntApp>
        <Entrance />
      </AntApp>
    </ConfigProvider>
  );
}

/** Who is here decides what is shown: the sign-in, the change of a one-time password, or the pages. */
function Entrance() {
  const [me, setKnown] = useState<Me | undefined | "asking">("asking");
  const [bodies, setBodies] = useState<readonly Body[]>();
  const [error, setError] = useState<unknown>();
  const [left, setLeft] = useState<Left>();
  const person = useRef<string>(undefined);
  const setMe = useCallback((next: Me | undefined) => {
    const before = person.current;
    person.current = next?.person.id;
    keepToken(next, () => setMe(undefined));
    if (next === undefined) forgetPerson();
    else forgetSigningOut();
    setLeft(undefined);
    if (next === undefined && before !== undefined) void leftBy(before).then(setLeft);
    setKnown(next);
    setError(undefined);
  }, []);
  const ask = useCallback(() => {
    setError(undefined);
    const come = async () => {
      const next = await call("me", {});
      keepToken(next, () => undefined);
      setMe((await finishSigningOut()) ? undefined : next);
    };
    come().catch((failure: unknown) =>
      failure instanceof ApiError && failure.status === 401 ? setMe(undefined) : setError(failure),
    );
  }, [setMe]);
  useEffect(ask, [ask]);
  useEffect(forgetOldRecords, []);
  useEffect(() => onSignedOutElsewhere(() => setMe(undefined)), [setMe]);
  const ready = me !== undefined && me !== "asking" && !me.mustChangePassword && !me.mustEnableTotp;
  const reloadBodies = useCallback(() => {
    call("bodies", {}).then((answer) => setBodies(answer.bodies), setError);
  }, []);
  useEffect(() => {
    setBodies(undefined);
    if (!ready) return;
    reloadBodies();
    if (person.current !== undefined) sealOldEdits(person.current, browserKey).catch(() => undefined);
  }, [ready, reloadBodies]);

  if (error !== undefined) return <Failed error={error} retry={ready ? reloadBodies : ask} />;
  if (me === "asking") return <Loading />;
  if (me === undefined) return <SignIn left={left} onSignedIn={setMe} />;
  if (me.mustChangePassword) return <ChangePassword forced person={me.person} onChanged={setMe} />;
  if (me.mustEnableTotp) return <MustEnableTotp me={me} setMe={setMe} />;
  if (bodies === undefined) return <Loading />;
  return (
    <SessionProvider me={me} bodies={bodies} setMe={setMe} reloadBodies={reloadBodies}>
      <Pages />
    </SessionProvider>
  );
}
