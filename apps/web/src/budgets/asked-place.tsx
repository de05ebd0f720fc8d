import type { Anchor } from "@mingzhang/server/api";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

interface AskedPlace {
  readonly place: Anchor | undefined;
  readonly ask: (place: Anchor | undefined) => void;
}

const AskedPlaceContext = createContext<AskedPlace>({ place: undefined, ask: () => undefined });

/** Keeps the place of a budget that somebody asked to be shown while the budget's pages give way to those of its year. */
export function AskedPlaceProvider({ children }: { readonly children: ReactNode }) {
  const [place, ask] = useState<Anchor>();
  const asked = useMemo(() => ({ place, ask }), [place]);
  return <AskedPlaceContext.Provider value={asked}>{children}</AskedPlaceContext.Provider>;
}

export function useAskedPlace(): AskedPlace {
  return useContext(AskedPlaceContext);
}
