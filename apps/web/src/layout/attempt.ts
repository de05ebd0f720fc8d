import { App } from "antd";
import { useCallback } from "react";
import { useText } from "../text/language.tsx";
import { problemText } from "./states.tsx";

/** Does something small whose failure has no place of its own on the page: it is said on top of it. */
export function useAttempt(): (work: Promise<unknown>, done: () => void) => void {
  const { message } = App.useApp();
  const text = useText();
  return useCallback(
    (work, done) => {
      work.catch((failure: unknown) => message.error(problemText(failure, text))).finally(done);
    },
    [message, text],
  );
}
