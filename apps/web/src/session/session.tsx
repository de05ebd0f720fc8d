import type { Body, BodyAction, Me } from "@mingzhang/server/api";
import { permits, type Relation } from "@mingzhang/server/api";
import { createContext, type ReactNode, useContext, useMemo } from "react";

export interface Session {
  readonly me: Me;
  readonly bodies: readonly Body[];
  readonly setMe: (me: Me | undefined) => void;
  readonly reloadBodies: () => void;
  /** Whether the person may do something at a body, or, without one, anywhere; for what no budget's state decides. */
  readonly may: (action: BodyAction, body?: string) => boolean;
  /** Administrators see no budget. */
  readonly worksOnBudgets: boolean;
  readonly bodyName: (id: string) => string;
}

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider({
  me,
  bodies,
  setMe,
  reloadBodies,
  children,
}: Pick<Session, "me" | "bodies" | "setMe" | "reloadBodies"> & { readonly children: ReactNode }) {
  const session = useMemo<Session>(() => {
    const byId = new Map(bodies.map((body) => [body.id, body]));
    const relation = (from: string, to: string): Relation => {
      if (from === to) return "own";
      for (let at = byId.get(to)?.parentId; at; at = byId.get(at)?.parentId) if (at === from) return "below";
      return "other";
    };
    const held = (body: string) =>
      me.memberships.map(({ role, bodyId }) => ({ role, relation: relation(bodyId, body) }));
    return {
      me,
      bodies,
      setMe,
      reloadBodies,
      may: (action, body) =>
        body === undefined ? bodies.some(({ id }) => permits(held(id), action)) : permits(held(body), action),
      worksOnBudgets: me.memberships.some(({ role }) => role !== "administrator"),
      bodyName: (id) => byId.get(id)?.name ?? "",
    };
  }, [me, bodies, setMe, reloadBodies]);
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("outside of SessionProvider");
  return session;
}
