import { useText } from "../text/language.tsx";
import type { EntryState } from "./entry-store.ts";

const GONE_AFTER = 45_000;

/** Whether what was typed is on the server's disk, and who else is on this sheet. */
export function SaveState({ state, sheet }: { readonly state: EntryState; readonly sheet: string }) {
  const { say } = useText();
  const now = Date.now();
  const names = state.present.filter((one) => one.sheet === sheet && now - one.at < GONE_AFTER);
  return (
    <>
      {names.length > 0 && (
        <span className="here">
          {say("entry.here", { names: names.map(({ personName }) => personName).join("、") })}
        </span>
      )}{" "}
      <span role="status" className={state.offline ? "warning" : "quiet"}>
        {state.offline
          ? say("entry.offline", { count: state.waiting })
          : state.waiting > 0
            ? say("entry.saving", { count: state.waiting })
            : say("entry.saved")}
      </span>
    </>
  );
}
