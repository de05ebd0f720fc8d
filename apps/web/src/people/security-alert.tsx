import { Alert } from "antd";
import { useEffect } from "react";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";

const AGAIN = 60_000;

/** Tells administrators, on every page, that failures and refusals are more than usual. */
export function SecurityAlert() {
  const { say } = useText();
  const { value, reload } = useAsked(() => call("securityNumbers", {}), []);
  useEffect(() => {
    const timer = setInterval(reload, AGAIN);
    return () => clearInterval(timer);
  }, [reload]);
  if (value?.alert !== true) return null;
  const { failures, refusals, misfits, alertAt } = value;
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      className="spaced"
      title={say("security.alert", { failures, refusals, misfits, alertAt })}
    />
  );
}
