import { useCallback, useEffect, useRef, useState } from "react";
import { onFollowed } from "../layout/route.ts";

/** What an answer is asked for, and where it stands. */
export interface Asked<Value> {
  readonly value: Value | undefined;
  readonly error: unknown;
  readonly reload: () => void;
}

/** Asks when the page opens, and again when what it depends on changes. A late answer to an old question is dropped. */
export function useAsked<Value>(ask: () => Promise<Value>, depends: readonly unknown[]): Asked<Value> {
  const [state, setState] = useState<{ value?: Value; error?: unknown }>({});
  const [turn, setTurn] = useState(0);
  const asking = useRef(ask);
  asking.current = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the caller names decides when to ask again.
  useEffect(() => {
    let current = true;
    asking.current().then(
      (value) => current && setState({ value }),
      (error: unknown) => current && setState((known) => ({ ...known, error })),
    );
    return () => {
      current = false;
    };
  }, [turn, ...depends]);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  return { value: state.value, error: state.error, reload };
}

/** Milliseconds until what others may have changed is asked for again. */
const AGAIN_AFTER = 20_000;
/** Milliseconds without a sign of the person: asking on would keep a session alive that nobody uses. */
const AWAY_AFTER = 300_000;
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel"] as const;

/**
 * Asks again for what others change: when the person comes back to the window or follows the link to the page, and
 * from time to time while somebody is at it.
 */
export function useKeptFresh(reload: () => void): void {
  useEffect(() => {
    let seen = Date.now();
    const here = () => {
      seen = Date.now();
    };
    const again = () => {
      if (document.visibilityState === "visible" && Date.now() - seen < AWAY_AFTER) reload();
    };
    const comeBack = () => {
      here();
      again();
    };
    const timer = setInterval(again, AGAIN_AFTER);
    const unfollow = onFollowed(reload);
    for (const sign of SIGNS) addEventListener(sign, here, { passive: true });
    addEventListener("focus", comeBack);
    return () => {
      clearInterval(timer);
      unfollow();
      for (const sign of SIGNS) removeEventListener(sign, here);
      removeEventListener("focus", comeBack);
    };
  }, [reload]);
}
