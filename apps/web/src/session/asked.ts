import { useCallback, useEffect, useRef, useState } from "react";

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
