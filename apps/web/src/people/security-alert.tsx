import { Alert } from "antd";
import { useEffect } from "react";
import { useRoute } from "../layout/route.ts";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";

/**
 * Tells administrators, on every page, that failures and refusals are more than usual. Asks when they come to a page or
 * back to the window, not by the clock: a page that is left open keeps no session alive.
 */
export function SecurityAlert() {
  const { say } = useText();
  const { value, reload } = useAsked(() => call("securityNumbers", {}), [useRoute().join("/")]);
  useEffect(() => {
    addEventListener("focus", reload);
    return () => removeEventListener("focus", reload);
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
